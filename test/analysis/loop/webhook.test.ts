import type { WebhookActionModel } from '../../../src/model/hub-action';
import { event, firing, hub, loopOf } from './models';

const url = 'https://hooks.example/x';

/** Calls a webhook with the alert "loud" of a service. */
function call(action: Omit<WebhookActionModel, 'kind' | 'url'> & { url?: WebhookActionModel['url'] }, options = {}) {
  const loop = loopOf(hub({}, { tell: { when: firing, do: [{ kind: 'callWebhook', url, ...action }] } }), options);
  return loop.fire('h', 'loud', { service: 'a&b' }, 3);
}

test('a JSON template is filled with the event and the values of the template', () => {
  const payload = `{"service":"${event('payload.labels.service')}","team":"\${template:team}","runbook":"\${template:none:-none}"}`;
  const { webhooks, stopped } = call({ template: 'jsonTemplate', payload, values: { team: 'ops' }, method: 'PUT' });
  expect(stopped).toEqual([]);
  expect(webhooks).toEqual([
    {
      automation: 'tell',
      method: 'POST',
      url,
      headers: { 'Content-Type': 'application/json' },
      body: '{"service":"a&b","team":"ops","runbook":"none"}',
    },
  ]);
});

test('the event is not filled into the values of a template', () => {
  const { webhooks } = call({
    template: 'jsonTemplate',
    payload: '"${template:service}"',
    values: { service: event('payload.labels.service') },
  });
  expect(webhooks[0]?.body).toBe('"${trigger:payload.labels.service}"');
});

test('what is not JSON is not sent', () => {
  const { webhooks, stopped } = call({
    template: 'jsonTemplate',
    payload: `{"service":${event('payload.labels.service')}}`,
  });
  expect(webhooks).toEqual([]);
  expect(stopped).toEqual([
    'loud.firing: action 1 of tell failed, and nothing after it ran: payloadTemplate is not valid JSON: {"service":a&b}',
  ]);
});

test('headers are canonical, and not filled', () => {
  const { webhooks } = call({
    template: 'jsonTemplate',
    payload: '{}',
    headers: { 'content-TYPE': 'text/plain', 'x-service': event('name') },
  });
  expect(webhooks[0]?.headers).toEqual({ 'Content-Type': 'text/plain', 'X-Service': '${trigger:name}' });
});

describe('what is in a Secret or a ConfigMap', () => {
  const action = {
    url: { kind: 'secret', name: 'hooks', key: 'url' },
    template: 'jsonTemplate',
    payload: { kind: 'configMap', name: 'templates', key: 'body' },
    headers: { Authorization: { kind: 'secret', name: 'hooks', key: 'token' } },
  } as const;

  test('stays a reference', () => {
    const [webhook] = call(action).webhooks;
    expect(webhook).toEqual({
      automation: 'tell',
      method: 'POST',
      url: '<secret hooks/url>',
      headers: { Authorization: '<secret hooks/token>', 'Content-Type': 'application/json' },
    });
  });

  test('is read where the test gives it, without the space around it', () => {
    const [webhook] = call(action, {
      secrets: { hooks: { url: `${url}\n`, token: 't' } },
      configMaps: { templates: { body: `{"at":"${event('timestamp')}"}\n` } },
    }).webhooks;
    expect(webhook).toMatchObject({ url, headers: { Authorization: 't' }, body: '{"at":"2024-01-01T00:01:00Z"}' });
  });
});

describe('a message for Slack', () => {
  test('is built of the alert', () => {
    const [webhook] = call({
      template: 'slackAlertTemplate',
      values: { message: 'Too loud', labels_val_ref_primary: 'service', link_url: 'https://runbook.example?a&b' },
    }).webhooks;
    expect(webhook?.body).toBe(
      '{"text":"Too loud","blocks":[{"text":{"text":"*Too loud*","type":"mrkdwn"},"type":"section"},' +
        '{"fields":[{"text":"*Alert timestamp* - 2024-01-01 00:01:00 +0000 UTC","type":"mrkdwn"},' +
        String.raw`{"text":"*service* - a\u0026b","type":"mrkdwn"},{"text":"*alertname* - loud","type":"mrkdwn"},` +
        '{"text":"*status* - firing","type":"mrkdwn"}],"type":"section"},' +
        '{"elements":[{"style":"primary","text":{"text":"See more","type":"plain_text"},"type":"button",' +
        String.raw`"url":"https://runbook.example?a\u0026b"}],"type":"actions"}]}`,
    );
  });

  test('names the hub and the event where it has no text, and says what it does not know', () => {
    const [webhook] = call({ template: 'slackAlertTemplate', values: { labels_val_ref_primary: 'team' } }).webhooks;
    const { text, blocks } = JSON.parse(webhook?.body ?? '');
    expect(text).toBe('MDAI Hub Event - h - loud.firing');
    expect(blocks[1].fields[1].text).toBe('*team* - Unknown');
  });

  test('is not sent for a change of a variable', () => {
    const loop = loopOf(
      hub(
        { level: 'manual string' },
        { tell: { when: { variable: 'level' }, do: [{ kind: 'callWebhook', url, template: 'slackAlertTemplate' }] } },
      ),
    );
    const { webhooks, stopped } = loop.request('h', 'level', { operation: 'add', data: 'high' });
    expect(webhooks).toEqual([]);
    expect(stopped).toEqual([
      'var.set: action 1 of tell failed, and nothing after it ran: failed to read labels from payload: labels not found in payload',
    ]);
  });
});
