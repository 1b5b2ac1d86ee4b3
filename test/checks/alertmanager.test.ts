import { checkModel } from '../../src/checks/check';
import type { AlertmanagerModel } from '../../src/model/alertmanager';
import type { ConfigMap } from '../../src/model/config';
import { formatIssue } from '../../src/model/issue';
import type { Model } from '../../src/model/model';
import type { PrometheusModel } from '../../src/model/prometheus';

const oncall: ConfigMap = { name: 'oncall', webhook_configs: [{ url: 'https://oncall.example' }] };
const chat: ConfigMap = { name: 'chat', webhook_configs: [{ url: 'https://chat.example' }] };

function alertmanager(config: ConfigMap, parts: Partial<AlertmanagerModel> = {}): AlertmanagerModel {
  return { path: 'c/main', name: 'main', backend: 'workload', version: '0.34.2', config, templates: {}, ...parts };
}

/** What the checks say, one line for each issue. */
function told(one: AlertmanagerModel, more: Partial<Model> = {}): string[] {
  const none: readonly never[] = [];
  const model: Model = {
    ...{ collectors: none, hubs: none, observers: none, hubMonitors: none, prometheuses: none },
    ...{ replays: none, ingresses: none, dals: none },
    ...more,
    alertmanagers: [one],
    closed: true,
  };
  return checkModel(model).map((issue) => `${issue.severity}: ${formatIssue(issue)}`);
}

/** A sound configuration with these parts in place of its own. */
function config(parts: ConfigMap = {}): ConfigMap {
  return { route: { receiver: 'oncall' }, receivers: [oncall], ...parts };
}

test('a sound configuration has no issues', () => {
  expect(told(alertmanager(config()))).toEqual([]);
});

test('fields are those of the release, with values of their types', () => {
  const receiver: ConfigMap = {
    name: 'oncall',
    webhook_configs: [{ url: 'hook.example', max_alerts: 'ten', timeout: '1d', send_resolve: true }],
    pushover_configs: [],
  };
  expect(told(alertmanager(config({ receivers: [receiver] })))).toMatchInlineSnapshot(`
    [
      "error: c/main/receivers/0/webhook_configs/0/max_alerts: Alertmanager does not read "ten" here. Write a number from 0. [alertmanager-value]",
      "error: c/main/receivers/0/webhook_configs/0/send_resolve: Alertmanager has no field "send_resolve" here. Did you mean "send_resolved"? [alertmanager-field]",
      "error: c/main/receivers/0/webhook_configs/0/timeout: Alertmanager does not read "1d" here. Write Duration.seconds(10), or units such as 90s, 1h30m or 1.5s. [alertmanager-value]",
      "error: c/main/receivers/0/webhook_configs/0/url: Alertmanager does not read this value here. Write an absolute URL: https://host/path. [alertmanager-value]",
    ]
  `);
  const newer = config({ receivers: [{ name: 'oncall', mattermost_configs: [{ webhook_url_file: '/x' }] }] });
  expect(told(alertmanager(newer))).toEqual([]);
  expect(told(alertmanager(newer, { version: '0.28.1' }))).toEqual([
    'error: c/main/receivers/0/mattermost_configs: "mattermost_configs" is not known to Alertmanager 0.28.1, but to 0.34.2. ' +
      'Take it out, or run another version. [alertmanager-field]',
  ]);
});

test('secrets as plain text are errors, the address of a webhook is none', () => {
  const receiver: ConfigMap = {
    name: 'oncall',
    slack_configs: [{ api_url: 'https://hooks.slack.example/services/T/B/X' }],
    sns_configs: [{ topic_arn: 'x', sigv4: { access_key: 'a', secret_key: 'b' } }],
    webhook_configs: [{ url: 'https://user:word@hook.example' }, { url: 'https://hook.example' }],
  };
  expect(told(alertmanager(config({ receivers: [receiver] })))).toMatchInlineSnapshot(`
    [
      "error: c/main/receivers/0/slack_configs/0/api_url: "api_url" holds a secret as plain text. Keep the value in a Secret: "api_url_file" with its path in YAML, secret('name', 'key') in TypeScript. [secret-literal]",
      "error: c/main/receivers/0/sns_configs/0/sigv4/secret_key: "secret_key" holds a secret as plain text. Leave it out: Alertmanager takes no file in its place. [secret-literal]",
      "error: c/main/receivers/0/webhook_configs/0/url: "url" holds a secret as plain text. Keep the value in a Secret: "url_file" with its path in YAML, secret('name', 'key') in TypeScript. [secret-literal]",
    ]
  `);
});

test('what receivers need, and what excludes each other', () => {
  const receiver: ConfigMap = {
    name: 'oncall',
    pagerduty_configs: [{ url: 'https://pagerduty.example' }],
    telegram_configs: [{ bot_token_file: '/t', chat_id: 1, chat_id_file: '/c' }],
    email_configs: [{ to: 'a@b' }],
  };
  expect(told(alertmanager(config({ receivers: [receiver], global: { smtp_from: 'c@d' } })))).toMatchInlineSnapshot(`
    [
      "error: c/main/receivers/0/email_configs/0: it needs "smarthost", or "smtp_smarthost" in global. Add smarthost, or global: { smtp_smarthost }. [alertmanager-value]",
      "error: c/main/receivers/0/pagerduty_configs/0: it needs one of "routing_key", "routing_key_file", "service_key" and "service_key_file". Add routing_key. [alertmanager-value]",
      "error: c/main/receivers/0/telegram_configs/0/chat_id_file: it has "chat_id" and "chat_id_file". Keep one of them. [alertmanager-value]",
    ]
  `);
});

test('names that are not there, or twice', () => {
  const parts: ConfigMap = {
    route: { receiver: 'oncal', routes: [{ mute_time_intervals: ['nights'], matchers: ['a=b'] }] },
    receivers: [oncall, oncall],
  };
  expect(told(alertmanager(config(parts))).filter((line) => line.startsWith('error'))).toMatchInlineSnapshot(`
    [
      "error: c/main/receivers/1: another receiver has the name "oncall". Give one of them another name. [alertmanager-duplicate]",
      "error: c/main/route/receiver: there is no receiver "oncal". Did you mean "oncall"? [alertmanager-undefined]",
      "error: c/main/route/routes/0/mute_time_intervals: there is no time interval "nights". Define it, or name one of those that there are. [alertmanager-undefined]",
    ]
  `);
});

test('the root route takes everything, and groups and times are sound', () => {
  const route: ConfigMap = {
    receiver: 'oncall',
    matchers: ['severity=page'],
    continue: true,
    group_by: ['a', '...'],
    repeat_interval: '0s',
  };
  expect(told(alertmanager(config({ route })))).toMatchInlineSnapshot(`
    [
      "error: c/main/route/continue: it has a root route that continues. Leave continue out: nothing is behind it. [alertmanager-value]",
      "error: c/main/route/group_by: it groups by all labels, "...", and by some. Write ['...'] alone, or leave it out. [alertmanager-value]",
      "error: c/main/route/matchers: it has matchers on its root route. Move it to a route below, which takes a part of the alerts. [alertmanager-value]",
      "error: c/main/route/repeat_interval: it has a repeat_interval of zero. Write a longer one. [alertmanager-value]",
    ]
  `);
});

test('templates that cannot be read: in fields when somebody is notified, in files at the start', () => {
  const receiver: ConfigMap = {
    name: 'oncall',
    slack_configs: [{ api_url_file: '/x', title: '{{ .Status | upper }}', text: '{{ if .x }}' }],
  };
  const lines = told(alertmanager(config({ receivers: [receiver] }), { templates: { 'a.tmpl': '{{ define "a" }}' } }));
  expect(lines).toMatchInlineSnapshot(`
    [
      "warning: c/main/receivers/0/slack_configs/0/text: the template cannot be read, so that no notification is sent: column 4, at \`if\`: "if" is not ended. Write {{ end }} where it ends. [alertmanager-template]",
      "warning: c/main/receivers/0/slack_configs/0/title: the template cannot be read, so that no notification is sent: column 14, at \`upper\`: There is no function "upper". Did you mean "toUpper"? [alertmanager-template]",
      "error: c/main/templates/a.tmpl: the template cannot be read: column 4, at \`define\`: "define" is not ended. Write {{ end }} where it ends. [alertmanager-template]",
    ]
  `);
});

test('the operator would fill in what looks like a variable', () => {
  const route: ConfigMap = { receiver: 'oncall', routes: [{ matchers: ['a=~"b$(c)"'] }] };
  expect(told(alertmanager(config({ route })))).toEqual([]);
  expect(told(alertmanager(config({ route }), { backend: 'operator' }))).toEqual([
    'error: c/main/route/routes/0/matchers/0: the operator would put a variable in place of "$(c)". ' +
      'Write it in another way, e.g. [$] in a regular expression. [alertmanager-variable]',
  ]);
});

const prometheus = (rules: PrometheusModel['groups'][number]['rules']): PrometheusModel => ({
  path: 'c/prometheus',
  name: 'prometheus',
  mode: 'server',
  backend: 'operator',
  managed: true,
  selectorLabels: {},
  version: '3.15.0',
  image: 'prometheus',
  replicas: 1,
  shards: 1,
  scrapeInterval: '30s',
  evaluationInterval: '30s',
  memoryMiB: 1024,
  cpuMillis: 1000,
  externalLabels: { cluster: 'eu' },
  enableFeatures: [],
  remoteWrite: [],
  alertmanager: { path: 'c/main', service: 'main' },
  scrapes: [],
  groups: [{ name: 'g', rules }],
});
const rule = (expr: string, labels: Readonly<Record<string, string>>) =>
  ({ kind: 'alert', name: 'Full', expr, labels, annotations: {} }) as const;

describe('routes that no alert reaches', () => {
  const lines = (routes: readonly ConfigMap[], more: Partial<Model> = {}) =>
    told(alertmanager({ route: { receiver: 'oncall', routes }, receivers: [oncall, chat] }), more);

  test('contradict the routes above, or themselves', () => {
    const below: ConfigMap = { matchers: ['severity="info"'], receiver: 'chat' };
    expect(lines([{ matchers: ['severity="page"'], routes: [below] }])).toEqual([
      'warning: c/main/route/routes/0/routes/0: no alert reaches this route: what it asks for contradicts itself, or the ' +
        'routes above. Correct its matchers. [alert-unrouted]',
    ]);
    expect(lines([{ matchers: ['a=~"x|y"', 'a!~"x|y"'], receiver: 'chat' }])).toHaveLength(1);
  });

  test('stand behind routes that take all of theirs', () => {
    const rows = (...texts: readonly string[]): ConfigMap[] =>
      texts.map((text) => ({ matchers: [text], receiver: 'chat' }));
    expect(lines(rows('severity=~"page|info"', 'severity="page"'))).toEqual([
      'warning: c/main/route/routes/1: no alert reaches this route: those before it take them all, the last of them ' +
        'route/routes/0. Move it to the front, or let the other continue. [alert-unrouted]',
    ]);
    expect(lines(rows('severity="page"', 'severity="info"', 'severity=~"page|info"'))).toHaveLength(1);
    expect(lines(rows('severity="page"', 'severity="info"', 'severity=~"page|info|x"'))).toEqual([]);
    expect(lines([{ matchers: ['a=b'], receiver: 'chat', continue: true }, ...rows('a=b')])).toEqual([]);
    expect(lines([...rows('a="b"'), { routes: rows('a="b"') }])[0]).toContain(
      'c/main/route/routes/1/routes/0: no alert reaches this route: those before it take them all, the last of them route/routes/0.',
    );
  });

  test('leave receivers without alerts', () => {
    expect(lines([{ receiver: 'chat' }])).toEqual([
      'warning: c/main/receivers/0: nothing comes to the receiver "oncall": the routes below take all. ' +
        'Take it out, or leave something for it. [alert-unrouted]',
    ]);
    expect(lines([])).toEqual([
      'warning: c/main/receivers/1: no route names the receiver "chat". Name it in a route, or take it out. [alert-unrouted]',
    ]);
  });

  const sent = (matcher: string, one: ReturnType<typeof rule>, receiver = 'chat') =>
    told(
      alertmanager({
        route: { receiver: 'oncall', routes: [{ matchers: [matcher], receiver }] },
        receivers: [oncall, { ...chat, name: receiver }],
      }),
      {
        prometheuses: [prometheus([one])],
      },
    ).filter((line) => line.includes('alert-unrouted'));

  test.each([
    ['severity="page"', 'up == 0', { severity: 'warning' }, 1],
    ['severity="warning"', 'up == 0', { severity: 'warning' }, 0],
    ['alertname="Other"', 'up == 0', {}, 1],
    ['cluster="us"', 'sum(up) == 0', {}, 1],
    ['cluster="us"', 'up == 0', {}, 0],
    ['zone="a"', 'sum(up) by (job) == 0', {}, 1],
    ['job="a"', 'sum(up) by (job) == 0', {}, 0],
    ['team="a"', 'sum(up) == 0', { team: '{{ $labels.x }}' }, 0],
  ] as const)('ask for %s of an alert on %s with %j', (matcher, expr, labels, issues) => {
    expect(sent(matcher, rule(expr, labels))).toHaveLength(issues);
  });

  test('are let be where they lead to nobody', () => {
    const silent = alertmanager({
      route: { receiver: 'oncall', routes: [{ matchers: ['alertname="Watchdog"'], receiver: 'null' }] },
      receivers: [oncall, { name: 'null' }],
    });
    expect(
      told(silent, { prometheuses: [prometheus([rule('sum(up) == 0', {})])] }).filter((line) =>
        line.includes('c/main'),
      ),
    ).toEqual([]);
  });
});

describe('inhibitions that hold nothing back', () => {
  const lines = (rule: ConfigMap) => told(alertmanager(config({ inhibit_rules: [rule] })));

  test.each([
    [{ source_matchers: ['a=b', 'a=c'], target_matchers: ['d=e'] }, 'no alert can be its source'],
    [
      { source_matchers: ['a=b'], target_matchers: ['a=b'], equal: ['x'] },
      'its source and its target are the same alerts',
    ],
    [{ source_matchers: ['s=x', 'z=1'], target_matchers: ['t=y', 'z=2'], equal: ['z'] }, 'never have the same "z"'],
  ])('%j', (rule, message) => {
    expect(lines(rule)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    [{ source_matchers: ['severity=page'], target_matchers: ['severity=info'] }, undefined],
    [
      { source_matchers: ['severity=page'], target_matchers: ['severity=x'] },
      'none of the alerts that are sent here is its target',
    ],
    [{ source_matchers: ['severity=page'], target_matchers: ['severity=info'], equal: ['alertname'] }, 'in common'],
    [{ source_matchers: ['severity=page'], target_matchers: ['severity=info'], equal: ['job'] }, undefined],
  ])('%j among known alerts', (one, message) => {
    const alert = (name: string, severity: string) => ({ ...rule('up == 0', { severity }), name });
    const prometheuses = [prometheus([alert('Down', 'page'), alert('Slow', 'info')])];
    const own = told(alertmanager(config({ inhibit_rules: [one] })), { prometheuses });
    expect(own.filter((line) => line.includes('inhibition-never'))).toEqual(
      message === undefined ? [] : [expect.stringContaining(message)],
    );
  });

  test('and one that does', () => {
    expect(lines({ source_matchers: ['severity=page'], target_matchers: ['severity=info'], equal: ['zone'] })).toEqual(
      [],
    );
  });
});
