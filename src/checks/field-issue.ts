import type { ComponentFacts } from '../catalog/facts';
import type { SectionRule } from '../catalog/section-rule';
import { type FieldContext, isGiven } from '../catalog/shared-keywords';
import { isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import type { Keys } from '../model/keys';
import { nearest } from '../model/nearest';
import { isReference, isWholeReference } from '../model/reference';
import { isAtLeast } from '../model/release';
import { type FieldError, fieldsOf, kindOf, type Place, shown } from './field-place';
import { wrongType } from './field-type';
import { unknownField } from './field-unknown';
import { error, listed, placedAt, warning } from './rule';

/** A component whose body is held against its schema. */
export interface Subject {
  readonly facts: ComponentFacts;
  readonly type: string;
  readonly path: string;
  /** Where it stands in the configuration. */
  readonly at: Keys;
}

/** What the error says to the user; `undefined` for one that the collector would not make. */
export function fieldIssue(
  fault: FieldError,
  { facts, type, path, at }: Subject,
  context: FieldContext,
): Issue | undefined {
  if (isExcused(fault, context)) return undefined;
  const keys = fault.instancePath.split('/').slice(1).map(unescaped);
  const place: Place = {
    facts,
    type,
    keys,
    path: [path, ...keys].join('/'),
    at: [...at, ...keys],
    subject: subjectOf(keys, type),
    context,
  };
  return (messages[fault.keyword] ?? refused)(fault, place);
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

function subjectOf(keys: readonly string[], type: string): string {
  const last = keys[keys.length - 1];
  if (last === undefined) return type;
  return /^\d+$/.test(last) ? `entry ${Number(last) + 1} of ${subjectOf(keys.slice(0, -1), type)}` : `"${last}"`;
}

// They hold other errors together, which are reported themselves.
const frames = new Set(['if', 'allOf', 'x-from', 'x-before']);
// They concern the field itself, whatever is in it.
const ofField = new Set(['x-gate', 'additionalProperties']);

function isExcused(fault: FieldError, context: FieldContext): boolean {
  const { keyword, data, parentSchema = {} } = fault;
  if (frames.has(keyword) || fault.schemaPath.includes('/anyOf/')) return true;
  if (fault.propertyName !== undefined && keyword !== 'propertyNames') return true;
  if (keyword === 'additionalProperties') {
    const { additionalProperty: name } = fault.params;
    return isExtension(name, parentSchema, context) || parentSchema['x-also-reads'] === name;
  }
  if (ofField.has(keyword)) return false;
  if (data === null) return isNullTaken(fault);
  // Its type is wrong already.
  if (typeof data !== 'string') return keyword === 'enum';
  if (isWholeReference(data) || (keyword !== 'type' && isReference(data))) return true;
  if (keyword !== 'enum') return false;
  if (isExtension(data, parentSchema, context)) return true;
  return (
    parentSchema['x-ignore-case'] === true && (fault.schema as readonly string[]).some((value) => equal(value, data))
  );
}

/** Null leaves out a section, and is the zero value of a scalar. */
function isNullTaken({ keyword, schema, parentSchema = {} }: FieldError): boolean {
  if (keyword === 'x-duration') return false;
  if (keyword === 'enum') return parentSchema['x-null'] === 'zero' || (schema as readonly string[]).includes('');
  return parentSchema['x-null'] !== 'refused';
}

function equal(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function isExtension(name: unknown, schema: Readonly<Record<string, unknown>>, context: FieldContext): boolean {
  const since = schema['x-or-extension'];
  return typeof since === 'string' && isAtLeast(context.release, since) && context.extensions.has(String(name));
}

/** A secret as plain text. */
export function secretLiteral(path: string, subject: string): Issue {
  const fix = "Keep the value in a Secret: ${env:NAME} in YAML, secret('name', 'key') in TypeScript.";
  return error('secret-literal', path, `${subject} holds a secret as plain text.`, fix);
}

type Message = (fault: FieldError, place: Place) => Issue;

const messages: Readonly<Record<string, Message>> = {
  additionalProperties: unknownField,
  'x-rules': brokenRule,
  type: wrongType,
  'x-since': ({ schema }, place) => {
    const message = `${place.subject} is known since release ${schema}, and the collector is ${place.context.release}.`;
    return error('field-unknown', place.path, message, 'Take it away, or use a newer release.');
  },
  'x-type-since': ({ data }, place) => {
    const message = `${place.subject} cannot be ${kindOf(data)} in release ${place.context.release}.`;
    return error('field-type', place.path, message, 'Write a map.');
  },
  'x-secret': (_, place) => secretLiteral(place.path, place.subject),
  'x-one-type': (_, place) => {
    const message = `${place.subject} mixes texts and maps.`;
    return error('field-type', place.path, message, 'Write only texts, or only maps.');
  },
  required: ({ schema, data }, place) => {
    const missing = (schema as readonly string[]).filter((name) => !isConfigMap(data) || !isGiven(data[name]));
    const message = `${place.subject} needs ${listed(missing)}.`;
    const issue = error('field-value', place.path, message, `Add ${listed(missing)}.`);
    return placedAt(issue, [...place.at, ...missing.slice(0, 1)]);
  },
  anyOf: ({ schema, parentSchema }, place) => {
    const names = (schema as readonly { readonly required: readonly string[] }[])
      .flatMap(({ required }) => required)
      .filter((name) => Object.hasOwn(fieldsOf(parentSchema), name));
    return oneOf(names, place);
  },
  minProperties: ({ parentSchema }, place) => oneOf(Object.keys(fieldsOf(parentSchema)), place),
  enum: notInEnum,
  'x-enum-since': ({ data }, place) => {
    const message = `${place.subject} cannot be ${shown(data)} in release ${place.context.release}.`;
    return error('field-value', place.path, message, 'Write another value, or use a newer release.');
  },
  format: wrongFormat,
  'x-gate': ({ schema }, place) => {
    const { gate } = schema as { readonly gate: string };
    const message = `${place.subject} needs the feature gate "${gate}".`;
    return error('field-value', place.path, message, 'Turn the gate on, or leave the field out.');
  },
  'x-duration': ({ data, schema }, place) => {
    const limit = schema === 'positive' ? 'positive' : '0 or more';
    return error(
      'field-value',
      place.path,
      `${place.subject} is ${shown(data)}.`,
      `Write a duration that is ${limit}.`,
    );
  },
  'x-unique': (_, place) =>
    error('field-value', place.path, `${place.subject} lists a name twice.`, 'Name each once, in whatever case.'),
  propertyNames: (_, place) =>
    error('field-value', place.path, `${place.subject} has a key without a character.`, 'Give it a name.'),
  minimum: ({ schema }, place) => bound(place, `${schema} or more`),
  exclusiveMinimum: ({ schema }, place) => bound(place, `more than ${schema}`),
  maximum: ({ schema }, place) => bound(place, `${schema} or less`),
  maxProperties: (_, place) =>
    error('field-value', place.path, `${place.subject} takes only one of its fields.`, 'Leave the others out.'),
};

function refused({ data }: FieldError, place: Place): Issue {
  const message = `${place.subject} cannot be ${shown(data)}.`;
  return error('field-value', place.path, message, 'Write another value.');
}

function bound(place: Place, limit: string): Issue {
  return error('field-value', place.path, `${place.subject} is out of bounds.`, `Write ${limit}.`);
}

function oneOf(names: readonly string[], place: Place): Issue {
  const message = `${place.subject} needs one of ${listed(names)}.`;
  return error('field-value', place.path, message, `Add one of ${listed(names)}.`);
}

function brokenRule({ params }: FieldError, { path, subject }: Place): Issue {
  const { field, message, fix } = params.rule as SectionRule;
  return error(
    'field-value',
    field === undefined ? path : `${path}/${field.replaceAll('.', '/')}`,
    `${field === undefined ? subject : `"${field.split('.').pop()}"`} ${message}.`,
    fix,
  );
}

function notInEnum({ data, schema, parentSchema = {} }: FieldError, { path, subject, context }: Place): Issue {
  const since = isConfigMap(parentSchema['x-enum-since']) ? parentSchema['x-enum-since'] : {};
  const values = (schema as readonly string[]).filter(
    (value) => value !== '' && (!Object.hasOwn(since, value) || isAtLeast(context.release, String(since[value]))),
  );
  const meant = values.find((value) => equal(value, String(data))) ?? nearest(String(data), values);
  const fix = meant ? `Write "${meant}".` : `Write one of ${listed(values.slice(0, 24))}.`;
  return error('field-value', path, `${subject} cannot be ${shown(data)}.`, fix);
}

const formatFixes: Readonly<Record<string, string>> = {
  'go-duration': 'Write a number and a unit (ns, us, ms, s, m, h), e.g. "90s" or "1m30s".',
  'component-id': 'Write "type" or "type/name".',
  'pipeline-id': 'Write a signal, or a signal, a slash and a name, e.g. "logs/in".',
  'grpc-target': 'Write "host:port".',
  'url-path': 'Write a path, e.g. "/v1/traces".',
  'go-regexp': 'Write a regular expression that Go understands (RE2: no looking ahead or behind).',
  'file-mode': 'Write permissions in octal digits, e.g. "0750".',
};

function wrongFormat({ data, schema }: FieldError, { path, subject }: Place): Issue {
  const fix = formatFixes[String(schema)];
  if (fix !== undefined) return error('field-value', path, `${subject} cannot be ${shown(data)}.`, fix);
  // A number that Go's type is too narrow for is cut, and nobody is told.
  const message = `${subject} is ${shown(data)}, which does not fit in ${schema}: the collector reads another number.`;
  return warning('field-value', path, message, 'Write a number within bounds.');
}
