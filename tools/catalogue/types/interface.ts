import { isZero } from './defaults';

/** A field of an interface. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly doc: FieldDoc;
}

/** What a field's docstring says, in its order. */
export interface FieldDoc {
  readonly sentence?: string;
  readonly secret: boolean;
  /** `Since …` or `Until …`. */
  readonly releases?: string;
  /** What the factories have. */
  readonly generated?: string;
  /** What stands in place of a default of theirs that says nothing. */
  readonly inferred?: string;
  readonly deprecated: boolean;
}

/** The default as the docstring says it. */
export function defaultText({ generated, inferred }: FieldDoc): string | undefined {
  return inferred !== undefined && (isZero(generated) || generated === 'off') ? inferred : generated;
}

export interface Interface {
  readonly name: string;
  /** The file that has it, without `.ts`. */
  readonly file: string;
  readonly says?: string;
  readonly see?: string;
  readonly extends?: readonly string[];
  readonly fields: readonly Field[];
  /** Whether it takes further fields; `none` when it has no field at all. */
  readonly others: 'refused' | 'taken' | 'none';
  /** Exactly one of its fields is given. */
  readonly exactlyOne?: boolean;
}

/** What the compiler sees of an interface, and what its fields are said to be. */
export function shapeOf({ extends: base, fields, others, exactlyOne }: Omit<Interface, 'name' | 'file'>): string {
  const written = fields.map(
    ({ name, type, required, doc }) => `${name}${required ? '' : '?'}: ${type} ${doc.sentence}`,
  );
  return [...(base ?? []), others, exactlyOne ? 'one' : '', ...written].join('\n');
}

/** Whether a field may stand in an interface that extends one with another field of its name. */
export function narrows(field: Field, base: Field): boolean {
  if (base.required && !field.required) return false;
  return field.type === base.type || (/^Value<'.*'>$/.test(field.type) && base.type === 'Value<string>');
}

/** The names of other types in an interface. */
export function namesIn({ extends: base, fields }: Interface): readonly string[] {
  const types = [...(base ?? []), ...fields.map(({ type }) => type)];
  return types.flatMap((type) => type.replace(/'[^']*'/g, '').match(/\b[A-Z]\w*/g) ?? []);
}
