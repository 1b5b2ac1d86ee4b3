import type { HubModel } from '../model/hub';
import type { Issue } from '../model/issue';
import { statusVariables } from './hub-status-variables';
import { placedAt, type Rule, warning } from './rule';

/** Variables of hubs that nothing sets, and variables that nothing reads. */
export const hubIdle: Rule = (model) => model.hubs.flatMap((hub) => [...idleIn(hub, statusVariables(hub, model))]);

function* idleIn({ path, variables, automations }: HubModel, statuses: ReadonlySet<string>): Generator<Issue> {
  const changed = new Set(
    automations.flatMap(({ do: actions }) => actions.flatMap((one) => ('variable' in one ? one.variable : []))),
  );
  const awaited = new Set(automations.flatMap(({ when }) => ('variable' in when ? when.variable : [])));
  const referred = new Set(variables.flatMap(({ variableRefs = [] }) => variableRefs));
  for (const [i, { key, type, exports }] of variables.entries()) {
    const keys = ['spec', 'variables', i, 'key'];
    const place = `${path}/variables/${key}`;
    if (type === 'computed' && !changed.has(key) && !statuses.has(key)) {
      const message = `no rule of the hub sets the variable "${key}".`;
      const fix = 'Set it in a rule, or let people set it: type: manual.';
      yield placedAt(warning('hub-idle', place, message, fix), keys);
    }
    if (exports.length === 0 && !awaited.has(key) && !referred.has(key) && !statuses.has(key)) {
      const message = `nothing reads the variable "${key}".`;
      yield placedAt(warning('hub-idle', place, message, 'Export it to collectors, or remove it.'), keys);
    }
  }
}
