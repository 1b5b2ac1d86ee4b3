import type { HubModel } from '../model/hub';
import type { Issue } from '../model/issue';
import { error, placedAt, type Rule, warning } from './rule';

/** Names of rules that break the ConfigMap in which the operator publishes them, and names that hide each other. */
export const hubNames: Rule = (model) => model.hubs.flatMap((hub) => [...ruleNames(hub), ...alertNames(hub)]);

function* ruleNames({ path, automations }: HubModel): Generator<Issue> {
  const seen = new Set<string>();
  for (const [i, { name }] of automations.entries()) {
    const place = `${path}/automations/${name}`;
    const keys = ['spec', 'rules', i, 'name'];
    if (seen.has(name)) {
      const message = `two rules have the name "${name}", and the operator publishes the last of them alone.`;
      yield placedAt(error('hub-name', place, message, 'Give each a name of its own.'), keys);
    } else if (!/^[-._a-zA-Z0-9]{1,253}$/.test(name) || /^\.\.?$/.test(name)) {
      const message = `the name "${name}" cannot be a key of a ConfigMap, so that the operator publishes no rule of the hub.`;
      const fix = 'Use up to 253 letters, digits, "-", "_" and ".".';
      yield placedAt(error('hub-name', place, message, fix), keys);
    }
    seen.add(name);
  }
}

function* alertNames({ path, alerts }: HubModel): Generator<Issue> {
  const seen = new Set<string>();
  for (const [i, { name }] of alerts.entries()) {
    if (seen.has(name)) {
      const message = `two alerts have the name "${name}", and rules cannot tell them apart.`;
      const issue = warning('hub-name', `${path}/alerts/${name}`, message, 'Give each a name of its own.');
      yield placedAt(issue, ['spec', 'prometheusAlerts', i, 'name']);
    }
    seen.add(name);
  }
}
