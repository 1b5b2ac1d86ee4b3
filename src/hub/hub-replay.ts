import type { VariableEvent } from '../model/event';
import { Action } from './action';
import { type ReplayOptions, replaySpec } from './replay-options';
import type { ScalarVariable } from './scalar-variable';
import type { HubVariable } from './variable-state';

/** What `hub.replay` makes. */
export class HubReplay {
  /** @internal */
  constructor(
    /**
     * Set by people, through the gateway's API, to ask for a replay: JSON with `replayName`, `startTime`, `endTime` and
     * `telemetryType`.
     */
    readonly request: ScalarVariable<'string'>,
    /** What became of it: JSON with `replay_name` and `replay_status`. */
    readonly status: ScalarVariable<'string'>,
  ) {}
}

/** The event of a variable from which the event hub reads what to replay, or what to clean up. */
export type ReplayEvent = VariableEvent<'string'>;

/** What a replay of one's own making is. */
export interface DeployReplayOptions extends ReplayOptions {
  /** The variable that hears what became of it. */
  readonly status: HubVariable<'string'>;
}

/** Actions about replays, for automations that `hub.replay` does not make. */
export const replay = {
  /**
   * Creates an `MdaiReplay`. The variable that starts the automation holds JSON with `replayName`, `startTime`,
   * `endTime` and `telemetryType`.
   */
  deploy({ status, ...options }: DeployReplayOptions): Action<ReplayEvent> {
    return new Action({ kind: 'deployReplay', replay: replaySpec(options, status) }, status.owner);
  },

  /** Deletes an `MdaiReplay`. The variable that starts the automation is the status of the replay. */
  cleanUp(): Action<ReplayEvent> {
    return new Action({ kind: 'cleanUpReplay' });
  },
};
