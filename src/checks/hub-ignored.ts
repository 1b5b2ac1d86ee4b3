import type { HubModel } from '../model/hub';
import type { WebhookActionModel } from '../model/hub-action';
import type { IngressModel } from '../model/ingress';
import type { Issue } from '../model/issue';
import { didYouMean } from '../model/nearest';
import { listed, type Rule, warning } from './rule';

/** Fields that MDAI operator 0.2.12 and event hub 0.1.8 take, and do nothing with. */
export const hubIgnored: Rule = ({ hubs, ingresses }) => [
  ...hubs.flatMap((hub) => [...ofHub(hub)]),
  ...ingresses.flatMap((ingress) => [...ofIngress(ingress)]),
];

function* ofHub({ path, alerts, automations }: HubModel): Generator<Issue> {
  for (const { name, keepFiringFor } of alerts) {
    if (keepFiringFor === undefined) continue;
    const message = 'the operator does not tell Prometheus how long the alert should keep firing.';
    yield warning('hub-ignored', `${path}/alerts/${name}`, message, 'Write it into the expression: max_over_time(…).');
  }
  for (const { name, do: actions } of automations) {
    for (const action of actions)
      if (action.kind === 'callWebhook') yield* ofCall(action, `${path}/automations/${name}`);
  }
}

/** What the message to Slack is made of. */
const slackValues = ['message', 'labels_val_ref_primary', 'link_text', 'link_url'];

function* ofCall({ method = 'POST', template, values = {} }: WebhookActionModel, path: string): Generator<Issue> {
  if (method !== 'POST') {
    yield warning('hub-ignored', path, `the event hub sends POST, and not ${method}.`, 'Leave the method out.');
  }
  for (const value of template === 'slackAlertTemplate' ? Object.keys(values) : []) {
    if (slackValues.includes(value)) continue;
    const message = `slackAlertTemplate has no place for the value "${value}".`;
    yield warning('hub-ignored', path, message, didYouMean(value, slackValues, `It has ${listed(slackValues)}.`));
  }
}

function* ofIngress({ path, ingressClassName }: IngressModel): Generator<Issue> {
  if (ingressClassName === undefined) return;
  const message = 'the operator takes the class of the collector, and not "ingressClassName".';
  yield warning('hub-ignored', path, message, 'Write the class into the collector: ingress.ingressClassName.');
}
