import { type DefaultForm, defaultAt, formatDefault, switchAt } from './defaults';
import { newest, type ReadComponent, resolved, type Source } from './read';

/** The defaults of a field in the two target releases, as text; no key where nothing is known. */
export interface KnownDefaults {
  readonly newer: readonly (string | undefined)[];
  readonly older: readonly (string | undefined)[];
}

export function defaultsAt(
  component: ReadComponent,
  path: readonly string[],
  sources: readonly Source[],
): KnownDefaults {
  const newer: (string | undefined)[] = [];
  const older: (string | undefined)[] = [];
  for (const source of sources) {
    const described = component.targets.get(source.target);
    if (!described) continue;
    const into = source.target === newest ? newer : older;
    const form = formOf(source);
    if (form === 'section') {
      const state = switchAt(described, path);
      if (state) into.push(state);
      continue;
    }
    const found = defaultAt(described, path);
    if (found !== 'absent') into.push(formatDefault(asWritten(found.value, source), form));
  }
  return { newer, older };
}

/** A value of an enum in the enum's own case: Go's text of it may have another. */
function asWritten(value: unknown, source: Source): unknown {
  const values = resolved(source).schema.enum;
  if (typeof value !== 'string' || !Array.isArray(values) || values.includes(value)) return value;
  return values.find((one) => typeof one === 'string' && one.toLowerCase() === value.toLowerCase()) ?? value;
}

function formOf(source: Source): DefaultForm {
  const { schema } = resolved(source);
  if (schema.properties !== undefined) return 'section';
  return schema.format === 'go-duration' ? 'duration' : 'value';
}

/** The default of a field, as its docstring says it. */
export function describeDefaults({ newer, older }: KnownDefaults, releases: { newest: string }): string | undefined {
  const now = prevailing(newer);
  const before = prevailing(older);
  if (newer.length === 0) return before;
  if (older.length === 0 || now === before || before === undefined || now === undefined) return now;
  if (now.startsWith('usually') || before.startsWith('usually')) return now;
  return `${now} since ${releases.newest}, ${before} before`;
}

/** What at least three quarters of the components say; a field of a struct has other defaults in other components. */
function prevailing(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string | undefined, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first?.[0] || first[1] < values.length * 0.75) return undefined;
  return first[1] === values.length ? first[0] : `usually ${first[0]}`;
}
