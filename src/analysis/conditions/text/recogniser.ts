import { type Expression, lastCodePoint, type Range } from './expression';

/** Reads a text one code point after the other, and says of each state whether the text so far belongs to a language. */
export interface Recogniser {
  readonly start: number;
  step(state: number, codePoint: number): number;
  accepts(state: number): boolean;
  /** Code points from which on the next ones may be treated in another way. */
  readonly breaks: readonly number[];
}

/** Where a language is too large to be worked with. */
export class TooLarge extends Error {}

/** The most instructions of a program. */
const mostInstructions = 4000;
/** The most states that are remembered. */
const mostStates = 4000;

type Instruction =
  | { readonly op: 'one'; readonly of: readonly Range[]; next: number }
  | { readonly op: 'split'; next: number; other: number }
  | { readonly op: 'begin' | 'end'; next: number }
  | { readonly op: 'match' };

/** All texts that hold a match of an expression somewhere. Throws `TooLarge`. */
export function holding(expression: Expression): Recogniser {
  return new Machine(expression, true);
}

/** All texts that are a match of an expression as a whole. Throws `TooLarge`. */
export function wholly(expression: Expression): Recogniser {
  return new Machine({ kind: 'sequence', parts: [{ kind: 'begin' }, expression, { kind: 'end' }] }, false);
}

/** All texts that are less than another, in the order of their code points, which is that of their bytes in UTF-8. */
export function lessThan(text: string): Recogniser {
  const points = [...text].map((character) => character.codePointAt(0) as number);
  const less = points.length + 1;
  const greater = points.length + 2;
  return {
    start: 0,
    // The state is how many code points were the same so far.
    step: (state, codePoint) => {
      const there = points[state];
      if (state > points.length) return state;
      if (there === undefined) return greater;
      if (codePoint === there) return state + 1;
      return codePoint < there ? less : greater;
    },
    accepts: (state) => state === less || state < points.length,
    breaks: points.flatMap((point) => [point, point + 1]),
  };
}

export function recognises(recogniser: Recogniser, text: string): boolean {
  let state = recogniser.start;
  for (const character of text) state = recogniser.step(state, character.codePointAt(0) as number);
  return recogniser.accepts(state);
}

/** The states are sets of instructions, made when they are first met. */
class Machine implements Recogniser {
  readonly start: number;
  readonly breaks: readonly number[];
  private readonly program: Instruction[] = [];
  private readonly first: number;
  private readonly states: { readonly at: readonly number[]; readonly accepts: boolean }[] = [];
  private readonly known = new Map<string, number>();
  private readonly steps = new Map<number, number>();

  constructor(
    expression: Expression,
    private readonly anywhere: boolean,
  ) {
    this.first = this.compile(expression, this.add({ op: 'match' }));
    this.breaks = this.program.flatMap((instruction) =>
      instruction.op === 'one' ? instruction.of.flatMap(([first, last]) => [first, last + 1]) : [],
    );
    this.start = this.state([this.first], true);
  }

  step(state: number, codePoint: number): number {
    const key = state * (lastCodePoint + 1) + codePoint;
    let next = this.steps.get(key);
    if (next === undefined) {
      next = this.after(state, codePoint);
      this.steps.set(key, next);
    }
    return next;
  }

  accepts(state: number): boolean {
    return this.states[state]?.accepts ?? false;
  }

  private after(state: number, codePoint: number): number {
    const at = this.states[state]?.at ?? [];
    // A match that was found stays one, whatever follows.
    if (this.anywhere && at.some((i) => this.program[i]?.op === 'match')) return state;
    const next: number[] = this.anywhere ? [this.first] : [];
    for (const i of at) {
      const instruction = this.program[i];
      if (instruction?.op !== 'one') continue;
      if (instruction.of.some(([first, last]) => first <= codePoint && codePoint <= last)) next.push(instruction.next);
    }
    return this.state(next, false);
  }

  private state(from: readonly number[], atBegin: boolean): number {
    const at = this.closure(from, atBegin, false);
    const key = `${atBegin ? '^' : ''}${at.join()}`;
    let state = this.known.get(key);
    if (state === undefined) {
      if (this.states.length >= mostStates) throw new TooLarge();
      state = this.states.length;
      const accepts = this.closure(from, atBegin, true).some((i) => this.program[i]?.op === 'match');
      this.states.push({ at, accepts });
      this.known.set(key, state);
    }
    return state;
  }

  /** What is reached without reading anything, in order. */
  private closure(from: readonly number[], atBegin: boolean, atEnd: boolean): readonly number[] {
    const reached = new Set<number>();
    const waiting = [...from];
    for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
      if (reached.has(i)) continue;
      reached.add(i);
      const instruction = this.program[i] as Instruction;
      if (instruction.op === 'split') waiting.push(instruction.next, instruction.other);
      if (instruction.op === 'begin' && atBegin) waiting.push(instruction.next);
      if (instruction.op === 'end' && atEnd) waiting.push(instruction.next);
    }
    return [...reached].sort((a, b) => a - b);
  }

  /** Writes the program for an expression, and gives where it begins. */
  private compile(expression: Expression, next: number): number {
    switch (expression.kind) {
      case 'one':
        return this.add({ op: 'one', of: expression.of, next });
      case 'begin':
      case 'end':
        return this.add({ op: expression.kind, next });
      case 'sequence':
        return expression.parts.reduceRight((behind, part) => this.compile(part, behind), next);
      case 'choice':
        return expression.options
          .map((option) => this.compile(option, next))
          .reduceRight((other, option) => this.add({ op: 'split', next: option, other }));
      case 'repeat':
        return this.repeat(expression, next);
    }
  }

  private repeat({ part, least, most }: Expression & { kind: 'repeat' }, next: number): number {
    let behind = next;
    if (most === Number.POSITIVE_INFINITY) {
      const loop: Instruction = { op: 'split', next: -1, other: next };
      behind = this.add(loop);
      loop.next = this.compile(part, behind);
    } else {
      for (let i = least; i < most; i++) {
        behind = this.add({ op: 'split', next: this.compile(part, behind), other: next });
      }
    }
    for (let i = 0; i < least; i++) behind = this.compile(part, behind);
    return behind;
  }

  private add(instruction: Instruction): number {
    if (this.program.length >= mostInstructions) throw new TooLarge();
    return this.program.push(instruction) - 1;
  }
}
