import type { VariableDataType } from './hub';
import { MdaiError } from './issue';

/** An alert with the labels `L` fired or stopped firing. */
export interface AlertEvent<L extends string = never> {
  readonly alert: { readonly [label in L]: string };
}

/** A variable that holds a `T` was changed. */
export interface VariableEvent<T extends VariableDataType = VariableDataType> {
  readonly variable: T;
}

const eventTextMark: unique symbol = Symbol.for('cdk8s-mdai.EventText') as never;
// A phantom property: it says in the type which event the text needs, and does not exist at run time.
declare const needs: unique symbol;

/** Text that the event hub completes from the event `E` that starts an automation. */
export class EventText<E = unknown> {
  /** @internal Recognised across two installed copies of this library. */
  readonly [eventTextMark]: true = true;
  declare readonly [needs]: (event: E) => void;

  /** @internal */
  constructor(
    /** @internal As the hub's rules write it: with `${trigger:…}` for what the event says. */
    readonly template: string,
  ) {}

  /** Always throws: an ordinary template string would lose which event this is of. */
  toString(): string {
    throw new MdaiError(
      `Text with a part of an event (${this.template}) was turned into a string. Write text\`…\${value}…\` to put it inside other text.`,
    );
  }

  /** Always throws, as `toString` does. */
  toJSON(): string {
    return this.toString();
  }
}

/** A part of the event that starts an automation, for the values of its actions. */
export class EventField<E = unknown> extends EventText<E> {
  /** @internal */
  constructor(private readonly field: string) {
    super(`\${trigger:${field}}`);
  }

  /**
   * This part, or other text where the event does not have it. Without one, the placeholder itself is stored.
   *
   * @throws MdaiError for an empty text, or one with `}` in it
   */
  orElse(text: string): EventText<E> {
    if (text === '' || text.includes('}')) {
      throw new MdaiError(`"${text}" cannot stand in for the event's ${this.field}. Use text without "}".`);
    }
    return new EventText(`\${trigger:${this.field}:-${text}}`);
  }
}

/** The event that all of several values need: one that is what each of them needs. */
export type EventOf<V> = [V extends EventText<infer E> ? (event: E) => void : never] extends [(event: infer I) => void]
  ? I
  : unknown;

export function isEventText(value: unknown): value is EventText {
  return typeof value === 'object' && value !== null && eventTextMark in value;
}

/** What every event says of itself, for the values of actions. */
export const event = {
  /** The event's own id. */
  id: new EventField('id'),
  /** `<alert>.firing`, `<alert>.resolved`, or `var.<operation>`. */
  name: new EventField('name'),
  /** When it happened, in RFC 3339. */
  timestamp: new EventField('timestamp'),
  source: new EventField('source'),
  /** Of an alert, its fingerprint. */
  sourceId: new EventField('source_id'),
  /** What all events of one chain have in common; the event has none where people began it. */
  correlationId: new EventField('correlation_id'),
  hubName: new EventField('hub_name'),
} as const;
