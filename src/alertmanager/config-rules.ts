import { type ConfigMap, isConfigMap } from '../model/config';
import { isPlainLabel } from '../model/label-name';
import { readDuration } from '../model/prometheus-duration';
import {
  all,
  choice,
  type Fault,
  isGiven,
  isPresent,
  needs,
  notWithFile,
  type StructRule,
  section,
  textOf,
} from './rule';
import { parseTime } from './time-range';

/** The values of `global` that a file may hold instead. */
const globalSecrets = [
  ...['slack_app_token', 'slack_api_url', 'opsgenie_api_key', 'victorops_api_key', 'telegram_bot_token'],
  ...['smtp_auth_password', 'smtp_auth_secret', 'wechat_api_secret'],
  'mattermost_webhook_url',
];

const slackApp = 'https://slack.com/api/chat.postMessage';

const global: StructRule = all(
  ...globalSecrets.map((field) => notWithFile(field)),
  notWithFile('rocketchat_token', isPresent),
  notWithFile('rocketchat_token_id', isPresent),
  function* (fields) {
    const has = (field: string) => isGiven(fields[field]) || isGiven(fields[`${field}_file`]);
    if (!has('slack_app_token') || !has('slack_api_url')) return;
    // An address that is the app's own is let pass.
    if (fields.slack_api_url === (fields.slack_app_url ?? slackApp)) return;
    yield {
      field: 'slack_app_token',
      message: 'has a token of an app of Slack, and an address of a webhook.',
      fix: 'Keep one of them.',
    };
  },
);

function* oldMatchers(fields: ConfigMap, ...names: readonly string[]): Generator<Fault> {
  for (const field of names) {
    for (const name of Object.keys(section(fields[field])).filter((one) => !isPlainLabel(one))) {
      yield {
        field,
        message: `has the label "${name}", which ${field} does not take.`,
        fix: 'Write it into matchers.',
      };
    }
  }
}

function* emptyLabels(fields: ConfigMap, field: string): Generator<Fault> {
  const names = fields[field];
  const list = Array.isArray(names) ? names.map(textOf) : Object.keys(section(names));
  if (list.includes('')) yield { field, message: `has a label without a name in "${field}".`, fix: 'Write its name.' };
}

const route: StructRule = all(
  (fields) => oldMatchers(fields, 'match', 'match_re'),
  (fields) => emptyLabels(fields, 'labels'),
  (fields) => emptyLabels(fields, 'group_by'),
  function* (fields) {
    const names = Array.isArray(fields.group_by) ? fields.group_by.map(textOf) : [];
    const labels = names.filter((name) => name !== '...');
    if (labels.length > 0 && labels.length < names.length) {
      yield {
        field: 'group_by',
        message: 'groups by all labels, "...", and by some.',
        fix: "Write ['...'] alone, or leave it out.",
      };
    }
    const twice = labels.find((name, i) => labels.indexOf(name) < i);
    if (twice !== undefined) {
      yield { field: 'group_by', message: `groups by "${twice}" twice.`, fix: 'Write it once.' };
    }
    for (const field of ['group_interval', 'repeat_interval']) {
      const value = fields[field];
      if (value === undefined || value === null || readDuration(textOf(value)) !== 0) continue;
      yield { field, message: `has a ${field} of zero.`, fix: 'Write a longer one.' };
    }
  },
);

/** What the whole refuses of its root route. */
function* root(config: ConfigMap): Generator<Fault> {
  const { route } = config;
  if (!isConfigMap(route)) {
    yield { message: 'has no route.', fix: 'Add a route with a receiver.' };
    return;
  }
  if (!isGiven(route.receiver)) {
    yield {
      field: 'route',
      message: 'has a root route without a receiver.',
      fix: 'Add a receiver, for the alerts that no route takes.',
    };
  }
  if (route.continue === true) {
    yield {
      field: 'route/continue',
      message: 'has a root route that continues.',
      fix: 'Leave continue out: nothing is behind it.',
    };
  }
  for (const field of ['match', 'match_re', 'matchers', 'mute_time_intervals', 'active_time_intervals']) {
    const value = route[field];
    const isEmpty = Array.isArray(value) ? value.length === 0 : Object.keys(section(value)).length === 0;
    if (isEmpty) continue;
    yield {
      field: `route/${field}`,
      message: `has ${field} on its root route.`,
      fix: 'Move it to a route below, which takes a part of the alerts.',
    };
  }
}

function* receiver(fields: ConfigMap): Generator<Fault> {
  const label = section(fields.labels).name;
  if (label !== undefined && textOf(label) !== textOf(fields.name)) {
    yield {
      field: 'labels',
      message: 'has a label "name" with another name than its own.',
      fix: 'Leave the label out.',
    };
  }
  for (const [field, list] of Object.entries(fields)) {
    if (field.endsWith('_configs') && Array.isArray(list) && list.includes(null)) {
      yield { field, message: `has an empty entry in "${field}".`, fix: 'Take it out.' };
    }
  }
}

function* batch(fields: ConfigMap): Generator<Fault> {
  const settings = ['batch_max_events', 'batch_max_bytes', 'batch_flush_interval'];
  const number = (field: string) => (typeof fields[field] === 'number' ? fields[field] : 0);
  for (const field of settings) {
    if (number(field) < 0) yield { field, message: `has a negative ${field}.`, fix: 'Write a number from 0.' };
    else if (fields.batch !== true && isGiven(fields[field]) && readDuration(textOf(fields[field])) !== 0) {
      yield { field, message: `has ${field}, but sends no batches.`, fix: 'Add batch: true.' };
    }
  }
}

function* hiddenUrl(fields: ConfigMap): Generator<Fault> {
  if (fields.url === '<secret>')
    yield { field: 'url', message: 'has no address.', fix: 'Write an absolute URL: https://host/path.' };
}

function* brokers(fields: ConfigMap): Generator<Fault> {
  const list = Array.isArray(fields.brokers) ? fields.brokers : [];
  if (list.length === 0 || list.some((broker) => !isGiven(broker))) {
    yield { field: 'brokers', message: 'needs the addresses of brokers.', fix: "Write brokers: ['host:port']." };
  }
}

function* range(fields: ConfigMap): Generator<Fault> {
  const [start, end] = [parseTime(fields.start_time), parseTime(fields.end_time)];
  if (start === undefined || end === undefined) {
    yield { message: 'needs a start_time and an end_time.', fix: "Write both as '08:30', up to '24:00'." };
  } else if (start >= end) {
    yield { message: 'ends before it starts.', fix: 'Write what goes beyond midnight as two ranges.' };
  }
}

/** What the rest of a configuration refuses, by struct. */
export const configRules: Readonly<Record<string, StructRule>> = {
  Config: root,
  FileOutputConfig: needs('path'),
  GlobalConfig: global,
  InhibitRule: all(
    (fields) => oldMatchers(fields, 'source_match', 'source_match_re', 'target_match', 'target_match_re'),
    (fields) => emptyLabels(fields, 'equal'),
  ),
  KafkaOutputConfig: all(
    brokers,
    needs('topic'),
    choice('acks', ['none', 'leader', 'all']),
    choice('compression', ['none', 'gzip', 'snappy', 'lz4', 'zstd']),
    choice('format', ['json', 'protobuf']),
  ),
  MuteTimeInterval: needs('name'),
  NamedTimeIntervals: needs('name'),
  Receiver: all(needs('name'), receiver),
  Route: route,
  TimeRange: range,
  TracingConfig: all(needs('endpoint'), choice('client_type', ['http', 'grpc']), choice('compression', ['gzip'])),
  WebhookOutputConfig: all(needs('url'), hiddenUrl, batch),
};
