import { type Matcher, type MatcherType, meets } from './matcher';

/** What is known of the labels of some alerts: the value of one, or nothing. */
export type Known = (label: string) => string | undefined;

/** Of any alert, nothing is known. */
export const anyAlert: Known = () => undefined;

/** Whether alerts can meet all of these. Where that cannot be decided, they can. */
export function canMeet(matchers: readonly Matcher[], known: Known = anyAlert): boolean {
  const names = new Set(matchers.map(({ name }) => name));
  return [...names].every((name) => {
    const own = matchers.filter((matcher) => matcher.name === name);
    const values = valuesOf(own, known(name));
    return values === undefined ? !contradict(own) : values.length > 0;
  });
}

/** Whether alerts that meet these meet another as well, certainly. */
export function mustMeet(matchers: readonly Matcher[], other: Matcher, known: Known = anyAlert): boolean {
  if (other.type === '=~' && other.value === '.*') return true;
  const own = matchers.filter(({ name }) => name === other.name);
  if (own.some((matcher) => isSame(matcher, other))) return true;
  const values = valuesOf(own, known(other.name));
  return values !== undefined && values.length > 0 && values.every((value) => meets(other, value));
}

/** What an alert meets that does not meet another matcher. */
export function opposite({ name, type, value }: Matcher): Matcher {
  return { name, type: opposites[type], value };
}

const opposites: Readonly<Record<MatcherType, MatcherType>> = { '=': '!=', '!=': '=', '=~': '!~', '!~': '=~' };

/** The only values that a label can have; `undefined` where they cannot be listed. */
function valuesOf(matchers: readonly Matcher[], known: string | undefined): readonly string[] | undefined {
  const lists =
    known === undefined
      ? matchers.flatMap((matcher) => [listOf(matcher) ?? []].filter((l) => l.length > 0))
      : [[known]];
  const [first] = lists;
  return first?.filter((value) => matchers.every((matcher) => meets(matcher, value)));
}

/** The values that meet a matcher, where it lists them: by themselves, or as the branches of a regular expression. */
function listOf({ type, value }: Matcher): readonly string[] | undefined {
  if (type === '=') return [value];
  if (type !== '=~') return undefined;
  const branches = value.split('|');
  const isLiteral = (branch: string) => /^(?:[^\\.+*?()|[\]{}^$]|\\[\\.+*?()|[\]{}^$])*$/.test(branch);
  return branches.every(isLiteral) ? branches.map((branch) => branch.replace(/\\(.)/g, '$1')) : undefined;
}

/** Whether one says the opposite of another. */
function contradict(matchers: readonly Matcher[]): boolean {
  return matchers.some((matcher) => matchers.some((other) => isSame(opposite(matcher), other)));
}

function isSame(a: Matcher, b: Matcher): boolean {
  return a.name === b.name && a.type === b.type && a.value === b.value;
}
