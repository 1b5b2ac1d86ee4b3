import type { Release } from '../../../src/model/release';
import type { Case } from './case';
import { collectAll } from './driver/start';
import { type Disagreement, judge } from './run';

/** How many smaller cases one collector tries. */
const AT_ONCE = 120;

type Path = readonly (string | number)[];

/** The smallest case found, by leaving parts out, in which simulator and collector still differ. */
export async function shrink(found: Disagreement, release: Release): Promise<Disagreement> {
  let smallest = found;
  for (;;) {
    const next = await smaller(smallest, release);
    if (next === undefined) return smallest;
    smallest = next;
  }
}

async function smaller({ case: one }: Disagreement, release: Release): Promise<Disagreement | undefined> {
  const all = reductions(one).sort((a, b) => size(a) - size(b));
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const candidates = all.slice(from, from + AT_ONCE);
    const { outcomes } = await collectAll(`otelcol-${release}`, candidates);
    for (const candidate of candidates) {
      const real = outcomes.get(candidate);
      const differences = real ? judge(candidate, real, release) : [];
      if (differences.length > 0) return { case: candidate, differences };
    }
  }
  return undefined;
}

function size({ config, input }: Case): number {
  return JSON.stringify([config, input]).length;
}

/** The case with one part left out, in every way. Some of them are no configurations any more. */
function reductions(one: Case): Case[] {
  const whole = { config: one.config, input: one.input, headers: one.headers };
  const out: Case[] = [];
  visit(whole, [], (path, value) => {
    if (Array.isArray(value)) {
      const least = path.at(-1) === 'exporters' || path.at(-1) === 'receivers' || path.at(-1) === 'pipelines' ? 1 : 0;
      if (value.length <= least) return;
      value.forEach((_, index) => {
        out.push({
          ...one,
          ...replaced(
            whole,
            path,
            value.filter((__, other) => other !== index),
          ),
        });
      });
    } else if (typeof value === 'string' && path[0] === 'config') {
      for (const shorter of shorterTexts(value)) out.push({ ...one, ...replaced(whole, path, shorter) });
    }
  });
  return out;
}

function visit(value: unknown, path: Path, each: (path: Path, value: unknown) => void): void {
  each(path, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    visit(inner, [...path, Array.isArray(value) ? Number(key) : key], each);
}

function replaced<T>(whole: T, [head, ...rest]: Path, value: unknown): T {
  if (head === undefined) return value as T;
  const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string | number, unknown>;
  copy[head] = replaced(copy[head], rest, value);
  return copy as T;
}

/** A condition or statement without one of its terms. */
function shorterTexts(text: string): string[] {
  const where = text.indexOf(' where ');
  if (where >= 0) {
    const editor = text.slice(0, where);
    return [
      editor,
      ...shorterTexts(text.slice(where + ' where '.length)).map((condition) => `${editor} where ${condition}`),
    ];
  }
  const out: string[] = [];
  for (const match of text.matchAll(/ (and|or) /g)) {
    const [left, right] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    out.push(...[left, right].filter(balanced));
  }
  if (text.startsWith('not ')) out.push(text.slice('not '.length));
  if (/^\(.*\)$/.test(text)) out.push(text.slice(1, -1));
  return out.filter(balanced);
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const one of text.replace(/"(\\.|[^"\\])*"/g, '')) {
    if (one === '(') depth++;
    if (one === ')' && --depth < 0) return false;
  }
  return depth === 0 && text !== '';
}
