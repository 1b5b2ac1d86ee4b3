import type { HubModel } from '../model/hub';
import type { Issue } from '../model/issue';
import { error, type Rule, warning } from './rule';

/** Names of rules that break the ConfigMap in which the operator publishes them, and names that hide each other. */
export const hubNames: Rule = (model) => model.hubs.flatMap((hub) => [...ruleNames(hub), ...alertNames(hub)]);

function* ruleNames({ path, automations }: HubModel): Generator<Issue> {
  const seen = new Set<string>();
  for (const { name } of automations) {
    const place = `${path}/automations/${name}`;
    if (seen.has(name)) {
      const message = `two rules have the name "${name}", and the operator publishes the last of them alone.`;
      yield error('hub-name', place, message, 'Give each a name of its own.');
    } else if (!/^[-._a-zA-Z0-9]{1,253}$/.test(name) || /^\.\.?$/.test(name)) {
      const message = `the name "${name}" cannot be a key of a ConfigMap, so that the operator publishes no rule of the hub.`;
      yield error('hub-name', place, message, 'Use up to 253 letters, digits, "-", "_" and ".".');
    }
    seen.add(name);
  }
}

function* alertNames({ path, alerts }: HubModel): Generator<Issue> {
  const seen = new Set<string>();
  for (const { name } of alerts) {
    if (seen.has(name)) {
      const message = `two alerts have the name "${name}", and rules cannot tell them apart.`;
      yield warning('hub-name', `${path}/alerts/${name}`, message, 'Give each a name of its own.');
    }
    seen.add(name);
  }
}
