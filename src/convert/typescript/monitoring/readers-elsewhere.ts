import { at, type ConfigMap } from '../../../model/config';
import { map, texts } from '../../values';
import { monitorKinds } from './kinds';

type Labels = Readonly<Record<string, string>>;

/** The labels that all monitors of a namespace have, by which whoever reads them selects. */
export function commonLabels(objects: readonly ConfigMap[], namespace: string | undefined): Labels {
  const [first = {}, ...others] = objects
    .filter((content) => monitorKinds.has(String(content.kind)) && at(content, 'metadata', 'namespace') === namespace)
    .map((content) => texts(map(at(content, 'metadata', 'labels'))));
  const isCommon = ([key, value]: readonly [string, string]) => others.every((other) => own(other, key) === value);
  return Object.fromEntries(Object.entries(first).filter(isCommon));
}

function own(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** Whether a collector reads monitors in place of a Prometheus. */
export function isReadByCollector(objects: readonly ConfigMap[]): boolean {
  return objects.some(
    ({ kind, spec }) =>
      at(spec, 'targetAllocator', 'prometheusCR', 'enabled') === true ||
      (kind === 'TargetAllocator' && at(spec, 'prometheusCR', 'enabled') === true),
  );
}
