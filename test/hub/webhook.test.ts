import { App, Chart, Duration } from 'cdk8s';
import {
  type Action,
  type AlertEvent,
  configMapFile,
  event,
  jsonTemplate,
  MdaiHub,
  secret,
  slackAlertTemplate,
  text,
  webhook,
} from '../../src/index';
import { specOf } from './admitted';

const hub = () => new MdaiHub(new Chart(new App(), 'chart', { namespace: 'mdai' }), 'hub');

/** How an alert with the labels `team` and `pod` calls it. */
function written(make: (loud: ReturnType<typeof loudOf>) => Action<AlertEvent<'team' | 'pod'>>) {
  const of = hub();
  const loud = loudOf(of);
  of.automation('call', { when: loud.firing(), do: [make(loud)] });
  return specOf(of, 'MdaiHub').rules[0].then[0].callWebhook;
}

function loudOf(of: MdaiHub) {
  return of.alert('loud', { expr: 'up == 0', labels: ['team', 'pod'], severity: 'warning' });
}

const url = secret('slack', 'url');

test('a message for Slack', () => {
  const template = (loud: ReturnType<typeof loudOf>) =>
    slackAlertTemplate({
      message: 'A pod is down',
      label: loud.label('team'),
      link: { url: configMapFile('links', 'runbook'), text: 'Runbook' },
    });
  expect(written((loud) => webhook({ url, template: template(loud), timeout: Duration.seconds(90) }))).toEqual({
    url: { valueFrom: { secretKeyRef: { name: 'slack', key: 'url' } } },
    templateRef: 'slackAlertTemplate',
    templateValues: { message: 'A pod is down', labels_val_ref_primary: 'team', link_text: 'Runbook' },
    templateValuesFrom: { link_url: { configMapKeyRef: { name: 'links', key: 'runbook' } } },
    timeout: '1m30s',
  });
  expect(written(() => webhook({ url, template: slackAlertTemplate() }))).toEqual({
    url: { valueFrom: { secretKeyRef: { name: 'slack', key: 'url' } } },
    templateRef: 'slackAlertTemplate',
  });
});

test('a body of one’s own, with parts of the event and secrets in it', () => {
  const call = written((loud) =>
    webhook({
      url: 'https://events.example.com/v2/enqueue',
      method: 'POST',
      template: jsonTemplate({
        routing_key: secret('pager-duty', 'routing-key'),
        payload: { summary: text`${loud.label('pod')} of "${loud.label('team').orElse('a "nobody"')}"`, severity: 3 },
        tags: [event.id, true, null],
      }),
      headers: { 'Content-Type': 'application/json', Authorization: secret('pager-duty', 'token') },
      timeout: '10s',
    }),
  );
  const { payloadTemplate, ...rest } = call;
  expect(JSON.parse(payloadTemplate.value)).toEqual({
    routing_key: '${template:pager_duty_routing_key}',
    payload: {
      summary: '${trigger:payload.labels.pod} of "${trigger:payload.labels.team:-a "nobody"}"',
      severity: 3,
    },
    tags: ['${trigger:id}', true, null],
  });
  expect(rest).toEqual({
    url: { value: 'https://events.example.com/v2/enqueue' },
    method: 'POST',
    templateRef: 'jsonTemplate',
    templateValuesFrom: {
      pager_duty_routing_key: { secretKeyRef: { name: 'pager-duty', key: 'routing-key' } },
    },
    headers: { 'Content-Type': 'application/json' },
    headersFrom: { Authorization: { secretKeyRef: { name: 'pager-duty', key: 'token' } } },
    timeout: '10s',
  });
});

test('entries whose names are alike are told apart', () => {
  const body = { a: secret('a-b', 'c'), b: secret('a', 'b-c'), again: secret('a', 'b-c') };
  const { payloadTemplate, templateValuesFrom } = written(() => webhook({ url, template: jsonTemplate(body) }));
  expect(JSON.parse(payloadTemplate.value)).toEqual({
    a: '${template:a_b_c}',
    b: '${template:secret/a/b-c}',
    again: '${template:secret/a/b-c}',
  });
  expect(Object.keys(templateValuesFrom)).toEqual(['a_b_c', 'secret/a/b-c']);
});

test('a body that is kept elsewhere', () => {
  const template = jsonTemplate(configMapFile('webhooks', 'page.json'), {
    values: { env: 'production', key: secret('pager', 'key') },
  });
  expect(written(() => webhook({ url, template }))).toEqual({
    url: { valueFrom: { secretKeyRef: { name: 'slack', key: 'url' } } },
    templateRef: 'jsonTemplate',
    payloadTemplate: { valueFrom: { configMapKeyRef: { name: 'webhooks', key: 'page.json' } } },
    templateValues: { env: 'production' },
    templateValuesFrom: { key: { secretKeyRef: { name: 'pager', key: 'key' } } },
  });
});

const template = slackAlertTemplate();

test.each<[string, () => unknown, string]>([
  ['an address that is none', () => webhook({ url: 'example.com/x', template }), 'is no address of a webhook'],
  [
    'the address of a channel as plain text',
    () => webhook({ url: 'https://hooks.slack.com/services/T0/B0/x', template }),
    'The address of this webhook is a secret',
  ],
  ['a password in the address', () => webhook({ url: 'https://a:b@example.com', template }), 'is a secret'],
  [
    'a token as plain text',
    () => webhook({ url, template, headers: { authorization: 'Bearer x' } }),
    'The header authorization holds a secret as plain text',
  ],
  ['a header that the operator refuses', () => webhook({ url, template, headers: { HOST: 'a' } }), 'the header HOST'],
])('%s throws where it is written', (_, program, message) => {
  expect(program).toThrow(message);
});
