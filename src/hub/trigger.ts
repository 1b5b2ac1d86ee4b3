import type { TriggerModel } from '../model/hub';
import { MdaiError } from '../model/issue';
import type { HubHandle } from '../model/value';

// Phantom properties: they tell the classes from others in the type, and do not exist at run time.
declare const trigger: unique symbol;
declare const triggerValue: unique symbol;

/** What starts an automation. */
export class Trigger {
  declare readonly [trigger]: true;

  /** @internal */
  constructor(
    /** @internal */
    readonly model: TriggerModel,
    /** @internal The hub whose alert or variable it is about. */
    readonly hub: HubHandle,
  ) {}
}

/** A part of the event that started an automation, for the values of its actions. */
export class TriggerValue {
  declare readonly [triggerValue]: true;

  /** @internal */
  constructor(private readonly field: string) {}

  /** @internal As the hub's rules write it. */
  placeholder(): string {
    return `\${trigger:${this.field}}`;
  }

  /** Always throws: inside other text, the event's value would be lost. */
  toString(): string {
    throw new MdaiError(`The event's ${this.field} was turned into a string. Give it to the action as it is.`);
  }
}

/** A value of an action: text, or a part of the event. */
export type ActionValue = string | TriggerValue;

export function valueText(value: ActionValue): string {
  const text = value instanceof TriggerValue ? value.placeholder() : value;
  if (text.trim() === '')
    throw new MdaiError('An action has an empty value, which the hub refuses. Give it some text.');
  return text;
}
