import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';
import { valuePlaces } from './chart-values';
import { valueAt } from './content';
import type { Pointer } from './document';

/**
 * The texts of a manifest that are configurations: that of an old custom resource, files of a ConfigMap or a Secret, and
 * values of a Helm chart.
 */
export function embeddedTexts(content: ConfigValue): Pointer[] {
  if (!isConfigMap(content)) return [];
  if (content.kind === 'OpenTelemetryCollector')
    return typeof at(content, 'spec', 'config') === 'string' ? [['spec', 'config']] : [];
  if (content.kind === 'ConfigMap') return filesIn(content, 'data');
  if (content.kind === 'Secret') return filesIn(content, 'stringData');
  return valuePlaces(content).filter((place) => typeof valueAt(content, place) === 'string');
}

function filesIn(content: ConfigMap, field: string): Pointer[] {
  const files = content[field];
  if (!isConfigMap(files)) return [];
  return Object.entries(files).flatMap(([file, text]) =>
    typeof text === 'string' && isConfiguration(text) ? [[field, file]] : [],
  );
}

/** The keys by which a configuration of a collector, of Alertmanager and of Prometheus, and rules are known: enough of each. */
const telling: readonly (readonly [RegExp, number])[] = [
  [/^(?:receivers|exporters|service):/gm, 2],
  [/^(?:route|receivers):/gm, 2],
  [/^scrape_configs:/gm, 1],
  [/^(?:groups| *(?:- )?rules):/gm, 2],
];

/** Whether a text looks like a configuration, although it may not be YAML. */
function isConfiguration(text: string): boolean {
  return telling.some(([keys, least]) => new Set(text.match(keys)?.map((key) => key.trim())).size >= least);
}
