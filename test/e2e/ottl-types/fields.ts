import { ottlReaders } from '../../../src/checks/ottl-texts';
import type { ConfigMap } from '../../../src/model/config';
import type { Release } from '../../../src/model/release';
import type { FunctionSet } from '../../../src/ottl/tables';
import type { Question } from '../../../tools/ottl/program';

/** A field of a component, into which texts are put. */
export interface JudgedField {
  readonly component: Question['component'];
  readonly context: string;
  readonly functions: FunctionSet;
  readonly what: 'condition' | 'statement';
  /** The configuration, as the component has it and as its judge is asked. */
  config(text: string): { readonly ours: ConfigMap; readonly judge: ConfigMap };
}

/** Who reads the OTTL of a component. */
export function reader(component: Question['component']) {
  const kind = component === 'filter' || component === 'transform' ? 'processor' : 'connector';
  const found = ottlReaders[`${kind}/${component}`];
  if (found === undefined) throw new Error(`nobody reads ${component}`);
  return found;
}

const same = (config: ConfigMap) => ({ ours: config, judge: config });

const signalOf: Readonly<Record<string, string>> = {
  resource: 'log',
  scope: 'log',
  log: 'log',
  span: 'trace',
  spanevent: 'trace',
  metric: 'metric',
  datapoint: 'metric',
  exemplar: 'metric',
};

const lists: Readonly<Record<string, readonly [section: string, field: string]>> = {
  span: ['traces', 'span'],
  spanevent: ['traces', 'spanevent'],
  metric: ['metrics', 'metric'],
  datapoint: ['metrics', 'datapoint'],
  log: ['logs', 'log_record'],
};

/** The fields whose components judge in a release. */
export function fields(release: Release): readonly JudgedField[] {
  return [...filters(release), ...transforms(release), ...counts(), ...routes(release)];
}

function* filters(release: Release): Generator<JudgedField> {
  const base = { component: 'filter', functions: 'conditions', what: 'condition' } as const;
  for (const [context, [section, field]] of Object.entries(lists)) {
    yield { ...base, context, config: (text) => same({ [section]: { [field]: [text] } }) };
  }
  if (release === '0.131.0') return;
  yield { ...base, context: 'resource', config: (text) => same({ logs: { resource: [text] } }) };
  for (const [context, signal] of Object.entries(signalOf)) {
    if (context === 'exemplar') continue;
    const field = `${signal}_conditions`;
    yield { ...base, context, config: (text) => same({ [field]: [text] }) };
    yield { ...base, context, config: (text) => same({ [field]: [{ context, conditions: [text] }] }) };
  }
}

function* transforms(release: Release): Generator<JudgedField> {
  for (const [context, signal] of Object.entries(signalOf)) {
    if (context === 'exemplar' && release === '0.131.0') continue;
    const field = `${signal}_statements`;
    const base = { component: 'transform', functions: 'transform', what: 'statement', context } as const;
    yield { ...base, config: (text) => same({ [field]: [text] }) };
    yield { ...base, config: (text) => same({ [field]: [{ context, statements: [text] }] }) };
    const statements = [`set(${context}.cache["x"], 1)`];
    const conditions = { ...base, functions: 'conditions', what: 'condition' } as const;
    yield { ...conditions, config: (text) => same({ [field]: [{ context, statements, conditions: [text] }] }) };
    yield { ...conditions, config: (text) => same({ [field]: [{ statements, conditions: [text] }] }) };
  }
}

function* counts(): Generator<JudgedField> {
  for (const context of Object.keys(lists)) {
    yield {
      component: 'count',
      context,
      functions: 'conditions',
      what: 'condition',
      config: (text) => same({ [`${context}s`]: { metric: { conditions: [text] } } }),
    };
  }
}

function* routes(release: Release): Generator<JudgedField> {
  const newer = release === '0.131.0' ? [] : ['otelcol'];
  for (const context of ['resource', 'span', 'metric', 'datapoint', 'log', ...newer]) {
    for (const named of [context, '']) {
      const base = { component: 'routing', context, functions: 'routing' } as const;
      yield {
        ...base,
        what: 'statement',
        config: (text) => ({
          ours: { table: [{ context: named, statement: text }] },
          judge: { context: named, statement: text },
        }),
      };
      yield {
        ...base,
        what: 'condition',
        config: (text) => ({
          ours: { table: [{ context: named, condition: text }] },
          judge: { context: named, statement: `route() where ${text}` },
        }),
      };
    }
  }
}
