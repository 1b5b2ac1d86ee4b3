import type { ActionModel } from '../model/hub';
import type { HubHandle } from '../model/value';

// A phantom property: it tells the class from others in the type, and does not exist at run time.
declare const action: unique symbol;

/** What an automation does. */
export class Action {
  declare readonly [action]: true;

  /** @internal */
  constructor(
    /** @internal */
    readonly model: ActionModel,
    /** @internal The hub whose variable it changes. */
    readonly hub: HubHandle,
  ) {}
}
