import type { FunctionName, Lambda, ValueExpression } from '../ast';
import type { ParameterType } from '../tables';

type AnyArgument = ValueExpression | FunctionName | Lambda;

/** A sign makes a calculation of a number. */
export function isNegative(value: AnyArgument): boolean {
  return (
    (value.kind === 'int' && value.value < 0n) ||
    (value.kind === 'float' && (value.value < 0 || Object.is(value.value, -0)))
  );
}

interface StrictRule {
  readonly takes: (value: AnyArgument) => boolean;
  readonly wanted: string;
  readonly example: string;
}

/** What has to stand in the text itself. */
export const strict: Readonly<Record<string, StrictRule>> = {
  literalString: { takes: ({ kind }) => kind === 'string', wanted: 'text in quotes', example: 'it in double quotes' },
  literalInt: { takes: ({ kind }) => kind === 'int', wanted: 'an integer without a sign', example: 'e.g. 5' },
  literalFloat: { takes: ({ kind }) => kind === 'float', wanted: 'a number with a decimal point', example: 'e.g. 0.5' },
  literalBool: { takes: ({ kind }) => kind === 'bool', wanted: 'true or false', example: 'true or false' },
  literalBytes: { takes: ({ kind }) => kind === 'bytes', wanted: 'bytes', example: 'e.g. 0x0a0b' },
  enum: { takes: ({ kind }) => kind === 'enum', wanted: 'a constant', example: 'e.g. SPAN_KIND_SERVER' },
};

/** Lists, by what their items are. */
export const itemTypes: Readonly<Record<string, ParameterType>> = {
  strings: 'string',
  stringLikes: 'stringLike',
  ints: 'int',
  floats: 'float',
  anys: 'any',
  maps: 'map',
  slices: 'slice',
  literalStrings: 'literalString',
  literalInts: 'literalInt',
  literalFloats: 'literalFloat',
};

/** What a parameter wants of a literal, for messages. */
export const wanted: Readonly<Partial<Record<ParameterType, string>>> = {
  string: 'text',
  int: 'an integer',
  float: 'a float',
  bool: 'a boolean',
  map: 'a map',
  slice: 'a list without maps',
  time: 'a time',
  duration: 'a duration',
  intLike: 'a number, text or a boolean',
  floatLike: 'a number, text that is a number, or a boolean',
  boolLike: 'a boolean, a number, or "true" or "false"',
  bytesLike: 'bytes, text, a number or a boolean',
};

export const fixes: Readonly<Partial<Record<ParameterType, string>>> = {
  string: 'Write text in double quotes, or a path that holds text.',
  float: 'Write a number with a decimal point.',
  time: 'Write a path that holds a time, Now() or Time(…).',
  duration: 'Write Duration("1h") or the like.',
};
