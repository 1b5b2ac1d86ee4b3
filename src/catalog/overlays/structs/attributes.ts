import type { Section, SectionRule } from '../../section-rule';
import { fields, oneOf, regexp, rules } from '../parts';
import type { StructOverlay } from '../structs';

const contrib = 'opentelemetry-collector-contrib';

const isAction = (step: Section, ...names: readonly string[]) => names.includes(step.text('action').toLowerCase());
const sources = (step: Section) =>
  [step.has('value'), step.given('from_attribute'), step.given('from_context')].filter(Boolean).length;
const sets = ['insert', 'update', 'upsert'];

const actionRules: readonly SectionRule[] = [
  {
    holds: (step) => step.given('key') || (isAction(step, 'delete', 'hash') && step.given('pattern')),
    message: 'needs "key", or "pattern" where it deletes or hashes',
    fix: 'Add "key".',
  },
  {
    holds: (step) => !isAction(step, ...sets) || sources(step) > 0 || step.has('default_value'),
    message: 'sets a value, but does not say which',
    fix: 'Add one of "value", "from_attribute" and "from_context".',
  },
  {
    holds: (step) => !isAction(step, ...sets) || sources(step) <= 1,
    message: 'takes its value from more than one source',
    fix: 'Keep one of "value", "from_attribute" and "from_context".',
  },
  {
    holds: (step) => !isAction(step, 'delete', 'hash') || (!step.has('value') && !step.given('from_attribute')),
    message: 'deletes or hashes, which takes no value',
    fix: 'Remove "value" and "from_attribute".',
  },
  {
    holds: (step) => !isAction(step, 'extract', 'convert') || sources(step) === 0,
    message: 'extracts or converts, which takes no value',
    fix: 'Remove "value", "from_attribute" and "from_context".',
  },
  {
    field: 'pattern',
    holds: (step) => !isAction(step, ...sets, 'convert') || !step.given('pattern'),
    message: 'is only for extracting, deleting and hashing',
    fix: 'Remove it.',
  },
  {
    field: 'pattern',
    holds: (step) => !isAction(step, 'extract') || step.given('pattern'),
    message: 'is needed for extracting',
    fix: 'Write a regular expression with named groups, e.g. "^/api/(?P<version>v[0-9]+)/".',
  },
  {
    field: 'pattern',
    holds: (step) => !isAction(step, 'extract') || !step.given('pattern') || hasOnlyNamedGroups(step.text('pattern')),
    message: 'has a group without a name, or no group',
    fix: 'Name each group: (?P<name>…), or (?:…) for one that is not extracted.',
  },
  {
    field: 'converted_type',
    holds: (step) => isAction(step, 'convert') === step.given('converted_type') || !step.given('action'),
    message: 'belongs to the action "convert", which needs it',
    fix: 'Write "int", "double" or "string" for "convert", and nothing for other actions.',
  },
];

/** Whether a regular expression has groups, and a name for each. */
function hasOnlyNamedGroups(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
  return /\(\?P?<\w+>/.test(bare) && !/\((?!\?)/.test(bare);
}

const list = (match: Section, ...names: readonly string[]) => names.some((name) => match.given(name));
const forLogs = ['log_bodies', 'log_severity_texts', 'log_severity_number'];
const forSpans = ['services', 'span_names', 'span_kinds'];
const forAll = ['attributes', 'libraries', 'resources'];

/** Whether what is to match can be asked of a span, a log record or a metric. */
const matches: Readonly<Record<'span' | 'log' | 'metric', (match: Section) => boolean>> = {
  span: (match) => !list(match, ...forLogs, 'metric_names') && list(match, ...forSpans, ...forAll),
  log: (match) => !list(match, ...forSpans, 'metric_names') && list(match, ...forLogs, ...forAll),
  metric: (match) =>
    !list(match, ...forLogs, ...forSpans, 'attributes', 'libraries') && list(match, 'metric_names', 'resources'),
};

/** What matches must be able to match one of these. */
export const matchesOneOf = (...kinds: readonly (keyof typeof matches)[]): SectionRule => ({
  holds: (match) => kinds.some((kind) => matches[kind](match)),
  message: `has no field to match by, or fields that no ${kinds.join(', ')} has together`,
  fix: 'Write fields of one signal.',
});

const hasMatchType: SectionRule = {
  field: 'match_type',
  holds: (match) =>
    match.given('match_type') ||
    !list(match, ...forSpans, 'log_bodies', 'log_severity_texts', 'metric_names', 'libraries'),
  message: 'is needed for matching texts',
  fix: 'Write "strict" or "regexp".',
};

export const attributeStructs: readonly StructOverlay[] = [
  // What the attributes and resource processors do to one attribute.
  {
    structs: [`${contrib}/internal/coreinternal/attraction.ActionKeyValue`],
    schema: {
      'x-null': 'refused',
      ...fields({
        action: {
          ...oneOf('insert', 'update', 'upsert', 'delete', 'hash', 'extract', 'convert'),
          'x-ignore-case': true,
        },
        converted_type: oneOf('', 'int', 'double', 'string'),
        pattern: regexp,
      }),
      required: ['action'],
      ...rules(...actionRules),
    },
  },
  // Attributes by key and, if given, value.
  {
    structs: [`${contrib}/internal/filter/filterconfig.Attribute`],
    schema: { 'x-null': 'refused', required: ['key'] },
  },
  // Which spans, log records or metrics a processor treats.
  {
    structs: [`${contrib}/internal/filter/filterconfig.MatchProperties`],
    schema: { ...fields({ match_type: oneOf('', 'strict', 'regexp') }), ...rules(hasMatchType) },
  },
];
