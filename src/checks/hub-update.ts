import { isDeepStrictEqual } from 'node:util';
import type { HubModel } from '../model/hub';
import type { Issue } from '../model/issue';
import { error } from './rule';

/** What the operator refuses when a hub becomes another: the variables that a meta variable is made of stay the same. */
export function hubUpdateIssues(old: HubModel, next: HubModel): readonly Issue[] {
  return next.variables.flatMap(({ key, type, variableRefs }) => {
    // Of variables of one key, the last one counts.
    const known = old.variables.filter((one) => one.key === key && one.type === 'meta').pop();
    if (type !== 'meta' || known === undefined || isDeepStrictEqual(known.variableRefs, variableRefs)) return [];
    const message = `the variable "${key}" was made of ${(known.variableRefs ?? []).join(', ')}, and the operator refuses to change that.`;
    const fix = 'Remove the variable, apply, and add it again; or give the new one another key.';
    return [error('hub-update', `${next.path}/variables/${key}`, message, fix)];
  });
}
