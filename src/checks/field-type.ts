import { fieldAt } from '../catalog/definitions';
import type { Issue } from '../model/issue';
import { isReference } from '../model/reference';
import { releases } from '../model/release';
import { oldBooleans } from '../source/scalars';
import { type FieldError, kindOf, type Place } from './field-place';
import { error, warning } from './rule';

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a map',
  array: 'a list',
};

/** A value of another type than its field has. */
export function wrongType({ data, schema, parentSchema = {} }: FieldError, place: Place): Issue {
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
