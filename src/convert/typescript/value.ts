import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { array, type Code, object, scalar, standingFor, string } from './code';
import { type HubVariable, ottlCode } from './ottl-code';
import type { Shape } from './shape';
import { shapeAt } from './shapes';

/** What texts of a configuration stand for in the program around it. */
export interface References {
  /** What reads an environment variable; `undefined` where it stays text. */
  env(name: string): Code | undefined;
  /** The variable of a hub that is exported under a name. */
  variable(name: string): HubVariable | undefined;
  /** The variable of an extension that is good for one of these. */
  extension(id: string, roles: readonly string[]): Code | undefined;
  /** The variable of a pipeline. */
  pipeline(id: string): Code | undefined;
  /** What stands for a key with nothing behind it. */
  readonly blank: Code | undefined;
}

/** Where all text is text. */
export const noReferences: References = {
  env: () => undefined,
  variable: () => undefined,
  extension: () => undefined,
  pipeline: () => undefined,
  blank: undefined,
};

/** A value where the compiler takes anything. References in texts become expressions. */
export function freeValue(value: ConfigValue, references: References): Code | undefined {
  if (typeof value === 'string') return referenceCode(value, references) ?? string(value);
  if (value === null) return references.blank;
  if (Array.isArray(value)) return items(value, (item) => freeValue(item, references));
  if (isConfigMap(value)) return fields(value, (_, item) => freeValue(item, references));
  return Number.isFinite(value) || typeof value === 'boolean' ? scalar(value) : undefined;
}

/** Whether cdk8s writes an entry of a map: it leaves out keys with nothing behind them, and looks at the constructor of each map. */
export function isWritten(key: string, value: ConfigValue): boolean {
  return value !== null && key !== 'constructor';
}

/** A value as it stands, without what cdk8s does not write. */
export function literal(value: ConfigValue): Code {
  if (typeof value === 'string') return string(value);
  if (Array.isArray(value)) return standingFor(array(value.map(literal)), value);
  if (!isConfigMap(value)) return scalar(value);
  const written = Object.entries(value).map(
    ([key, item]) => [key, isWritten(key, item) ? literal(item) : undefined] as const,
  );
  return standingFor(object(written), value);
}

/** A value as it stands, the keys with nothing behind them among them. */
export function wholeLiteral(value: ConfigValue): Code {
  if (Array.isArray(value)) return standingFor(array(value.map(wholeLiteral)), value);
  if (!isConfigMap(value)) return literal(value);
  return standingFor(object(Object.entries(value).map(([key, item]) => [key, wholeLiteral(item)])), value);
}

/** A value where the compiler takes a shape; `undefined` where it would refuse it. */
export function shapedValue(shape: Shape, value: ConfigValue, references: References): Code | undefined {
  if (value === null) return shape === 'never' ? undefined : references.blank;
  if (typeof shape === 'string') return simpleValue(shape, value, references);
  const inner = (place: number, item: ConfigValue) => shapedValue(shapeAt(place), item, references);
  switch (shape[0]) {
    case '=':
      return value === shape[1] ? literal(value) : undefined;
    case '[]':
      return Array.isArray(value) ? items(value, (item) => inner(shape[1], item)) : undefined;
    case '{}':
      return isConfigMap(value) ? fields(value, (_, item) => inner(shape[1], item)) : undefined;
    case '{':
      return isConfigMap(value) ? section(shape, value, inner) : undefined;
    case '|':
      return firstOf(shape.slice(1) as readonly number[], value, references);
    case 'ottl': {
      const [, kind, context] = shape;
      return typeof value === 'string' ? ottlCode(value, { kind, context }, references.variable) : undefined;
    }
    case 'extension':
      return typeof value === 'string' ? references.extension(value, shape.slice(1) as readonly string[]) : undefined;
  }
}

function simpleValue(shape: Exclude<Shape, readonly unknown[]>, value: ConfigValue, references: References) {
  switch (shape) {
    case 'any':
      return freeValue(value, references);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === shape ? literal(value) : undefined;
    case 'ref':
      return typeof value === 'string' ? referenceCode(value, references) : undefined;
    case 'pipeline':
      return typeof value === 'string' ? references.pipeline(value) : undefined;
    case 'never':
      return undefined;
  }
}

/** The members of a union that say most come first: a reference is more than a text. */
function firstOf(places: readonly number[], value: ConfigValue, references: References): Code | undefined {
  const shapes = places.map(shapeAt).sort((a, b) => rank(a) - rank(b));
  for (const shape of shapes) {
    const code = shapedValue(shape, value, references);
    if (code !== undefined) return code;
  }
  return undefined;
}

function rank(shape: Shape): number {
  if (shape === 'ref') return 0;
  if (Array.isArray(shape) && (shape[0] === 'extension' || shape[0] === 'ottl')) return 1;
  return shape === 'any' ? 3 : 2;
}

type Section = Extract<Shape, readonly ['{', ...unknown[]]>;

function section(
  [, known, others]: Section,
  value: ConfigMap,
  inner: (place: number, item: ConfigValue) => Code | undefined,
): Code | undefined {
  const missing = Object.entries(known).some(([name, place]) => place < 0 && !Object.hasOwn(value, name));
  if (missing) return undefined;
  return fields(value, (key, item) => {
    const place = Object.hasOwn(known, key) ? known[key] : others;
    return place === undefined ? undefined : inner(place < 0 ? -place - 1 : place, item);
  });
}

function fields(map: ConfigMap, code: (key: string, value: ConfigValue) => Code | undefined): Code | undefined {
  const codes = Object.entries(map).map(([key, value]) => [key, code(key, value)] as const);
  return codes.every(([, value]) => value !== undefined) ? standingFor(object(codes), map) : undefined;
}

function items(list: readonly ConfigValue[], code: (value: ConfigValue) => Code | undefined): Code | undefined {
  const codes = list.map(code).filter((item) => item !== undefined);
  return codes.length === list.length ? standingFor(array(codes), list) : undefined;
}

const environment = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** A text that reads the environment, as an expression; `undefined` for other texts, and for those that it would change. */
export function referenceCode(text: string, references: References): Code | undefined {
  if (!text.includes('${env:')) return undefined;
  const parts: (string | Code)[] = [];
  let end = 0;
  for (const match of text.matchAll(environment)) {
    const code = references.env(match[1] ?? '');
    const before = unescaped(text.slice(end, match.index));
    if (code === undefined || before === undefined) return undefined;
    if (before !== '') parts.push(before);
    parts.push(code);
    end = match.index + match[0].length;
  }
  const rest = unescaped(text.slice(end));
  if (rest === undefined || parts.length === 0) return undefined;
  if (rest !== '') parts.push(rest);
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return only;
  return { kind: 'template', tag: 'text', parts };
}

/** What the collector reads as plain text; `undefined` where a `$` in it means more. */
function unescaped(text: string): string | undefined {
  const plain = text.replaceAll('$$', '');
  return plain.includes('$') ? undefined : text.replaceAll('$$', '$');
}
