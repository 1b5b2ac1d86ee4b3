import type { HubModel } from '../model/hub';
import type { WebhookActionModel } from '../model/hub-action';
import type { IngressModel } from '../model/ingress';
import type { Issue } from '../model/issue';
import type { Keys } from '../model/keys';
import { didYouMean } from '../model/nearest';
import { actionKeys } from './action-keys';
import { listed, placedAt, type Rule, warning } from './rule';

/** Fields that MDAI operator 0.2.12 and event hub 0.1.8 take, and do nothing with. */
export const hubIgnored: Rule = ({ hubs, ingresses }) => [
  ...hubs.flatMap((hub) => [...ofHub(hub)]),
  ...ingresses.flatMap((ingress) => [...ofIngress(ingress)]),
];

function* ofHub({ path, alerts, automations }: HubModel): Generator<Issue> {
  for (const [i, { name, keepFiringFor }] of alerts.entries()) {
    if (keepFiringFor === undefined) continue;
    const message = 'the operator does not tell Prometheus how long the alert should keep firing.';
    const fix = 'Write it into the expression: max_over_time(…).';
    const issue = warning('hub-ignored', `${path}/alerts/${name}`, message, fix);
    yield placedAt(issue, ['spec', 'prometheusAlerts', i, 'keep_firing_for']);
  }
  for (const [i, { name, do: actions }] of automations.entries()) {
    for (const [j, action] of actions.entries()) {
      if (action.kind !== 'callWebhook') continue;
      yield* ofCall(action, `${path}/automations/${name}`, actionKeys(i, j, action));
    }
  }
}

/** What the message to Slack is made of. */
const slackValues = ['message', 'labels_val_ref_primary', 'link_text', 'link_url'];

function* ofCall(
  { method = 'POST', template, values = {} }: WebhookActionModel,
  path: string,
  keys: Keys,
): Generator<Issue> {
  if (method !== 'POST') {
    const message = `the event hub sends POST, and not ${method}.`;
    yield placedAt(warning('hub-ignored', path, message, 'Leave the method out.'), [...keys, 'method']);
  }
  for (const value of template === 'slackAlertTemplate' ? Object.keys(values) : []) {
    if (slackValues.includes(value)) continue;
    const message = `slackAlertTemplate has no place for the value "${value}".`;
    const fix = didYouMean(value, slackValues, `It has ${listed(slackValues)}.`);
    yield placedAt(warning('hub-ignored', path, message, fix), [...keys, 'templateValues', value]);
  }
}

function* ofIngress({ path, ingressClassName }: IngressModel): Generator<Issue> {
  if (ingressClassName === undefined) return;
  const message = 'the operator takes the class of the collector, and not "ingressClassName".';
  const fix = 'Write the class into the collector: ingress.ingressClassName.';
  yield placedAt(warning('hub-ignored', path, message, fix), ['spec', 'ingressClassName']);
}
