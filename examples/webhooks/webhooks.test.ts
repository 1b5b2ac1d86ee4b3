import { App } from 'cdk8s';
import { loop } from 'cdk8s-mdai/testing';
import { webhooks } from './webhooks';

const { cluster, failing, troubled } = webhooks(new App());

const labels = { team: 'payments' };

test('an alert is told to Slack, to the pager and to the workflow', () => {
  const mdai = loop(cluster, { secrets: { pager: { 'routing-key': 'r' } } });
  const fired = mdai.fire(failing, { labels, value: 1200 });
  expect(fired.automations).toEqual(['tell', 'dispatch']);
  expect(mdai.value(troubled)).toEqual(['payments']);

  const [slack, page, dispatch] = fired.webhooks;
  expect(slack?.url).toBe('<secret slack/url>');
  expect(JSON.parse(slack?.body ?? '').text).toBe('A team fails');
  expect(slack?.body).toContain('*team* - payments');
  expect(JSON.parse(page?.body ?? '')).toEqual({
    routing_key: 'r',
    event_action: 'trigger',
    payload: { summary: 'payments fails: 1200.00 errors', severity: 'critical', source: 'mdai' },
  });
  expect(dispatch).toEqual({
    automation: 'dispatch',
    method: 'POST',
    url: 'https://api.github.com/repos/acme/runbooks/dispatches',
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: '<secret github/authorization>',
      'Content-Type': 'application/json',
    },
    body: '{"event_type":"team-fails","client_payload":{"team":"payments"}}',
  });
});

test('nobody is told that it is over', () => {
  const mdai = loop(cluster);
  mdai.fire(failing, { labels });
  expect(mdai.resolve(failing, { labels }).webhooks).toEqual([]);
  expect(mdai.value(troubled)).toBeUndefined();
});

test('a name that breaks the JSON keeps the pager and everything behind it from being called', () => {
  const { webhooks: calls, stopped } = loop(cluster).fire(failing, { labels: { team: 'the "best"' } });
  expect(calls.map(({ url }) => url)).toEqual(['<secret slack/url>']);
  expect(stopped).toEqual([
    expect.stringContaining('payloadTemplate is not valid JSON'),
    expect.stringContaining('payloadTemplate is not valid JSON'),
  ]);
});
