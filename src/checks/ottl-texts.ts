import { type ConfigValue, isConfigMap } from '../model/config';
import { isAtLeast, type Release } from '../model/release';
import type { FunctionSet } from '../ottl/tables';
import type { Prefixes } from '../ottl/types/field';
import { valuesAt } from './field-path';

/** Texts of OTTL that the collector reads together. */
export interface OttlUnit {
  readonly texts: readonly OttlText[];
  readonly place: OttlPlace;
}

export interface OttlText {
  /** Where it stands in the component. */
  readonly keys: readonly string[];
  readonly what: 'condition' | 'statement' | 'value';
  readonly text: string;
  readonly functions: FunctionSet;
}

/** How the collector finds the context of texts. */
export type OttlPlace =
  /** Of the one that is named. */
  | { readonly context: string; readonly prefixes: Prefixes }
  /** By what the texts read; where that gives none, `otherwise`. */
  | { readonly candidates: readonly string[]; readonly functions: FunctionSet; readonly otherwise?: string }
  /** One of these, which is not known here. */
  | { readonly oneOf: readonly string[]; readonly prefixes: Prefixes };

type Reader = (config: ConfigValue, release: Release) => Iterable<OttlUnit>;

type Texts = readonly Pick<OttlText, 'keys' | 'text'>[];

/** The texts of a list, or of one that is written alone. */
function textsOf(value: ConfigValue | undefined, keys: readonly string[]): Texts {
  if (typeof value === 'string') return [{ keys, text: value }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, i) => (typeof item === 'string' ? [{ keys: [...keys, String(i)], text: item }] : []));
}

const as = (texts: Texts, what: OttlText['what'], functions: FunctionSet): readonly OttlText[] =>
  texts.map((text) => ({ ...text, what, functions }));

/** Lists of conditions of one context, each for itself. */
const conditionsOf = (functions: FunctionSet, lists: readonly (readonly [path: string, context: string])[]): Reader =>
  function* (config) {
    for (const [path, context] of lists) {
      for (const { keys, value } of valuesAt(config, path.split('.'))) {
        yield { texts: as(textsOf(value, keys), 'condition', functions), place: { context, prefixes: 'optional' } };
      }
    }
  };

/** Groups of conditions, each for itself unless its group names a context. */
function* conditionGroups(config: ConfigValue, field: string, candidates: readonly string[]): Generator<OttlUnit> {
  const functions = 'conditions';
  for (const { keys, value } of valuesAt(config, [field, '*'])) {
    const texts = isConfigMap(value) ? textsOf(value.conditions, [...keys, 'conditions']) : textsOf(value, keys);
    const place = placeOf(value, candidates, functions);
    for (const text of as(texts, 'condition', functions)) yield { texts: [text], place };
  }
}

/** Groups of statements, which are of one context, as are all single statements together. */
function* statementGroups(config: ConfigValue, field: string, candidates: readonly string[]): Generator<OttlUnit> {
  const functions = 'transform';
  const single: Texts[number][] = [];
  for (const { keys, value } of valuesAt(config, [field, '*'])) {
    if (!isConfigMap(value)) {
      single.push(...textsOf(value, keys));
      continue;
    }
    const statements = as(textsOf(value.statements, [...keys, 'statements']), 'statement', functions);
    const conditions = as(textsOf(value.conditions, [...keys, 'conditions']), 'condition', 'conditions');
    yield { texts: [...statements, ...conditions], place: placeOf(value, candidates, functions) };
  }
  yield { texts: as(single, 'statement', functions), place: { candidates, functions } };
}

function placeOf(group: ConfigValue, candidates: readonly string[], functions: FunctionSet): OttlPlace {
  const context = isConfigMap(group) ? group.context : undefined;
  return typeof context === 'string' && context !== ''
    ? { context: context.toLowerCase(), prefixes: 'optional' }
    : { candidates, functions };
}

const common = ['resource', 'scope'];

const filterGroups = {
  trace_conditions: [...common, 'span', 'spanevent'],
  metric_conditions: [...common, 'metric', 'datapoint'],
  log_conditions: [...common, 'log'],
  profile_conditions: [...common, 'profile'],
};

const transformGroups = {
  trace_statements: [...common, 'span', 'spanevent'],
  metric_statements: [...common, 'metric', 'datapoint', 'exemplar'],
  log_statements: [...common, 'log'],
  profile_statements: [...common, 'profile'],
};

const filterLists = conditionsOf('conditions', [
  ['traces.resource', 'resource'],
  ['traces.span', 'span'],
  ['traces.spanevent', 'spanevent'],
  ['metrics.resource', 'resource'],
  ['metrics.metric', 'metric'],
  ['metrics.datapoint', 'datapoint'],
  ['logs.resource', 'resource'],
  ['logs.log_record', 'log'],
  ['profiles.resource', 'resource'],
  ['profiles.profile', 'profile'],
]);

function* filter(config: ConfigValue, release: Release): Generator<OttlUnit> {
  yield* filterLists(config, release);
  for (const [field, candidates] of Object.entries(filterGroups)) yield* conditionGroups(config, field, candidates);
}

function* transform(config: ConfigValue): Generator<OttlUnit> {
  for (const [field, candidates] of Object.entries(transformGroups)) yield* statementGroups(config, field, candidates);
}

// Since then, the context of a row follows from what it reads.
const routingInfers = '0.157.0';
const routingContexts = ['otelcol', 'resource', 'span', 'metric', 'datapoint', 'log'];

function* routing(config: ConfigValue, release: Release): Generator<OttlUnit> {
  const functions = 'routing';
  for (const { keys, value } of valuesAt(config, ['table', '*'])) {
    if (!isConfigMap(value) || value.context === 'request') continue;
    const context = typeof value.context === 'string' ? value.context : '';
    const place: OttlPlace =
      context !== ''
        ? { context, prefixes: 'optional' }
        : isAtLeast(release, routingInfers)
          ? { candidates: routingContexts, functions, otherwise: 'resource' }
          : { context: 'resource', prefixes: 'optional' };
    for (const what of ['condition', 'statement'] as const) {
      const text = value[what];
      if (typeof text !== 'string' || text === '') continue;
      yield { texts: [{ keys: [...keys, what], what, text, functions }], place };
    }
  }
}

const signals = [
  ['spans', 'span'],
  ['spanevents', 'spanevent'],
  ['metrics', 'metric'],
  ['datapoints', 'datapoint'],
  ['logs', 'log'],
  ['profiles', 'profile'],
] as const;

const counted = conditionsOf(
  'conditions',
  signals.map(([field, context]) => [`${field}.*.conditions`, context]),
);

const signalToMetrics = 'signal_to_metrics';
const measured = conditionsOf(
  signalToMetrics,
  signals.map(([field, context]) => [`${field}.*.conditions`, context]),
);
const expressions = [
  ...['histogram', 'exponential_histogram'].flatMap((type) => [`${type}.value`, `${type}.count`]),
  'sum.value',
  'gauge.value',
  'attributes.*.keys_expression',
  'include_resource_attributes.*.keys_expression',
];

function* measures(config: ConfigValue, release: Release): Generator<OttlUnit> {
  yield* measured(config, release);
  for (const [field, context] of signals) {
    for (const path of expressions) {
      for (const { keys, value } of valuesAt(config, [field, '*', ...path.split('.')])) {
        const texts = as(textsOf(value, keys), 'value', signalToMetrics);
        yield { texts: texts.filter(({ text }) => text !== ''), place: { context, prefixes: 'optional' } };
      }
    }
  }
}

/** Policies hold others. */
function* policies(value: ConfigValue, keys: readonly string[] = []): Generator<OttlUnit> {
  if (!isConfigMap(value) && !Array.isArray(value)) return;
  for (const [key, member] of Object.entries(value) as [string, ConfigValue][]) {
    if (key !== 'ottl_condition' || !isConfigMap(member)) {
      yield* policies(member, [...keys, key]);
      continue;
    }
    for (const context of ['span', 'spanevent']) {
      const texts = as(textsOf(member[context], [...keys, key, context]), 'condition', 'conditions');
      yield { texts, place: { context, prefixes: 'optional' } };
    }
  }
}

function* lookups(config: ConfigValue): Generator<OttlUnit> {
  for (const { keys, value } of valuesAt(config, ['lookups', '*', 'key'])) {
    // Which one it is depends on the pipeline.
    const place: OttlPlace = { oneOf: ['log', 'span', 'datapoint'], prefixes: 'required' };
    yield { texts: as(textsOf(value, keys), 'value', 'conditions'), place };
  }
}

/** Who reads the OTTL of a component: by its kind and its newest type. */
export const ottlReaders: Readonly<Record<string, Reader>> = {
  'processor/filter': filter,
  'processor/transform': transform,
  'processor/tail_sampling': (config) => policies(config),
  'processor/log_dedup': conditionsOf('conditions', [['conditions', 'log']]),
  'processor/lookup': lookups,
  'connector/routing': routing,
  'connector/count': counted,
  'connector/sum': counted,
  'connector/signal_to_metrics': measures,
  'exporter/honeycomb_marker': conditionsOf('conditions', [['markers.*.rules.log_conditions', 'log']]),
};
