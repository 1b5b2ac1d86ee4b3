import type { Issue } from '../model/issue';
import type { ObserverModel } from '../model/observer';
import { error, placedAt, type Rule } from './rule';

/** Measurements of one observer under one name: the operator keeps the last of them alone. */
export const observers: Rule = (model) => model.observers.flatMap((observer) => [...measuresOf(observer)]);

function* measuresOf({ path, measures }: ObserverModel): Generator<Issue> {
  const seen = new Set<string>();
  for (const [i, { name }] of measures.entries()) {
    if (seen.has(name)) {
      const message = `two measurements have the name "${name}", and the operator keeps the last of them alone.`;
      const issue = error('hub-name', `${path}/${name}`, message, 'Give each a name of its own.');
      yield placedAt(issue, ['spec', 'observers', i, 'name']);
    }
    seen.add(name);
  }
}
