import { isConfigMap } from '../model/config';
import { authorizes } from './http-rules';
import {
  all,
  choice,
  exactlyOne,
  type Fault,
  inGlobal,
  isGiven,
  isPresent,
  needs,
  notBoth,
  oneOf,
  orGlobal,
  type StructRule,
  section,
  textOf,
} from './rule';
import { templateAdvice } from './template';

const botAddress = 'https://slack.com/api/chat.postMessage';

const slack: StructRule = all(
  notBoth('api_url', 'api_url_file'),
  notBoth('app_token', 'app_token_file'),
  function* (fields, global) {
    const has = (from: typeof fields, ...names: readonly string[]) => names.some((name) => isGiven(from[name]));
    const ownUrl = has(fields, 'api_url', 'api_url_file');
    const ownToken = has(fields, 'app_token', 'app_token_file');
    const client = isConfigMap(fields.http_config) ? fields.http_config : section(global.http_config);
    const ownAuthorization = authorizes(section(fields.http_config));
    const globalToken = has(global, 'slack_app_token', 'slack_app_token_file');
    const takesToken = globalToken && !ownToken && !ownAuthorization && !isGiven(fields.api_url);
    if (ownUrl && ownToken) {
      yield {
        field: 'app_token',
        message: 'has an address of a webhook, and a token of an app.',
        fix: 'Keep one of them.',
      };
    }
    if (!ownUrl && !ownToken && !takesToken && !has(global, 'slack_api_url', 'slack_api_url_file')) {
      yield {
        message: 'needs "api_url" or "app_token", or "slack_api_url" in global.',
        fix: "Add \"api_url_file\" with the path of a Secret; in TypeScript, api_url: secret('name', 'key').",
      };
    }
    if ((ownToken || takesToken) && authorizes(client)) {
      yield { field: 'http_config', message: 'authorizes by a token, and by http_config.', fix: 'Keep one of them.' };
    }
    if (fields.update_message === true && fields.api_url !== botAddress) {
      yield {
        field: 'update_message',
        message: 'can change messages only as a bot.',
        fix: `Write api_url: '${botAddress}'.`,
      };
    }
  },
);

const email: StructRule = all(
  needs('to'),
  inGlobal('smarthost', 'smtp_smarthost'),
  inGlobal('from', 'smtp_from'),
  function* (fields) {
    const seen = new Set<string>();
    for (const name of Object.keys(section(fields.headers))) {
      const same = canonicalHeader(name);
      if (seen.has(same))
        yield { field: 'headers', message: `has the header "${same}" twice.`, fix: 'Keep one of them.' };
      seen.add(same);
    }
    const threading = section(fields.threading);
    if (threading.enabled !== true) return;
    for (const name of ['References', 'In-Reply-To'].filter((one) => seen.has(one))) {
      yield { field: 'headers', message: `sets the header "${name}", which threading sets.`, fix: 'Take it out.' };
    }
    if (threading.thread_by_date !== 'none' && threading.thread_by_date !== 'daily') {
      yield {
        field: 'threading',
        message: 'does not say how threading goes by date.',
        fix: "Write thread_by_date: 'none' or 'daily'.",
      };
    }
  },
);

/** As Go writes the names of headers; what is no name stays as it is. */
function canonicalHeader(name: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return name;
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

function* sns(fields: Parameters<StructRule>[0]): Generator<Fault> {
  const given = ['topic_arn', 'target_arn', 'phone_number'].filter((field) => isGiven(fields[field]));
  // Alertmanager compares in pairs, and so takes all three.
  if (given.length === 0 || given.length === 2) {
    yield { message: 'needs one of "topic_arn", "target_arn" and "phone_number".', fix: 'Keep one of them.' };
  }
}

function* sigv4(fields: Parameters<StructRule>[0]): Generator<Fault> {
  if (isGiven(fields.access_key) !== isGiven(fields.secret_key)) {
    yield {
      message: 'needs both "access_key" and "secret_key", or neither.',
      fix: 'Leave both out, and give the pods an identity.',
    };
  }
  if (isGiven(fields.external_id) && !isGiven(fields.role_arn)) {
    yield { field: 'external_id', message: 'has "external_id" without "role_arn".', fix: 'Add role_arn.' };
  }
}

function* incidentio(fields: Parameters<StructRule>[0]): Generator<Fault> {
  const token = isGiven(fields.alert_source_token) || isGiven(fields.alert_source_token_file);
  if (!isConfigMap(fields.http_config)) return;
  const authorized = authorizes(fields.http_config);
  if (authorized === token) {
    const message = token
      ? 'authorizes by a token, and by http_config.'
      : 'needs "alert_source_token", or an authorization in http_config.';
    yield {
      message,
      fix: token
        ? 'Keep one of them.'
        : "Add \"alert_source_token_file\" with the path of a Secret; in TypeScript, alert_source_token: secret('name', 'key').",
    };
  }
}

function* webex(fields: Parameters<StructRule>[0]): Generator<Fault> {
  if (authorizes(section(fields.http_config))) return;
  yield {
    message: 'needs an authorization in "http_config".',
    fix: 'Add http_config: { authorization: { credentials_file: … } }; in TypeScript, credentials: secret(…).',
  };
}

/** What Alertmanager sends to VictorOps itself. */
const victorOpsFields = [
  'routing_key',
  'message_type',
  'state_message',
  'entity_display_name',
  'monitoring_tool',
  'entity_id',
  'entity_state',
];

function* victorOps(fields: Parameters<StructRule>[0]): Generator<Fault> {
  for (const name of victorOpsFields.filter((one) => one in section(fields.custom_fields))) {
    yield {
      field: 'custom_fields',
      message: `has the field "${name}", which Alertmanager sets.`,
      fix: 'Give it another name.',
    };
  }
}

const responderTypes = ['team', 'teams', 'user', 'escalation', 'schedule'];

function* responder(fields: Parameters<StructRule>[0]): Generator<Fault> {
  const type = textOf(fields.type);
  const fault = templateAdvice(type, 'go');
  if (fault !== undefined) yield { field: 'type', message: 'has a template that cannot be read.', fix: fault };
  else if (!type.includes('{{') && !responderTypes.includes(type.toLowerCase())) {
    yield { field: 'type', message: `has the unknown type "${type}".`, fix: `Write ${responderTypes.join(', ')}.` };
  }
}

const action: StructRule = all(needs('type', 'text'), oneOf('url', 'name'));

/** What receivers refuse, by struct. */
export const integrationRules: Readonly<Record<string, StructRule>> = {
  DiscordConfig: exactlyOne('webhook_url'),
  EmailConfig: email,
  IncidentioConfig: all(exactlyOne('url'), notBoth('alert_source_token', 'alert_source_token_file'), incidentio),
  JiraConfig: all(
    needs('project', 'issue_type'),
    choice('api_type', ['auto', 'cloud', 'datacenter']),
    inGlobal('api_url', 'jira_api_url'),
  ),
  MSTeamsConfig: exactlyOne('webhook_url'),
  MSTeamsV2Config: exactlyOne('webhook_url'),
  MattermostConfig: orGlobal('webhook_url', 'mattermost_webhook_url'),
  MattermostField: needs('title', 'value'),
  OpsGenieConfig: orGlobal('api_key', 'opsgenie_api_key'),
  OpsGenieConfigResponder: all(oneOf('id', 'name', 'username'), responder),
  PagerdutyConfig: all(
    oneOf('routing_key', 'routing_key_file', 'service_key', 'service_key_file'),
    notBoth('routing_key', 'routing_key_file'),
    notBoth('service_key', 'service_key_file'),
  ),
  PushoverConfig: all(exactlyOne('user_key'), exactlyOne('token'), notBoth('html', 'monospace')),
  RocketchatConfig: all(
    orGlobal('token_id', 'rocketchat_token_id', isPresent),
    orGlobal('token', 'rocketchat_token', isPresent),
  ),
  SNSConfig: sns,
  SigV4Config: sigv4,
  SlackAction: action,
  SlackConfig: slack,
  SlackConfirmationField: needs('text'),
  SlackField: needs('title', 'value'),
  TelegramConfig: all(
    orGlobal('bot_token', 'telegram_bot_token'),
    exactlyOne('chat_id'),
    choice('parse_mode', ['Markdown', 'MarkdownV2', 'HTML']),
  ),
  VictorOpsConfig: all(needs('routing_key'), orGlobal('api_key', 'victorops_api_key'), victorOps),
  WebexConfig: all(needs('room_id'), webex),
  WebhookConfig: exactlyOne('url'),
  WechatConfig: all(
    choice('message_type', ['text', 'markdown']),
    orGlobal('api_secret', 'wechat_api_secret'),
    inGlobal('corp_id', 'wechat_api_corp_id'),
  ),
};
