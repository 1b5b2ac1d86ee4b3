import type { CollectorModel } from '../model/collector';
import type { Rights } from './access-row';
import { accessTable } from './access-table';
import type { RunningComponent } from './component';
import { rowsFor } from './condition';
import type { AccessNeed } from './needs';
import { objectAccess } from './object-access';

/** The least rights with which a component does what its configuration asks for. */
export function accessOf(component: RunningComponent, collector: CollectorModel): readonly AccessNeed[] {
  const { config, by } = component;
  const fromTable = rowsFor(accessTable, component, collector).flatMap(
    ({ groups, resources, verbs, names, urls, named, within }) =>
      needs({ groups, resources, verbs, names: named?.of(config) ?? names, urls }, within?.of(config, collector), by),
  );
  const named = rowsFor(objectAccess, component, collector).flatMap((row) =>
    row.rights(config, collector).flatMap(({ namespaces, ...rights }) => needs(rights, namespaces, by)),
  );
  return [...fromTable, ...named];
}

function needs(
  { groups, resources, verbs, names, urls }: Rights,
  namespaces: readonly string[] | undefined,
  by: string,
): readonly AccessNeed[] {
  const rights = { groups, resources, verbs, ...(names && { names }), ...(urls && { urls }) };
  if (namespaces === undefined) return [{ ...rights, by }];
  return namespaces.map((namespace) => ({ ...rights, namespace, by }));
}
