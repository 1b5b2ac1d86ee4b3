import type { EventText } from '../model/event';
import type { ActionModel } from '../model/hub-action';
import { MdaiError } from '../model/issue';
import type { HubHandle } from '../model/value';

// A phantom property: it says in the type which event the action needs, and does not exist at run time.
declare const needs: unique symbol;

/** What an automation does when the event `E` starts it. */
export class Action<E = unknown> {
  declare readonly [needs]: (event: E) => void;

  /** @internal */
  constructor(
    /** @internal */
    readonly model: ActionModel,
    /** @internal The hub whose variable it changes, or is about. */
    readonly hub?: HubHandle,
  ) {}
}

/** A value of an action: text, or text with parts of the event in it. */
export type ActionValue<E = unknown> = string | EventText<E>;

/** @throws MdaiError for an empty text */
export function valueText<E>(value: ActionValue<E>): string {
  const text = typeof value === 'string' ? value : value.template;
  if (text.trim() === '')
    throw new MdaiError('An action has an empty value, which the hub refuses. Give it some text.');
  return text;
}
