import type { Ajv2020, AnySchema } from 'ajv/dist/2020';
import type { SchemaValidateFunction } from 'ajv/dist/types';
import { canonicalId } from '../model/component-id';
import { type ConfigMap, isConfigMap } from '../model/config';
import { isReference } from '../model/reference';
import { isAtLeast, type Release } from '../model/release';
import { isSecretName } from '../model/secret-name';
import { brokenRules, type SectionRule } from './section-rule';
import { formats, parseGoDuration } from './shared-formats';

/** What a configuration is held against, besides the schema. */
export interface FieldContext {
  readonly release: Release;
  readonly featureGates: readonly string[];
  /** The ids of the extensions that the configuration defines. */
  readonly extensions: ReadonlySet<string>;
}

/** Where a value stands: the key or index under which its parent holds it. */
interface Place {
  readonly parentDataProperty: string | number;
}

// biome-ignore-start lint/suspicious/noExplicitAny: each keyword has a schema of its own
type Assertion = (this: FieldContext, schema: any, data: unknown, parent?: any, place?: Place) => boolean;
// biome-ignore-end lint/suspicious/noExplicitAny: each keyword has a schema of its own

/**
 * What the catalogue's schemas say beyond JSON Schema. Those that depend on the release read it from the context with
 * which a validator is called: `validate.call(context, data)`.
 */
const assertions: Readonly<Record<string, Assertion>> = {
  /** The release that brought the field. */
  'x-since': function (release: string) {
    return isAtLeast(this.release, release);
  },
  /** The first release without the field. */
  'x-until': function (release: string) {
    return !isAtLeast(this.release, release);
  },
  /** Values of an enum that came later. */
  'x-enum-since': function (since: Readonly<Record<string, string>>, data: unknown) {
    return typeof data !== 'string' || !Object.hasOwn(since, data) || isAtLeast(this.release, since[data] ?? '');
  },
  /** JSON types that came later. */
  'x-type-since': function (since: Readonly<Record<string, string>>, data: unknown) {
    const type = Array.isArray(data) ? 'array' : typeof data;
    return !Object.hasOwn(since, type) || isAtLeast(this.release, since[type] ?? '');
  },
  /** A feature gate without which the field, or its value `when`, is refused. */
  'x-gate': function (rule: { readonly gate: string; readonly when?: unknown }, data: unknown) {
    if (rule.when !== undefined && data !== rule.when) return true;
    return this.featureGates.some((gate) => gate.replace(/^\+/, '') === rule.gate);
  },
  /** Limits of a duration; a number is nanoseconds. */
  'x-duration': (limit: 'positive' | 'non-negative', data: unknown) => {
    const length = typeof data === 'string' ? parseGoDuration(data) : (data ?? 0);
    return typeof length !== 'number' || (limit === 'positive' ? length > 0 : length >= 0);
  },
  /**
   * Text that should not stand here as it is. `true`: a secret. `by-name`: a secret if its name says so, as a header's does.
   * `in-source`: a secret if there is a password in it, as the source of a database may have. `false`: none, though Go's
   * type hides it.
   */
  'x-secret': (kind: boolean | 'by-name' | 'in-source', data: unknown, _, place) =>
    kind === false ||
    typeof data !== 'string' ||
    data === '' ||
    (kind === 'by-name' && !isSecretName(String(place?.parentDataProperty))) ||
    (kind === 'in-source' && !hasPassword(data)),
  /** A list that may be one text, separated by commas: its parts are of the items' closed set, where they have one. */
  'x-split': (_: true, data: unknown, parent) => {
    const values: unknown = parent?.items?.enum;
    if (typeof data !== 'string' || data === '' || !Array.isArray(values) || isReference(data)) return true;
    const alike = (value: string) => (parent.items['x-ignore-case'] === true ? value.toLowerCase() : value);
    return data.split(',').every((part) => values.some((value) => alike(String(value)) === alike(part)));
  },
  /** A list of strings in which none appears twice, in whatever case. */
  'x-unique': (_: 'ignore-case', data: unknown) => {
    const items = typeof data === 'string' ? data.split(',') : Array.isArray(data) ? data : [];
    const names = items.filter((item): item is string => typeof item === 'string').map((item) => item.toLowerCase());
    return new Set(names).size === names.length;
  },
  /** A list whose items are all strings, or all maps. */
  'x-one-type': (_: true, data: unknown) =>
    !Array.isArray(data) || data.every((item) => typeof item === typeof data[0]),
};

/** What they say to the mapping of errors, and to other readers; Ajv passes over it. */
const annotations = [
  // A field that the component reads by itself, beside those that are decoded.
  'x-also-reads',
  /** The values of the enum count in whatever case. */
  'x-ignore-case',
  /**
   * `refused`: null is an error. `zero`: null is Go's zero value, though the enum does not have it. Otherwise null is
   * taken, but of an enum without the empty text.
   */
  'x-null',
  /** The field that other releases have for this one. */
  'x-instead',
  /**
   * `ignored`: the section passes over fields that it does not know. `all-ignored`, of a component: all of its sections
   * do.
   */
  'x-unknown',
  /** The release since which it passes over them; before, they are refused. */
  'x-unknown-since',
  /** The release since which the id of an extension may stand here. */
  'x-or-extension',
  /** What the field holds in OTTL: `condition`, `conditions`, `statement`, `statements` or `expression`. */
  'x-ottl',
  /** The OTTL contexts that the field takes. */
  'x-ottl-contexts',
];

/**
 * Teaches Ajv the catalogue's keywords and formats. `required` follows the components' own checks, which are written
 * in Go: a field with a zero value counts as missing.
 */
export function addKeywords(ajv: Ajv2020): Ajv2020 {
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, validate);
  for (const keyword of annotations) ajv.addKeyword(keyword);
  for (const [keyword, validate] of Object.entries(assertions)) ajv.addKeyword({ keyword, validate });
  ajv.addKeyword({
    keyword: 'x-from',
    // The schema applies from that release on.
    macro: (rules: Readonly<Record<string, AnySchema>>) => ({
      allOf: Object.entries(rules).map(([release, rule]) => ({ if: { 'x-until': release }, else: rule })),
    }),
  });
  ajv.addKeyword({
    keyword: 'x-before',
    // The schema applies before that release.
    macro: (rules: Readonly<Record<string, AnySchema>>) => ({
      allOf: Object.entries(rules).map(([release, rule]) => ({ if: { 'x-since': release }, else: rule })),
    }),
  });
  ajv.addKeyword({ keyword: 'x-rules', type: 'object', validate: checkRules, errors: 'full' });
  ajv.removeKeyword('required');
  ajv.addKeyword({
    keyword: 'required',
    type: 'object',
    validate: (names: readonly string[], data: Readonly<Record<string, unknown>>) =>
      names.every((name) => isGiven(data[name])),
  });
  return ajv;
}

/** Rules over several fields of a section: an error for each that is broken. */
const checkRules: SchemaValidateFunction = function (
  this: FieldContext,
  rules: readonly SectionRule[],
  data: ConfigMap,
) {
  const broken = brokenRules(rules, data, this.release, this.featureGates);
  checkRules.errors = broken.map((rule) => ({ keyword: 'x-rules', params: { rule } }));
  return broken.length === 0;
};

/** Whether a field holds more than Go's zero value. */
export function isGiven(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '' && value !== 0;
}

/** The context of one collector's configuration. */
export function fieldContext(collector: {
  readonly release: Release;
  readonly featureGates: readonly string[];
  readonly config: Readonly<Record<string, unknown>>;
}): FieldContext {
  const { extensions } = collector.config;
  const ids = isConfigMap(extensions) ? Object.keys(extensions).map(canonicalId) : [];
  return { release: collector.release, featureGates: collector.featureGates, extensions: new Set(ids) };
}

/** Whether a URL, or a list of settings, holds a password. */
function hasPassword(source: string): boolean {
  return /:[^/@\s]+@/.test(source) || /\b(?:password|pwd)\s*=/i.test(source);
}
