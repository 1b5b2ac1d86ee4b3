/** Members of a W3C trace state, in their order. */
export type TraceState = readonly (readonly [key: string, value: string])[];

const maximumMembers = 32;

/** Spaces inside, none at the end, and neither `,` nor `=`. */
const value = /^[ -+\--<>-~]{0,255}[!-+\--<>-~]$/;
const simpleKey = /^[a-z][a-z0-9_*/-]{0,255}$/;
const tenant = /^[a-z0-9][a-z0-9_*/-]{0,240}$/;
const system = /^[a-z][a-z0-9_*/-]{0,13}$/;

/** Undefined where the text is no valid trace state. */
export function parseTraceState(text: string): TraceState | undefined {
  const members: [string, string][] = [];
  const seen = new Set<string>();
  for (const part of text.split(',')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const member: [string, string] = [
      part.slice(0, at).replace(/^[ \t]+/, ''),
      part.slice(at + 1).replace(/[ \t]+$/, ''),
    ];
    if (at < 0 || !isMember(...member) || seen.has(member[0])) return undefined;
    seen.add(member[0]);
    members.push(member);
    if (members.length > maximumMembers) return undefined;
  }
  return members;
}

/** The value of a member; '' where there is none. */
export function traceStateMember(state: TraceState, key: string): string {
  return state.find(([name]) => name === key)?.[1] ?? '';
}

/** The text with a member set, which comes first; undefined where the member is not valid. */
export function withTraceStateMember(state: TraceState, key: string, text: string): string | undefined {
  if (!isMember(key, text)) return undefined;
  const others = state.filter(([name]) => name !== key).slice(0, maximumMembers - 1);
  return [[key, text] as const, ...others].map(([name, member]) => `${name}=${member}`).join(',');
}

function isMember(key: string, text: string): boolean {
  if (!value.test(text)) return false;
  const at = key.indexOf('@');
  return at < 0 ? simpleKey.test(key) : tenant.test(key.slice(0, at)) && system.test(key.slice(at + 1));
}
