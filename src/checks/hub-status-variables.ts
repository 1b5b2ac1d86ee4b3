import type { HubModel } from '../model/hub';
import type { Model } from '../model/model';

/** The variables of a hub that replays set to what became of them. */
export function statusVariables({ name, automations }: HubModel, { replays }: Model): ReadonlySet<string> {
  const deployed = automations.flatMap(({ do: actions }) =>
    actions.flatMap((action) => (action.kind === 'deployReplay' ? [action.replay.statusVariable] : [])),
  );
  const own = replays.filter(({ hubName }) => hubName === name).map(({ statusVariable }) => statusVariable);
  return new Set([...deployed, ...own]);
}
