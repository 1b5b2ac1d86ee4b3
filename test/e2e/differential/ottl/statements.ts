import type { Dice } from '../dice';
import { condition } from './conditions';
import { call, converters, path, type Setting, value } from './expressions';
import { GLOBS, PATTERNS } from './functions';
import { PREFIXES, type Prefix, READS } from './paths';

const REPLACEMENTS = ['***', '', '$1', '<${first}>', 'x$0y', '$$', 'ü'] as const;
/** Inference takes a function's name in capitals for a constant, and refuses it. */
const FUNCTIONS = {
  inferred: ['ToUpperCase', 'Murmur3Hash'],
  explicit: ['SHA256', 'MD5', 'SHA1', 'ToUpperCase'],
} as const;
const KEYS = ['tenant', 'env', 'http.status', 'user.id', 'service.name', 'nested', 'tags', 'ratio', 'missing'] as const;

type Editor = (dice: Dice, setting: Setting) => string;

const q = (text: string) => JSON.stringify(text);

/** A map that can be changed. */
function map(dice: Dice, setting: Setting): string {
  const reads = READS[setting.context].filter((one) => 'attributes' in PREFIXES[one]);
  const prefix = dice.chance(70) ? reads[0]! : dice.pick(reads);
  const { attributes }: Prefix = PREFIXES[prefix];
  const lead = prefix === setting.context && setting.bare ? '' : `${prefix}.`;
  const nested = Object.entries(attributes ?? {}).filter(([, pool]) => pool.type === 'map');
  if (nested.length > 0 && dice.chance(15)) return `${lead}attributes[${q(dice.pick(nested)[0])}]`;
  if (setting.cache && dice.chance(4)) return setting.bare ? 'cache' : `${setting.context}.cache`;
  return `${lead}attributes`;
}

function string(dice: Dice, setting: Setting): string {
  return path(dice, setting, 'string', true).text;
}

/** A function that the replacement is put through, seldom, with a format around its result. */
function through(dice: Dice, { inferred, old }: Setting): string {
  // 0.131.0 replaces in what it has put in, at times without end.
  if (old || dice.chance(80)) return '';
  return `, ${dice.pick(FUNCTIONS[inferred ? 'inferred' : 'explicit'])}${dice.chance(40) ? ', "[%s]"' : ''}`;
}

/** A pattern, and what replaces its matches. */
function replaced(dice: Dice, setting: Setting): string {
  const call = through(dice, setting);
  // What replaces what it has put in before, for each record below a resource, has no end.
  const pattern = dice.pick(call === '' ? PATTERNS : BOUND_PATTERNS);
  return `${q(pattern)}, ${q(dice.pick(REPLACEMENTS))}${call}`;
}

/** Patterns that match nothing in a hash. */
const BOUND_PATTERNS = ['^user-', '^(prod|dev)$', 'secret-\\d+', '\\bcart\\b', 'token=([^ ]+)'] as const;

/** The editors, with how often each occurs. */
const EDITORS: readonly (readonly [number, Editor, { readonly recent?: true }?])[] = [
  [10, set],
  [3, (dice, setting) => `delete_key(${map(dice, setting)}, ${q(dice.pick(KEYS))})`],
  [2, (dice, setting) => `delete_matching_keys(${map(dice, setting)}, ${q(dice.pick(PATTERNS))})`],
  [2, (dice, setting) => `keep_matching_keys(${map(dice, setting)}, ${q(dice.pick(PATTERNS))})`],
  [2, (dice, setting) => `keep_keys(${map(dice, setting)}, [${dice.some(KEYS, 0, 4).map(q).join(', ')}])`],
  [2, (dice, setting) => `flatten(${map(dice, setting)}${dice.pick(['', ', "p"', ', "", 1', ', "p", 2, true'])})`],
  [3, merge],
  [
    2,
    (dice, setting) =>
      `replace_all_matches(${map(dice, setting)}, ${q(dice.pick(GLOBS))}, ${q(dice.pick(['*', 'masked']))}${through(dice, setting)})`,
  ],
  [
    2,
    (dice, setting) =>
      `replace_match(${string(dice, setting)}, ${q(dice.pick(GLOBS))}, ${q(dice.pick(['{*}', 'masked']))}${through(dice, setting)})`,
  ],
  [
    3,
    (dice, setting) =>
      `replace_all_patterns(${map(dice, setting)}, ${q(dice.pick(['key', 'value']))}, ${replaced(dice, setting)})`,
  ],
  [3, (dice, setting) => `replace_pattern(${string(dice, setting)}, ${replaced(dice, setting)})`],
  [
    3,
    (dice, setting) =>
      `truncate_all(${map(dice, setting)}, ${dice.pick(setting.old ? ['0', '100'] : ['0', '1', '3', '5', '100', '2, utf8_safe=true', '5, true, "…"'])})`,
  ],
  [
    2,
    (dice, setting) =>
      `append(${path(dice, setting, dice.pick(['slice', 'string']), true).text}, ${value(dice, setting, dice.pick(['string', 'int', 'any']), 0)})`,
  ],
  [
    2,
    (dice, setting) =>
      `delete_index(${path(dice, setting, 'slice', true).text}, ${dice.pick(['0', '1', '0, 1', '0, 2', '-1'])})`,
    { recent: true },
  ],
  [1, (dice, setting) => `stringify_all(${map(dice, setting)})`, { recent: true }],
  [1, (dice, setting) => `limit(${map(dice, setting)}, ${dice.pick([0, 100])}, [])`],
];

function merge(dice: Dice, setting: Setting): string {
  const target = map(dice, setting);
  const source = apart(dice, setting, target, value(dice, setting, 'map', 1));
  return `merge_maps(${target}, ${source}, ${q(dice.pick(['insert', 'update', 'upsert']))})`;
}

function set(dice: Dice, setting: Setting): string {
  const { text, type } = path(
    dice,
    setting,
    dice.chance(30) ? undefined : dice.pick(['string', 'int', 'any', 'float', 'map', 'slice', 'bool', 'time']),
    true,
  );
  const wanted = dice.chance(80) ? type : dice.pick(['string', 'int', 'any', 'float', 'map', 'slice'] as const);
  const given = dice.chance(60)
    ? value(dice, setting, wanted, 2)
    : call(dice, setting, dice.pick(converters(setting, 'any')), 1);
  return `set(${text}, ${apart(dice, setting, text, given)})`;
}

/** A value that does not hold the target: what a map is that is put into a part of itself is not defined. */
function apart(dice: Dice, { old }: Setting, target: string, given: string): string {
  // Nor is what becomes of a part that takes the place of the whole, with 0.131.0.
  const holds = target.startsWith(given) || (old && given.startsWith(target));
  return holds && target !== given ? dice.pick(['{"a": 1}', '{}']) : given;
}

/** A statement, mostly with a condition. */
export function statement(dice: Dice, setting: Setting): string {
  const known = EDITORS.filter(([, , { recent } = {}]) => !(recent && setting.old));
  const editor = dice.weighted(...known.map(([weight, make]) => [weight, make] as const))(dice, setting);
  return dice.chance(60) ? `${editor} where ${condition(dice, setting, 1)}` : editor;
}
