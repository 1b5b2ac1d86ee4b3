import { fieldAt, fieldsIn } from '../catalog/definitions';
import type { ComponentFacts, JsonSchema } from '../catalog/facts';
import type { SectionRule } from '../catalog/section-rule';
import { type FieldContext, isGiven } from '../catalog/shared-keywords';
import { isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { nearest } from '../model/nearest';
import { isReference, isWholeReference } from '../model/reference';
import { isAtLeast, releases } from '../model/release';
import { oldBooleans } from '../source/scalars';
import { error, listed, warning } from './rule';

/** An error of Ajv, with the value and the schema at hand (its option `verbose`). */
export interface FieldError {
  readonly keyword: string;
  /** The place in the body, as a JSON pointer. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The keyword's own value. */
  readonly schema?: unknown;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  readonly propertyName?: string;
}

/** What the error says to the user; `undefined` for one that the collector would not make. */
export function fieldIssue(
  fault: FieldError,
  facts: ComponentFacts,
  type: string,
  path: string,
  context: FieldContext,
): Issue | undefined {
  if (isExcused(fault, context)) return undefined;
  const keys = fault.instancePath.split('/').slice(1).map(unescaped);
  const place: Place = { facts, type, keys, path: [path, ...keys].join('/'), subject: subjectOf(keys, type), context };
  return (messages[fault.keyword] ?? refused)(fault, place);
}

interface Place {
  readonly facts: ComponentFacts;
  readonly type: string;
  readonly keys: readonly string[];
  readonly path: string;
  /** The field, as a sentence about it begins. */
  readonly subject: string;
  readonly context: FieldContext;
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
    return error('field-value', place.path, `${place.subject} needs ${listed(missing)}.`, `Add ${listed(missing)}.`);
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

function unknownField({ params, parentSchema = {}, data }: FieldError, here: Place): Issue {
  const { path, subject } = here;
  const name = String(params.additionalProperty);
  const elsewhere = otherRelease(name, here);
  if (elsewhere) return elsewhere;
  const known = Object.entries(fieldsOf(parentSchema));
  const names = known.map(([field]) => field);
  const meant = nearest(name, names);
  const within = known.find(([, schema]) => isConfigMap(schema) && Object.hasOwn(fieldsIn(schema), name))?.[0];
  const otherwise = names.length > 0 && names.length <= 8 ? `It has ${listed(names)}.` : 'Remove it.';
  if (within !== undefined && isConfigMap(data) && data[within] === null) {
    const message = `"${name}" stands beside "${within}", which is empty, and belongs into it.`;
    return error('yaml-indent', `${path}/${name}`, message, `Indent it, below "${within}".`);
  }
  const fix = within ? `Write it under "${within}".` : meant ? `Write "${meant}".` : otherwise;
  const place = `${path}/${name}`;
  // Such a field is lost, but the collector starts.
  if (passesOver(parentSchema, 'ignored', here) || passesOver(rootOf(here), 'all-ignored', here)) {
    return warning('field-unknown', place, `${subject} ignores the field "${name}", which it does not have.`, fix);
  }
  return error('field-unknown', place, `${subject} has no field "${name}".`, fix);
}

function rootOf({ facts, context }: Place): JsonSchema {
  return facts.in(context.release)?.schema ?? {};
}

function passesOver(schema: JsonSchema, how: string, { context }: Place): boolean {
  const { 'x-unknown': unknown, 'x-unknown-since': since } = schema;
  return unknown === how && (typeof since !== 'string' || isAtLeast(context.release, since));
}

/** A field that the component has in another release. */
function otherRelease(name: string, { keys, facts, path, subject, context }: Place): Issue | undefined {
  for (const release of releases) {
    const inRelease = release === context.release ? undefined : facts.in(release);
    const fields = fieldsOf(inRelease && fieldAt(inRelease.schema, keys));
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) continue;
    const message = `${subject} has no field "${name}" in release ${context.release}.`;
    const instead = isConfigMap(field) ? field['x-instead'] : undefined;
    const fix = instead ? `Write "${instead}".` : `Leave it out, or use release ${release}.`;
    return error('field-unknown', `${path}/${name}`, message, fix);
  }
  return undefined;
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

/** The fields of a section, by name. */
function fieldsOf(schema: unknown): Readonly<Record<string, unknown>> {
  const properties = isConfigMap(schema) ? fieldAt(schema, [])?.properties : undefined;
  return isConfigMap(properties) ? properties : {};
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a map',
  array: 'a list',
};

function wrongType({ data, schema, parentSchema = {} }: FieldError, place: Place): Issue {
  const { path, subject, context } = place;
  const types = typeof schema === 'string' ? [schema] : (schema as readonly string[]);
  if (typeof data === 'number' && types.includes('integer')) {
    const message = `${subject} is ${data}, of which the collector reads ${Math.trunc(data)}.`;
    return warning('field-type', path, message, `Write ${Math.trunc(data)}.`);
  }
  if (typeof data === 'number' && parentSchema.format === 'go-duration') {
    const message = `${subject} is the number ${data}, which the collector reads as nanoseconds.`;
    return warning('field-type', path, message, `Write a unit, e.g. "${data}s".`);
  }
  const wanted = types.map((type) => typeNames[type] ?? type).join(' or ');
  const boolean = types.includes('boolean') && typeof data === 'string' ? oldBooleans.get(data) : undefined;
  if (boolean !== undefined) {
    const message = `${subject} is the text "${data}" to the collector, for which it is no boolean.`;
    return error('yaml-boolean', path, message, `Write ${boolean}.`);
  }
  if (fitsElsewhere(data, place)) {
    const message = `${subject} cannot be ${kindOf(data)} in release ${context.release}.`;
    return error('field-type', path, message, `Write ${wanted}.`);
  }
  return error(
    'field-type',
    path,
    `${subject} is ${kindOf(data)}, but has to be ${wanted}.`,
    typeFix(data, types, wanted),
  );
}

/** Whether another release takes such a value here. */
function fitsElsewhere(data: unknown, { facts, keys, context }: Place): boolean {
  if (data === null) return false;
  const type = Array.isArray(data) ? 'array' : typeof data;
  return releases.some((release) => {
    const inRelease = release === context.release ? undefined : facts.in(release);
    return [(inRelease && fieldAt(inRelease.schema, keys))?.type].flat().includes(type);
  });
}

function typeFix(data: unknown, types: readonly string[], wanted: string): string {
  if (types.includes('string') && (typeof data === 'number' || typeof data === 'boolean')) return 'Put it in quotes.';
  if (typeof data !== 'string') return `Write ${wanted}.`;
  if (isReference(data)) return 'Write the reference alone, without text around it.';
  const numeric = types.some((type) => type === 'integer' || type === 'number') && data !== '' && !Number.isNaN(+data);
  if (numeric || (types.includes('boolean') && /^(true|false)$/.test(data))) return 'Leave the quotes out.';
  return `Write ${wanted}.`;
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

function shown(data: unknown): string {
  return typeof data === 'string' || typeof data === 'number' ? JSON.stringify(data) : kindOf(data);
}

/** What a value is, in a sentence. */
export function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? 'a text' : typeof value === 'boolean' ? `${value}` : `the number ${value}`;
}
