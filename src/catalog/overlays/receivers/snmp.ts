import { isConfigMap } from '../../../model/config';
import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { Section, type SectionRule } from '../../section-rule';
import { each, fields, notEmpty, oneOf, rules, values } from '../parts';

const anyCase = (...options: readonly string[]): JsonSchema => ({ ...oneOf(...options), 'x-ignore-case': true });
const valueType = anyCase('int', 'double');

/** The sections of a map, by names that may hold dots. */
function named(section: Section, field: string): ReadonlyMap<string, Section> {
  const map = section.get(field);
  return new Map(
    Object.entries(isConfigMap(map) ? map : {}).flatMap(([name, value]) =>
      isConfigMap(value) ? [[name, new Section(value, section.release, section.featureGates)] as const] : [],
    ),
  );
}

type Kind = 'scalar_oids' | 'column_oids';
const oids = (snmp: Section, ...kinds: readonly Kind[]) =>
  [...named(snmp, 'metrics').values()].flatMap((metric) => kinds.flatMap((kind) => metric.sections(kind)));
const isIndexed = (attribute: Section | undefined) =>
  attribute !== undefined &&
  !attribute.given('enum') &&
  (attribute.given('oid') || attribute.given('indexed_value_prefix'));

/** Attributes that the values of a kind have, with how each is defined. */
const attributesOf = (snmp: Section, ...kinds: readonly Kind[]) => {
  const known = named(snmp, 'attributes');
  return oids(snmp, ...kinds)
    .flatMap((oid) => oid.sections('attributes'))
    .filter((attribute) => attribute.given('name'))
    .map((attribute) => ({ attribute, definition: known.get(attribute.text('name')) }));
};
/** The same of resource attributes, of which only the name is given. */
const resourcesOf = (snmp: Section, ...kinds: readonly Kind[]) => {
  const known = named(snmp, 'resource_attributes');
  return oids(snmp, ...kinds)
    .flatMap((oid) => oid.list('resource_attributes'))
    .map((name) => known.get(String(name)));
};

const references: readonly SectionRule[] = [
  {
    field: 'metrics',
    holds: (snmp) =>
      attributesOf(snmp, 'scalar_oids', 'column_oids').every(({ definition }) => definition !== undefined),
    message: 'name an attribute that is not there',
    fix: 'Add it under "attributes".',
  },
  {
    field: 'metrics',
    holds: (snmp) => resourcesOf(snmp, 'scalar_oids', 'column_oids').every((definition) => definition !== undefined),
    message: 'name a resource attribute that is not there',
    fix: 'Add it under "resource_attributes".',
  },
  {
    field: 'metrics',
    holds: (snmp) =>
      attributesOf(snmp, 'scalar_oids', 'column_oids').every(
        ({ attribute, definition }) =>
          !definition?.given('enum') || definition.list('enum').includes(attribute.text('value')),
      ),
    message: 'give an attribute a value that its "enum" does not have',
    fix: 'Write one of its values.',
  },
  {
    field: 'metrics',
    holds: (snmp) =>
      attributesOf(snmp, 'scalar_oids').every(({ definition }) => definition === undefined || definition.given('enum')),
    message: 'have a scalar value with an attribute without "enum"',
    fix: 'Give the attribute an "enum", or take it away from the value.',
  },
  {
    field: 'metrics',
    holds: (snmp) => !resourcesOf(snmp, 'scalar_oids').some(isIndexed),
    message: 'have a scalar value with a resource attribute that is indexed',
    fix: 'Use a resource attribute with "scalar_oid".',
  },
  {
    field: 'metrics',
    holds: (snmp) => {
      const [attributes, resources] = [named(snmp, 'attributes'), named(snmp, 'resource_attributes')];
      return oids(snmp, 'column_oids').every(
        (oid) =>
          oid.sections('attributes').some((attribute) => isIndexed(attributes.get(attribute.text('name')))) ||
          oid.list('resource_attributes').some((name) => isIndexed(resources.get(String(name)))),
      );
    },
    message: 'have a column whose values nothing tells apart',
    fix: 'Give it an attribute or a resource attribute with "oid" or "indexed_value_prefix".',
  },
];

const needsOne = (...names: readonly string[]): SectionRule => ({
  holds: (section) => names.some((name) => section.given(name)),
  message: `needs ${names.map((name) => `"${name}"`).join(' or ')}`,
  fix: 'Add one of them.',
});

const value: JsonSchema = { ...fields({ attributes: each({ required: ['name'] }) }), required: ['oid'] };

const metric: JsonSchema = {
  'x-null': 'refused',
  ...fields({
    gauge: { ...fields({ value_type: valueType }), required: ['value_type'] },
    sum: {
      ...fields({ value_type: valueType, aggregation: anyCase('cumulative', 'delta') }),
      required: ['value_type', 'aggregation'],
    },
    scalar_oids: each(value),
    column_oids: each(value),
  }),
  required: ['unit'],
  ...rules(needsOne('gauge', 'sum'), needsOne('scalar_oids', 'column_oids')),
};

const sources = ['oid', 'scalar_oid', 'indexed_value_prefix'];
const resourceAttribute: JsonSchema = {
  'x-null': 'refused',
  ...fields({ oid: { pattern: '^(?!0$)(?!.*\\.0$)' }, scalar_oid: { pattern: '^$|^0$|\\.0$' } }),
  ...rules({
    holds: (attribute) => sources.filter((source) => attribute.given(source)).length === 1,
    message: `needs one of ${sources.map((source) => `"${source}"`).join(', ')}`,
    fix: 'Keep one of them.',
  }),
};

const attribute: JsonSchema = {
  'x-null': 'refused',
  ...fields({}),
  ...rules(needsOne('enum', 'oid', 'indexed_value_prefix')),
};

/** A text in lower case; null takes its default away. */
const text = (snmp: Section, field: string, otherwise = '') =>
  snmp.text(field, snmp.keys().includes(field) ? '' : otherwise).toLowerCase();
/** The level of version 3. */
const level = (snmp: Section) =>
  text(snmp, 'version', 'v2c') === 'v3' ? text(snmp, 'security_level', 'no_auth_no_priv') : undefined;
const neededFor = (field: string, ...levels: readonly string[]): SectionRule => ({
  field,
  holds: (snmp) => !levels.includes(level(snmp) ?? '') || snmp.given(field),
  message: `is needed for ${levels.map((one) => `"${one}"`).join(' and ')}`,
  fix: 'Add it.',
});
/** Values that count for some levels only. */
const oneFor = (field: string, options: readonly string[], ...levels: readonly string[]): SectionRule => ({
  field,
  holds: (snmp) => !levels.includes(level(snmp) ?? '') || options.includes(text(snmp, field, options[0]).toUpperCase()),
  message: `is none of ${options.map((one) => `"${one}"`).join(', ')}`,
  fix: 'Write one of them.',
});

export const overlay: Overlay = {
  schema: {
    ...fields({
      endpoint: {
        ...notEmpty,
        pattern:
          '^(?:[Tt][Cc][Pp]|[Uu][Dd][Pp])[46]?://(?:[^/?#@]*@)?(?:\\[[^\\]]*\\]|[^:/?#\\[\\]@ ]*):\\d+(?:[/?#].*)?$',
      },
      version: { ...anyCase('v1', 'v2c', 'v3'), 'x-null': 'refused' },
      metrics: { minProperties: 1, ...values(metric) },
      attributes: values(attribute),
      resource_attributes: values(resourceAttribute),
    }),
    required: ['metrics'],
    ...rules(
      {
        field: 'user',
        holds: (snmp) => level(snmp) === undefined || snmp.given('user'),
        message: 'is needed for version 3',
        fix: 'Add it.',
      },
      {
        field: 'security_level',
        holds: (snmp) => ['no_auth_no_priv', 'auth_no_priv', 'auth_priv', undefined].includes(level(snmp)),
        message: 'is none of "no_auth_no_priv", "auth_no_priv", "auth_priv"',
        fix: 'Write one of them.',
      },
      neededFor('auth_password', 'auth_no_priv', 'auth_priv'),
      neededFor('privacy_password', 'auth_priv'),
      oneFor('auth_type', ['MD5', 'SHA', 'SHA224', 'SHA256', 'SHA384', 'SHA512'], 'auth_no_priv', 'auth_priv'),
      oneFor('privacy_type', ['DES', 'AES', 'AES192', 'AES192C', 'AES256', 'AES256C'], 'auth_priv'),
      ...references,
    ),
  },
};
