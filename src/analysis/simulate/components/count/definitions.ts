import { type ConfigMap, type ConfigValue, isConfigMap } from '../../../../model/config';
import type { AnyValue } from '../../../../telemetry/data';
import { mapOf, mapsOf, textOf, textsOf } from '../../options';
import { conditionRule, type Rule } from '../../ottl';
import type { Setup } from '../../setup';
import { fromRaw } from '../attributes/actions';

/** A metric that counts. */
export interface Definition {
  readonly name: string;
  readonly description: string;
  /** One of them is true, where there are any. */
  readonly rules: readonly Rule[];
  readonly attributes: readonly CountedAttribute[];
}

export interface CountedAttribute {
  readonly key: string;
  /** As it is written; absent where there is none. */
  readonly otherwise?: AnyValue;
}

/** What is counted: its section, and the metric where the section is empty. */
export interface Counted {
  readonly section: string;
  readonly context: string;
  readonly name: string;
  readonly description: string;
}

export const counted = {
  spans: { section: 'spans', context: 'span', name: 'trace.span.count', description: 'The number of spans observed.' },
  events: {
    section: 'spanevents',
    context: 'spanevent',
    name: 'trace.span.event.count',
    description: 'The number of span events observed.',
  },
  metrics: {
    section: 'metrics',
    context: 'metric',
    name: 'metric.count',
    description: 'The number of metrics observed.',
  },
  points: {
    section: 'datapoints',
    context: 'datapoint',
    name: 'metric.datapoint.count',
    description: 'The number of data points observed.',
  },
  logs: {
    section: 'logs',
    context: 'log',
    name: 'log.record.count',
    description: 'The number of log records observed.',
  },
} as const satisfies Record<string, Counted>;

export function definitionsOf(setup: Setup, { section, context, name, description }: Counted): Definition[] {
  const written = Object.entries(mapOf(setup.config, section) ?? {});
  if (written.length === 0) return [{ name, description, rules: [], attributes: [] }];
  return written.map(([metric, value]) => definitionOf(setup, metric, value, context));
}

function definitionOf(setup: Setup, name: string, value: ConfigValue, context: string): Definition {
  const info: ConfigMap = isConfigMap(value) ? value : {};
  return {
    name,
    description: textOf(info, 'description') ?? '',
    rules: textsOf(info, 'conditions').map((text) => conditionRule(setup, text, context)),
    attributes: mapsOf(info, 'attributes').map((attribute) => {
      const otherwise = attribute.default_value ?? undefined;
      return { key: textOf(attribute, 'key') ?? '', ...(otherwise !== undefined && { otherwise: fromRaw(otherwise) }) };
    }),
  };
}
