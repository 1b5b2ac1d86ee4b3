import { nameIn } from '../catalog/catalog';
import { formatId, parseComponentId } from '../model/component-id';
import type { Release } from '../model/release';
import type { ComponentView } from '../view/view';

/** The id of a component in the labels of its collector's metrics: a release says the name that it knows. */
export function servedId(release: Release, { id, facts }: Pick<ComponentView, 'id' | 'facts'>): string {
  return facts ? formatId(nameIn(release, facts), parseComponentId(id)?.name) : id;
}
