import { isConfigMap } from '../../../src/model/config';
import type { Described } from './read';

/** What a factory has at a place: `absent` where nothing can be said, because what is around it is not there. */
export type Default = { readonly value: unknown } | 'absent';

export function defaultAt(described: Described, path: readonly string[]): Default {
  let value = described.defaults;
  for (const [i, key] of path.entries()) {
    const at = path.slice(0, i);
    if (value === null) value = described.optionals.find((one) => samePath(one.path, at))?.defaults;
    if (key === '*' || !isConfigMap(value) || !Object.hasOwn(value, key)) return 'absent';
    value = value[key];
  }
  return { value };
}

/** Whether a section is there although nobody wrote it, for those that can be turned off. */
export function switchAt(described: Described, path: readonly string[]): 'on' | 'off' | undefined {
  const optional = described.optionals.find((one) => samePath(one.path, path));
  if (optional) return optional.flavor === 'some' ? 'on' : 'off';
  const found = defaultAt(described, path);
  if (found === 'absent') return undefined;
  const enabled = isConfigMap(found.value) ? found.value.enabled : undefined;
  if (typeof enabled === 'boolean') return enabled ? 'on' : 'off';
  return found.value === null ? 'off' : undefined;
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i]);
}

/** What the type of a field says of how its default is written. */
export type DefaultForm = 'section' | 'duration' | 'value';

/** A default as a docstring has it; `undefined` for those that say nothing, such as an empty text. */
export function formatDefault(value: unknown, form: DefaultForm): string | undefined {
  // The largest number that Go's type holds stands for no limit.
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER ? undefined : String(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string' && value !== '') return form === 'duration' ? shortDuration(value) : quoted(value);
  if (Array.isArray(value) && value.length > 0 && value.length <= 4) {
    const items = value.map((item) => formatDefault(item, form));
    const written = `[${items.join(', ')}]`;
    return items.includes(undefined) || written.length > 80 ? undefined : written;
  }
  return undefined;
}

/** Whether a default is Go's zero value, which may stand for anything. */
export function isZero(written: string | undefined): boolean {
  return written === undefined || ['0', '0s', 'false'].includes(written);
}

function quoted(text: string): string | undefined {
  if (text.length > 80 || /[\n`]|\*\//.test(text)) return undefined;
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

/** Go's `5m0s` as `5m`. */
function shortDuration(text: string): string {
  return text.replace(/(?<=[hm])0s$/, '').replace(/(?<=h)0m$/, '');
}
