import { fieldAt, fieldsIn } from '../catalog/definitions';
import type { JsonSchema } from '../catalog/facts';
import { isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { nearest } from '../model/nearest';
import { isAtLeast, releases } from '../model/release';
import { type FieldError, fieldsOf, type Place } from './field-place';
import { error, listed, warning } from './rule';

/** A field that the component does not have here. */
export function unknownField({ params, parentSchema = {}, data }: FieldError, here: Place): Issue {
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
