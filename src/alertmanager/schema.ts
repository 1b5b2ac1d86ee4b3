import { type AlertmanagerRelease, alertmanagerReleases } from '../model/alertmanager';
import { imported } from '../model/imported';

/** The structs of a configuration by name: the fields of each with their types, as tools/alertmanager prints them. */
export type Structs = Readonly<Record<string, Struct>>;

/** The fields of a struct by name, with their types. */
export type Struct = Readonly<Record<string, string>>;

/** What a configuration is in a release. */
export const structsOf = imported<AlertmanagerRelease, Structs>('alertmanager');

/** The releases that know a field of a struct. */
export function releasesWith(struct: string, field: string): readonly AlertmanagerRelease[] {
  return alertmanagerReleases.filter((release) => fieldType(structsOf(release), struct, field) !== undefined);
}

/** The type of a field; `undefined` where the struct, or the field, does not exist. */
export function fieldType(structs: Structs, struct: string, field: string): string | undefined {
  const fields = Object.hasOwn(structs, struct) ? structs[struct] : undefined;
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** A type taken apart: a list or a map of another, a scalar, or a struct, which may also be written as a text. */
export type Shape =
  | { readonly kind: 'list' | 'map'; readonly of: string }
  | { readonly kind: 'struct'; readonly name: string; readonly orText: boolean }
  | { readonly kind: 'scalar'; readonly name: string };

/** Takes a type apart. */
export function shapeOf(structs: Structs, type: string): Shape {
  if (type.startsWith('[]')) return { kind: 'list', of: type.slice(2) };
  if (type.startsWith('{}')) return { kind: 'map', of: type.slice(2) };
  const orText = type.startsWith('string|');
  const name = orText ? type.slice('string|'.length) : type;
  return Object.hasOwn(structs, name) ? { kind: 'struct', name, orText } : { kind: 'scalar', name };
}

/** The field that takes a file in place of a field's value; for the secrets of a header, the list of files beside them. */
export function fileFieldOf(struct: Struct, field: string): string | undefined {
  const twin = field === 'secrets' ? 'files' : `${field}_file`;
  return Object.hasOwn(struct, twin) ? twin : undefined;
}

/** Whether a field holds the path of a file, or a list of such. */
export function isFileField(field: string): boolean {
  return field.endsWith('_file') || field === 'files';
}

/** Whether a type is that of a value which nobody should read. */
export function isSecretType(type: string): boolean {
  return type === 'secret' || type === 'secretUrl' || type === 'secretTemplateUrl';
}
