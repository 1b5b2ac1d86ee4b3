import { at, type ConfigMap, type ConfigValue } from '../model/config';
import type { MadeMetric } from './made';

/** What processing may do to metrics: nothing that shows, change their attributes, or anything. */
export type Effect = 'none' | 'attributes' | 'anything';

/** What processors of a type do, in the newest names; one that is not here may do anything. */
const effects: Readonly<Record<string, Effect | ((config: ConfigMap) => Effect)>> = {
  attributes: 'attributes',
  batch: 'none',
  cumulative_to_delta: 'none',
  delta_to_cumulative: 'none',
  filter: 'none',
  groupbyattrs: 'none',
  interval: 'none',
  k8s_attributes: 'none',
  memory_limiter: 'none',
  metric_start_time: 'none',
  resource: 'none',
  resource_detection: 'none',
  transform,
};

/** What a processor with this configuration does to the names and attributes of metrics. */
export function effectOf(type: string, config: ConfigMap): Effect {
  const effect = Object.hasOwn(effects, type) ? effects[type] : undefined;
  if (effect === undefined) return 'anything';
  return typeof effect === 'string' ? effect : effect(config);
}

/** What a statement sets, by the path behind `set(`. */
const harmless =
  /^set\(\s*((datapoint\.)?(start_)?time(_unix_nano)?|(datapoint\.)?(value_int|value_double|flags|count|sum)|(metric\.)?description|resource\.)/;
const ofAttributes = /^\w+\(\s*(datapoint\.)?(attributes|cache)\b/;
const ofResource = /^\w+\(\s*resource\./;

function transform(config: ConfigMap): Effect {
  const statements = statementsOf(config.metric_statements);
  if (statements === undefined) return 'anything';
  const found = statements.map(({ context, text }): Effect => {
    if (harmless.test(text) || ofResource.test(text) || context === 'resource') return 'none';
    return context !== 'metric' && context !== 'scope' && ofAttributes.test(text) ? 'attributes' : 'anything';
  });
  return found.includes('anything') ? 'anything' : found.includes('attributes') ? 'attributes' : 'none';
}

interface Statement {
  readonly context: string;
  readonly text: string;
}

/** The statements of a list, flat or by context; `undefined` where one is read from elsewhere. */
function statementsOf(listed: ConfigValue | undefined): readonly Statement[] | undefined {
  if (listed == null) return [];
  if (!Array.isArray(listed)) return undefined;
  const all = listed.flatMap((entry: ConfigValue): (Statement | undefined)[] => {
    if (typeof entry === 'string') return [{ context: '', text: entry.trim() }];
    const [context, inner] = [at(entry, 'context'), at(entry, 'statements')];
    if (!Array.isArray(inner)) return [undefined];
    return inner.map((text) =>
      typeof text === 'string' ? { context: String(context ?? ''), text: text.trim() } : undefined,
    );
  });
  return all.every((one) => one !== undefined) ? all : undefined;
}

/** Metrics as they are behind processing. */
export function processed(metrics: readonly MadeMetric[], effect: Effect): readonly MadeMetric[] {
  return effect === 'none' ? metrics : metrics.map((metric) => ({ ...metric, open: true }));
}
