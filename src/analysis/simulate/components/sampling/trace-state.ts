import { readRandomness, readThreshold, writeRandomness, writeThreshold } from './threshold';

const mostMembers = 32;
const longest = 1024;
const longestOfOtel = 256;
const longestTenant = 241;
const longestSystem = 14;
const longestKey = 256;

const key = /^(?:[a-z][a-z0-9_\-*/]*|[a-z0-9][a-z0-9_\-*/]*@[a-z][a-z0-9_\-*/]*)$/;
const value = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;
const otelMember = /^[a-z][a-z0-9]*:[a-zA-Z0-9._-]*$/;

/** A span's trace state, with what is in it for sampling (pkg/sampling). */
export interface TraceState {
  randomness?: bigint;
  threshold?: bigint;
  /** What else stands under `ot`. */
  readonly otel: readonly string[];
  /** The members of others. */
  readonly others: readonly string[];
}

/** `undefined` where it is not valid. */
export function readTraceState(text: string): TraceState | undefined {
  const state: { -readonly [K in keyof TraceState]: TraceState[K] } = { otel: [], others: [] };
  if (text === '') return state;
  const members = text.split(',').map((member) => member.replace(/^[ \t]+|[ \t]+$/g, ''));
  if (Buffer.byteLength(text) > longest || members.length >= mostMembers) return undefined;
  const others: string[] = [];
  for (const member of members) {
    if (member === '') continue;
    const at = member.indexOf('=');
    const [name, content] = [member.slice(0, Math.max(at, 0)), member.slice(at + 1)];
    if (!key.test(name) || !value.test(content) || !fits(name)) return undefined;
    if (name !== 'ot') others.push(member);
    else if (!readOtel(content, state)) return undefined;
  }
  return { ...state, others };
}

function fits(name: string): boolean {
  const [tenant = '', system = ''] = name.split('@');
  if (name.length > longestKey) return false;
  return !name.includes('@') || (tenant.length <= longestTenant && system.length <= longestSystem);
}

function readOtel(text: string, state: { -readonly [K in keyof TraceState]: TraceState[K] }): boolean {
  const members = text.split(';');
  if (text.length > longestOfOtel || !members.every((member) => otelMember.test(member))) return false;
  const otel: string[] = [];
  for (const member of members) {
    const [name, content = ''] = member.split(':');
    if (name === 'rv') state.randomness = readRandomness(content);
    else if (name === 'th') state.threshold = readThreshold(content);
    else otel.push(member);
    if ((name === 'rv' && state.randomness === undefined) || (name === 'th' && state.threshold === undefined))
      return false;
  }
  state.otel = otel;
  return true;
}

export function writeTraceState({ randomness, threshold, otel, others }: TraceState): string {
  const written = threshold === undefined ? '' : writeThreshold(threshold);
  const own = [
    ...(randomness === undefined ? [] : [`rv:${writeRandomness(randomness)}`]),
    ...(written === '' ? [] : [`th:${written}`]),
    ...otel,
  ];
  return [...(own.length === 0 ? [] : [`ot=${own.join(';')}`]), ...others].join(',');
}
