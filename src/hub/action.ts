import type { ActionModel } from '../model/hub';

/** What an automation does. */
export class Action {
  /** @internal */
  constructor(
    /** @internal */
    readonly model: ActionModel,
  ) {}
}
