import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { inside, valueAt } from './content';
import type { Pointer } from './document';

/** Values of a Helm chart, and where they stand in their object. */
export interface ChartValues {
  readonly base: Pointer;
  readonly content: ConfigMap;
}

const inHelm = (...source: Pointer): Pointer[] => [
  [...source, 'helm', 'valuesObject'],
  [...source, 'helm', 'values'],
];

/** The sources of an application of Argo CD: one, or a list of them. */
function argoSources(spec: Pointer, content: ConfigMap): Pointer[] {
  const sources = valueAt(content, [...spec, 'sources']);
  const several = Array.isArray(sources) ? sources.flatMap((_, i) => inHelm(...spec, 'sources', i)) : [];
  return [...inHelm(...spec, 'source'), ...several];
}

/** Where the objects by which GitOps tools install a Helm chart hold its values, by API group and kind. */
const places: Readonly<Record<string, (content: ConfigMap) => readonly Pointer[]>> = {
  'argoproj.io Application': (content) => argoSources(['spec'], content),
  'argoproj.io ApplicationSet': (content) => argoSources(['spec', 'template', 'spec'], content),
  'helm.cattle.io HelmChart': () => [['spec', 'valuesContent']],
  'helm.cattle.io HelmChartConfig': () => [['spec', 'valuesContent']],
  'helm.toolkit.fluxcd.io HelmRelease': () => [['spec', 'values']],
};

/** Where an object holds values of a Helm chart: maps, or texts that are YAML. */
export function valuePlaces(content: ConfigValue): readonly Pointer[] {
  if (!isConfigMap(content)) return [];
  const { apiVersion, kind } = content;
  const group = String(apiVersion).replace(/\/.*$/, '');
  const key = `${group} ${kind}`;
  if (!Object.hasOwn(places, key)) return [];
  return (places[key]?.(content) ?? []).filter((place) => valueAt(content, place) !== undefined);
}

/** The values of Helm charts in an object. */
export function chartValuesIn(content: ConfigValue): ChartValues[] {
  return valuePlaces(content).flatMap((base) => {
    const values = inside(valueAt(content, base) ?? null);
    return isConfigMap(values) ? [{ base, content: values }] : [];
  });
}
