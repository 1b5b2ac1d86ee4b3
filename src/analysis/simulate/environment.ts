import { load } from 'js-yaml';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { Unsupported } from '../../ottl/evaluate/value';

/** The value of an environment variable; `undefined` where it is not set. */
export type Environment = (name: string, hasDefault: boolean) => string | undefined;

// confmap gives up after as many rounds.
const maxRounds = 1000;

/**
 * A configuration with the environment's values in it, as the collector reads it (confmap's expand.go): what is a single
 * reference takes the type that its text has in YAML, and `$$` becomes `$`. Throws `Unsupported` for other sources.
 */
export function expandConfig(value: ConfigValue, environment: Environment): ConfigValue {
  if (typeof value === 'string') return unescaped(expandText(value, environment));
  if (Array.isArray(value)) return value.map((item) => expandConfig(item, environment));
  if (isConfigMap(value)) return expandMap(value, environment);
  return value;
}

export function expandMap(map: ConfigMap, environment: Environment): ConfigMap {
  return Object.fromEntries(Object.entries(map).map(([key, inner]) => [key, expandConfig(inner, environment)]));
}

function unescaped(value: ConfigValue): ConfigValue {
  return typeof value === 'string' ? value.replaceAll('$$', '$') : value;
}

function expandText(text: string, environment: Environment): ConfigValue {
  let rest = text;
  for (let round = 0; round < maxRounds; round++) {
    const reference = nextReference(rest);
    if (reference === undefined) return rest;
    const value = variable(reference.slice(2, -1), environment);
    // A single reference can have any type.
    if (reference === rest) {
      const parsed = scalar(value);
      if (typeof parsed !== 'string') return parsed;
    }
    rest = rest.replaceAll(reference, () => value);
  }
  throw new Unsupported('its references never end');
}

/** The first `${…}` without another inside it; nothing behind an escaped one is read any more. */
function nextReference(text: string): string | undefined {
  let from = 0;
  for (;;) {
    const close = text.indexOf('}', from);
    if (close === -1) return undefined;
    const open = text.lastIndexOf('${', close);
    if (open >= from) return dollarsBefore(text, open) % 2 === 1 ? undefined : text.slice(open, close + 1);
    from = close + 1;
  }
}

function dollarsBefore(text: string, index: number): number {
  let count = 0;
  while (text[index - 1 - count] === '$') count++;
  return count;
}

function variable(inside: string, environment: Environment): string {
  const uri = inside.includes(':') ? inside : `env:${inside}`;
  if (!uri.startsWith('env:')) throw new Unsupported(`\${${inside}} is read from elsewhere than the environment`);
  const [, name = '', fallback] = /^env:(.*?)(?::-(.*))?$/s.exec(uri) ?? [];
  return environment(name, fallback !== undefined) ?? fallback ?? '';
}

/** What a text is in YAML; the text itself where it is a string, or no YAML. */
function scalar(text: string): ConfigValue {
  if (text === '') return '';
  try {
    const value = load(text) as ConfigValue | undefined;
    return value === undefined || typeof value === 'string' ? text : value;
  } catch {
    return text;
  }
}
