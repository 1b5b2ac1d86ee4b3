import type { TriggerModel } from '../model/hub';
import type { HubHandle } from '../model/value';

// A phantom property: it says in the type which event it is, and does not exist at run time.
declare const gives: unique symbol;

/** What starts an automation: the event `E`. */
export class Trigger<E> {
  declare readonly [gives]: E;

  /** @internal */
  constructor(
    /** @internal */
    readonly model: TriggerModel,
    /** @internal The hub whose alert or variable it is about. */
    readonly hub: HubHandle,
  ) {}
}
