import type { Pointer } from '../../source/document';
import { type Code, isNumber, type Statement } from './code';
import type { Places } from './places';

/** The place of a program above or in which comments can stand: a number, in the order of the program. */
export type Slot = number;

/** The comments of one place. */
export interface Notes {
  /** Lines above it; at the end of a map or a list, behind its last entry. */
  readonly lines: readonly string[];
  /** What stands behind it on its line. */
  readonly besides?: string | undefined;
}

/** The statements that make a thing, and where in them comments of what was read have their places. */
export class Slots {
  /** By the pointers of what was read: what it became. */
  private readonly exact = new Map<string, Slot>();
  /** What holds it without being it: the statement of a call that has it as an argument. */
  private readonly around = new Map<string, Slot>();
  /** Where a map or a list ends. */
  private readonly ends = new Map<string, Slot>();
  /** The statements in their order, with what each stands for. */
  private readonly statements: { readonly slot: Slot; readonly pointers: readonly Pointer[] }[] = [];
  /** Texts that stand in the program as they were. */
  private readonly texts = new Set<string>();
  private next = 0;
  private notes: ReadonlyMap<Slot, Notes> = new Map();
  /** Entries and items that say no more than a word. */
  private readonly short = new Set<Slot>();

  constructor(
    private readonly body: readonly Statement[],
    private readonly places: Places,
  ) {
    this.write(new Map());
  }

  /** What something that was read became. */
  exactly(pointer: Pointer): Slot | undefined {
    return this.exact.get(keyOf(pointer));
  }

  /** What holds something that was read. */
  holding(pointer: Pointer): Slot | undefined {
    return this.exact.get(keyOf(pointer)) ?? this.around.get(keyOf(pointer));
  }

  endOf(pointer: Pointer): Slot | undefined {
    return this.ends.get(keyOf(pointer));
  }

  /** The first statement that stands for a part of something. */
  statementIn(pointer: Pointer): Slot | undefined {
    const isIn = (one: Pointer) => one.length > pointer.length && pointer.every((key, i) => one[i] === key);
    return this.statements.find(({ pointers }) => pointers.some(isIn))?.slot;
  }

  /** Whether there is room behind an entry or an item on its line. */
  isShort(slot: Slot): boolean {
    return this.short.has(slot);
  }

  hasText(text: string): boolean {
    return this.texts.has(text);
  }

  /** The statements with comments in their places. */
  write(notes: ReadonlyMap<Slot, Notes>): Statement[] {
    this.next = 0;
    this.notes = notes;
    return this.body.map((statement) => this.statement(statement));
  }

  private statement(statement: Statement): Statement {
    if (statement.kind !== 'const' && statement.kind !== 'run') return statement;
    const slot = this.next++;
    const pointers = this.places.of(statement.value.of);
    this.add(this.exact, pointers, slot);
    if (this.notes.size === 0) this.statements.push({ slot, pointers });
    const value = this.code(statement.value, slot, pointers, []);
    const notes = this.notes.get(slot);
    return { ...statement, value, ...(notes && { notes: notes.lines }) };
  }

  /**
   * @param slot where comments of it go that have no better place
   * @param own what it stands for
   * @param scopes what its parts may be parts of, where it is not known what it stands for
   */
  private code(code: Code, slot: Slot, own: readonly Pointer[], scopes: readonly Pointer[]): Code {
    switch (code.kind) {
      case 'object':
        return this.object(code, own, scopes);
      case 'array':
        return this.array(code, own);
      case 'call':
        return {
          ...code,
          ...(code.on && { on: this.code(code.on, slot, this.places.of(code.on.of), []) }),
          args: code.args.map((arg) => this.argument(arg, slot, own)),
        };
      case 'string':
        if (code.value.includes('#')) this.texts.add(code.value);
        return code;
      default:
        return code;
    }
  }

  /** An object that is an argument says what the call stands for; of an object of Kubernetes, its specification and its metadata. */
  private argument(arg: Code, slot: Slot, ofCall: readonly Pointer[]): Code {
    const own = this.places.of(arg.of);
    this.add(this.around, own, slot);
    if (own.length > 0 || arg.kind !== 'object') return this.code(arg, slot, own, []);
    const said = ofCall.flatMap((one) => (one.length === 1 ? [one, [...one, 'spec'], [...one, 'metadata']] : [one]));
    const isMain = ofCall.some(({ length }) => length === 1);
    return this.code(arg, slot, said, isMain ? this.places.besides : []);
  }

  private object(
    code: Extract<Code, { readonly kind: 'object' }>,
    own: readonly Pointer[],
    scopes: readonly Pointer[],
  ): Code {
    const entries = code.entries.map(([key, value]): readonly [string, Code] => {
      const known = this.places.of(value.of);
      const named = [...own, ...scopes]
        .map((pointer) => [...pointer, key])
        .filter((pointer) => this.places.at(pointer) !== undefined);
      const pointers = [...known, ...named.slice(0, 1)];
      const isUnknown = pointers.length === 0;
      return [key, this.part(value, pointers, isUnknown ? [...own, ...scopes] : [])];
    });
    return { ...code, entries, ...this.end(own, entries.length) };
  }

  private array(code: Extract<Code, { readonly kind: 'array' }>, own: readonly Pointer[]): Code {
    // A list that became longer or shorter has other places.
    const same = own.filter((pointer) => {
      const list = this.places.at(pointer);
      return Array.isArray(list) && list.length === code.items.length;
    });
    const items = code.items.map((item, i) => {
      return this.part(item, [...this.places.of(item.of), ...same.map((pointer) => [...pointer, i])], [], true);
    });
    return { ...code, items, ...this.end(own, items.length) };
  }

  private part(value: Code, pointers: readonly Pointer[], scopes: readonly Pointer[], isItem = false): Code {
    const slot = this.next++;
    this.add(this.exact, pointers, slot);
    // Lists of numbers fill their lines, so that nothing stands behind one.
    if (isShort(value) && !(isItem && isNumber(value))) this.short.add(slot);
    const code = this.code(value, slot, pointers, scopes);
    const { lines = [], besides } = this.notes.get(slot) ?? {};
    return { ...code, ...(lines.length > 0 && { notes: lines }), ...(besides !== undefined && { besides }) };
  }

  /** Where something ends that is not empty; a whole document ends behind its statements. */
  private end(own: readonly Pointer[], size: number): { readonly notesAtEnd?: readonly string[] } {
    const slot = this.next++;
    if (size > 0)
      this.add(
        this.ends,
        own.filter(({ length }) => length > 1),
        slot,
      );
    const notes = this.notes.get(slot);
    return notes === undefined ? {} : { notesAtEnd: notes.lines };
  }

  private add(to: Map<string, Slot>, pointers: readonly Pointer[], slot: Slot): void {
    for (const pointer of pointers) {
      const key = keyOf(pointer);
      if (!to.has(key)) to.set(key, slot);
    }
  }
}

const longestWord = 40;

function isShort(code: Code): boolean {
  if (code.kind === 'string') return code.value.length <= longestWord && !code.value.includes('\n');
  return code.kind === 'plain' && code.text.length <= longestWord;
}

function keyOf(pointer: Pointer): string {
  return pointer.join('\0');
}
