import fc from 'fast-check';
import { type Structs, structsOf } from '../../../src/alertmanager/schema';
import type { AlertmanagerRelease } from '../../../src/model/alertmanager';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';

/** What is written for each scalar: mostly what it takes. */
const scalars: Readonly<Record<string, readonly ConfigValue[]>> = {
  any: ['text', 1, { a: 'b' }, ['x'], true, '{{ .Status }}'],
  anyUrl: ['http://proxy:8080', 'proxy:8080', '', 'http://a b', '%zz'],
  bool: [true, false, true, false, 'true', 1],
  daysOfMonth: ['1:5', '1', '-3:-1', '1:-1', 5, '0', '5:1', '32', '-1:5', '29:-1', '1:2:3', '+1:2'],
  duration: ['30s', '5m', '1h30m', '0s', '0', '1d', '2w', '1y', '1.5h', '', '5', 5, 0, '1m1h', '300y', '-5m', '5M'],
  float: [0.5, 1, 'x'],
  goDuration: ['30s', '1.5h', '0', '-5s', '100us', 5, '1d', '', 'x'],
  goDurationText: ['30s', '1.5h', '0', '1d', '', 5, 0, 'x'],
  hostPort: ['mail:25', '[::1]:25', ':25', '', 'mail', 'mail:', 'a:b:c', '[::1]', 25],
  int: [1, 5, 0, -3, 1.5, 'x', '5'],
  location: [
    'UTC',
    'Europe/Berlin',
    'US/Pacific',
    'Local',
    'Asia/Calcutta',
    'Mars/Base',
    'europe/berlin',
    'Etc/GMT+1',
    '',
  ],
  months: ['january:march', '1:3', 'May', '3:1', 'foo', '13', 'december:january'],
  regexp: ['a|b', '.*', '(', 'a{2,1}', '[a-z]+', '(?<n>x)', '(?=x)', ''],
  secret: ['hidden', 'hidden', ''],
  secretTemplateUrl: [
    'http://hook:1/x',
    'https://h/{{ .x }}',
    'http://h/{{ .x',
    'https://h/{{ .x | toUpper }}',
    'ftp://x',
    '',
    '<secret>',
    '/path',
  ],
  secretUrl: ['https://hook/x', 'http://h:80', 'ftp://x', '<secret>', 'hook', '', 'http://'],
  string: ['text', 'text', 'a b', '', 5, true, '{{ .Status }}'],
  tlsVersion: ['TLS12', 'TLS13', 'TLS14', '1.2'],
  uint: [0, 10, 1.5, -1, 'x'],
  url: ['https://api/x', 'http://h:80/', 'ftp://x', 'api', '', 'http://:80', 'http://[::1]/', 'http://a b/'],
  weekdays: ['monday:friday', 'sunday', 'Saturday', 'friday:monday', 'mon', '1'],
  years: ['2026', '2026:2028', '2028:2026', 'x', 2026],
};

const names = ['a', 'b', 'severity', '...', '', 'ü', 'x-y'];

/** Fields whose texts mean something, by name. */
const texts: Readonly<Record<string, readonly ConfigValue[]>> = {
  acks: ['none', 'leader', 'all', 'some'],
  api_type: ['auto', 'cloud', 'datacenter', 'other', ''],
  client_type: ['http', 'grpc', 'udp'],
  compression: ['gzip', 'zstd', 'none', 'other', ''],
  format: ['json', 'protobuf', 'xml'],
  grant_type: ['client_credentials', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
  signature_algorithm: ['RS256', 'HS256'],
  message_type: ['text', 'markdown', 'html', ''],
  name: ['one', 'two', ''],
  parse_mode: ['HTML', 'Markdown', 'MarkdownV2', 'Text', ''],
  receiver: ['one', 'two', 'three'],
  start_time: ['08:00', '23:59', '24:00', '8:00', ''],
  end_time: ['09:00', '24:00', '07:00', '25:00', ''],
  thread_by_date: ['none', 'daily', 'weekly'],
  type: ['team', 'Bearer', 'basic', 'User', '{{ .x }}', '{{ .x', 'schedule'],
};

const lists: Readonly<Record<string, readonly string[]>> = {
  group_by: names,
  equal: names,
  mute_time_intervals: ['one', 'two'],
  active_time_intervals: ['one', 'two'],
  brokers: ['kafka:9092', ''],
  templates: [],
};

const maps: Readonly<Record<string, readonly string[]>> = {
  headers: ['Subject', 'subject', 'References', 'In-Reply-To', 'X A'],
  custom_fields: ['a', 'entity_id'],
  match: names,
  match_re: names,
  labels: ['a', 'name', ''],
  http_headers: ['X-A', 'Host', 'user-agent'],
  source_match: names,
};

const matchers = ['a="b"', 'severity=~"page|warning"', 'x!=y', 'a=b, c=d', 'a=~"("', 'a', 'ü="x"'];

/** Mostly the values that stand first. */
function from(values: readonly ConfigValue[]): fc.Arbitrary<ConfigValue> {
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values.slice(0, 2)) }, fc.constantFrom(...values));
}

function valuesFor(structs: Structs, type: string, field: string, depth: number): fc.Arbitrary<ConfigValue> {
  if (type.startsWith('string|'))
    return fc.oneof(fc.constantFrom<ConfigValue>('text', 5), structOf(structs, type.slice(7), depth - 1));
  if (type === 'matchers') return fc.array(from(matchers), { maxLength: 2 });
  if (type.startsWith('[]')) {
    const own = lists[field];
    const item = own && own.length > 0 ? from(own) : valuesFor(structs, type.slice(2), field, depth);
    const list = own?.length === 0 ? fc.constant([]) : fc.array(item, { maxLength: 2 });
    return fc.oneof({ weight: 12, arbitrary: list }, fc.constantFrom<ConfigValue>('text', null));
  }
  if (type.startsWith('{}')) {
    const keys = maps[field] ?? ['a', 'b'];
    const map = fc.dictionary(fc.constantFrom(...keys), valuesFor(structs, type.slice(2), '', depth), { maxKeys: 2 });
    return fc.oneof({ weight: 12, arbitrary: map }, fc.constantFrom<ConfigValue>('text', null));
  }
  if (Object.hasOwn(structs, type)) return structOf(structs, type, depth - 1);
  return from((type === 'string' && texts[field]) || (scalars[type] ?? []));
}

/** A struct with some of its fields. */
function structOf(structs: Structs, name: string, depth: number, base: ConfigMap = {}): fc.Arbitrary<ConfigMap> {
  const fields = Object.entries(structs[name] ?? {}).filter(([, type]) => depth > 0 || !/[A-Z]/.test(type));
  if (fields.length === 0) return fc.constant(base);
  const some = fc.subarray(fields, { maxLength: Math.min(3, fields.length) });
  const given = some.chain((chosen) =>
    fc.tuple(
      ...chosen.map(([field, type]) => valuesFor(structs, type, field, depth).map((value) => [field, value] as const)),
    ),
  );
  const unknown = fc.constantFrom<ConfigMap>({}, {}, {}, {}, {}, {}, {}, {}, {}, { no_such_field: 1 });
  return fc.tuple(given, unknown).map(([entries, more]) => ({ ...base, ...Object.fromEntries(entries), ...more }));
}

/** The least that each integration takes. */
const least: Readonly<Record<string, ConfigMap>> = {
  discord_configs: { webhook_url: 'https://x/y' },
  email_configs: { to: 'a@b', from: 'c@d', smarthost: 'mail:25' },
  incidentio_configs: { url: 'https://x/y', alert_source_token: 'hidden' },
  jira_configs: { project: 'P', issue_type: 'Bug', api_url: 'https://x/' },
  mattermost_configs: { webhook_url: 'https://x/y' },
  msteams_configs: { webhook_url: 'https://x/y' },
  msteamsv2_configs: { webhook_url_file: '/x' },
  opsgenie_configs: { api_key: 'hidden' },
  pagerduty_configs: { routing_key: 'hidden' },
  pushover_configs: { user_key: 'hidden', token: 'hidden' },
  rocketchat_configs: { token: 'hidden', token_id: 'hidden' },
  slack_configs: { api_url: 'https://x/y' },
  sns_configs: { topic_arn: 'x', sigv4: {} },
  telegram_configs: { bot_token: 'hidden', chat_id: 1 },
  victorops_configs: { api_key: 'hidden', routing_key: 'r' },
  webex_configs: { room_id: 'r', http_config: { authorization: { credentials: 'hidden' } } },
  webhook_configs: { url: 'https://x/y' },
  wechat_configs: { api_secret: 'hidden', corp_id: 'c' },
};

function integrationOf(structs: Structs): fc.Arbitrary<ConfigMap> {
  const known = Object.entries(least).filter(([field]) => structs.Receiver?.[field] !== undefined);
  return fc.constantFrom(...known).chain(([field, base]) => {
    const type = structs.Receiver?.[field]?.slice(2) ?? '';
    const complete = structOf(structs, type, 3, base);
    const without = fc.tuple(complete, fc.constantFrom(...Object.keys(base))).map(([whole, gone]) => {
      const { [gone]: _, ...rest } = whole;
      return rest;
    });
    const changed = structOf(structs, type, 3).map((fields) => ({ ...fields, ...base }));
    return fc
      .oneof({ weight: 3, arbitrary: complete }, { weight: 3, arbitrary: changed }, without)
      .map((config) => ({ [field]: [config] }));
  });
}

/** Configurations around what a release of Alertmanager takes, each with a few things that it may not. */
export function configsOf(release: AlertmanagerRelease): fc.Arbitrary<ConfigMap> {
  const structs = structsOf(release);
  const integration = integrationOf(structs);
  const receiver = (name: string) =>
    fc.tuple(integration, fc.boolean()).map(([one, isSilent]): ConfigMap => ({ name, ...(isSilent ? {} : one) }));
  const intervals = fc
    .array(structOf(structs, 'TimeInterval', 2), { maxLength: 2 })
    .map((list): ConfigMap => ({ name: 'one', time_intervals: list }));
  const sections = {
    global: structOf(structs, 'GlobalConfig', 3),
    route: fc
      .tuple(
        fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, structOf(structs, 'Route', 1)),
        fc.array(structOf(structs, 'Route', 2), { maxLength: 2 }),
      )
      .map(([own, routes]): ConfigMap => ({ receiver: 'one', ...own, ...(routes.length > 0 && { routes }) })),
    receivers: fc.oneof(
      { weight: 8, arbitrary: fc.tuple(receiver('one'), receiver('two')) },
      fc.tuple(receiver('one'), receiver('one')),
    ),
    inhibit_rules: fc.array(structOf(structs, 'InhibitRule', 1), { maxLength: 1 }),
    time_intervals: fc.oneof({ weight: 8, arbitrary: fc.tuple(intervals) }, fc.tuple(intervals, intervals)),
    tracing: structOf(structs, 'TracingConfig', 2, { endpoint: 'x:1' }),
    event_recorder: structOf(structs, 'EventRecorderConfig', 2),
  };
  const known = Object.entries(sections).filter(([section]) => structs.Config?.[section] !== undefined);
  return fc
    .record(Object.fromEntries(known), { requiredKeys: ['route', 'receivers'] })
    .map((config) => config as unknown as ConfigMap);
}

const labelNames = ['severity', 'team', 'alertname', 'env'];
const labelValues = ['page', 'warning', 'db', 'web', 'x'];

/** Label sets, some labels empty or missing. */
export const labelSets = fc.dictionary(fc.constantFrom(...labelNames), fc.constantFrom(...labelValues, ''), {
  maxKeys: 4,
});

const routeMatcher = fc
  .tuple(
    fc.constantFrom(...labelNames),
    fc.constantFrom('=', '=', '!=', '=~', '!~'),
    fc.constantFrom(...labelValues, 'page|db', '.*', '.+', 'p.*', '', 'page|', '(?i)PAGE', 'p'),
  )
  .map(([name, type, value]) => `${name}${type}${JSON.stringify(value)}`);

const durations = fc.constantFrom('1s', '2m', '3h', '1d');

function routes(depth: number): fc.Arbitrary<ConfigMap> {
  const own = fc.record(
    {
      receiver: fc.constantFrom('one', 'two', 'three'),
      matchers: fc.array(routeMatcher, { maxLength: 2 }),
      match: fc.dictionary(fc.constantFrom(...labelNames), fc.constantFrom(...labelValues), { maxKeys: 1 }),
      match_re: fc.dictionary(fc.constantFrom(...labelNames), fc.constantFrom('page|db', '.*', 'w.+'), { maxKeys: 1 }),
      continue: fc.boolean(),
      group_by: fc.oneof(fc.constant(['...']), fc.subarray(labelNames)),
      group_wait: durations,
      group_interval: durations,
      repeat_interval: durations,
      mute_time_intervals: fc.subarray(['one', 'two']),
      active_time_intervals: fc.subarray(['one', 'two']),
    },
    { requiredKeys: [] },
  );
  if (depth === 0) return own as unknown as fc.Arbitrary<ConfigMap>;
  return fc
    .tuple(own, fc.array(routes(depth - 1), { maxLength: 4 }))
    .map(([route, below]) => ({ ...route, routes: below }) as unknown as ConfigMap);
}

const sound = {
  times: [{ start_time: '08:00', end_time: '18:00' }],
  weekdays: ['monday:friday'],
  days_of_month: ['1:7', '-3:-1', '-31:-29'],
  months: ['february:april', '12'],
  years: ['2026:2027'],
  location: 'America/New_York',
} satisfies ConfigMap;

const interval = fc
  .tuple(fc.subarray(Object.entries(sound)), fc.constantFrom('UTC', 'Asia/Kolkata', 'Europe/Berlin', 'Local'))
  .map(([fields, location]): ConfigMap => {
    const chosen: ConfigMap = Object.fromEntries(fields);
    return 'location' in chosen ? { ...chosen, location } : chosen;
  });

/** Times around the ends of days, months and years. */
export const times = fc.oneof(
  fc.date({ min: new Date('2025-12-28'), max: new Date('2028-03-03'), noInvalidDate: true }),
  fc
    .constantFrom('2026-02-28T23:59:00Z', '2028-02-29T04:59:00Z', '2026-03-29T01:30:00Z', '2026-12-31T23:00:00Z')
    .map((time) => new Date(time)),
);

/** Sound configurations with trees of routes, inhibitions and time intervals. */
export const trees: fc.Arbitrary<ConfigMap> = fc
  .tuple(
    fc.array(routes(2), { maxLength: 4 }),
    fc.array(
      fc.record({
        source_matchers: fc.array(routeMatcher, { maxLength: 2 }),
        target_matchers: fc.array(routeMatcher, { maxLength: 2 }),
        equal: fc.subarray(labelNames),
      }),
      { maxLength: 3 },
    ),
    fc.tuple(fc.array(interval, { maxLength: 2 }), fc.array(interval, { maxLength: 2 })),
    fc.oneof(fc.constant(['...']), fc.subarray(labelNames)),
  )
  .map(([below, inhibit_rules, [one, two], group_by]) => ({
    route: { receiver: 'one', group_by, routes: below },
    receivers: [{ name: 'one' }, { name: 'two' }, { name: 'three' }],
    inhibit_rules,
    time_intervals: [
      { name: 'one', time_intervals: one },
      { name: 'two', time_intervals: two },
    ],
  }));
