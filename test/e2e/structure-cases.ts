import type { IssueCode } from '../../src/model/issue-codes';
import type { Release } from '../../src/model/release';
import type { Draft } from '../checks/models';

/** A small configuration, and what the collector says of it. */
export interface Case {
  readonly name: string;
  /** What is wrong with it: the collector and the checks refuse it. Nothing: both accept it. */
  readonly code?: IssueCode;
  /** Why the checks refuse what the collector accepts. */
  readonly stricter?: string;
  /** Only for this release. */
  readonly only?: Release;
  readonly gates?: readonly string[];
  /** What makes it from a configuration without mistakes. */
  readonly change: (config: Draft) => void;
}

type Options = Pick<Case, 'only' | 'gates' | 'stricter'>;

function accepted(name: string, change: Case['change'], options: Options = {}): Case {
  return { name: `accepts ${name}`, change, ...options };
}

function refused(code: IssueCode, name: string, change: Case['change'], options: Options = {}): Case {
  return { name: `refuses ${name} (${code})`, code, change, ...options };
}

function pipeline(receivers: readonly string[], exporters: readonly string[], processors?: readonly string[]) {
  return { receivers, exporters, ...(processors && { processors }) };
}

/** A text where any text may stand. */
function text(value: string): Case['change'] {
  return (config) => {
    config.exporters.otlp_http = { endpoint: 'http://vendor', headers: { a: value } };
  };
}

const references: readonly Case[] = [
  accepted('a variable', text('${env:NAME}')),
  accepted('a variable without a scheme', text('${NAME}')),
  accepted('a variable with a default', text('a ${env:NAME:-b} c')),
  accepted('an empty default', text('${env:NAME:-}')),
  accepted('a default from a variable', text('${env:NAME:-${env:OTHER}}')),
  accepted('a variable named by a default', text('${env:${env:NAME:-OTHER}}')),
  accepted('an escaped reference', text('$${1}')),
  accepted('two escaped dollars before a variable', text('$$$${1}')),
  accepted('a dollar', text('$1')),
  accepted('no closing brace', text('${1')),
  accepted('an inline YAML', text('${yaml:a: b}')),
  accepted('a mistake behind an escaped reference', text('$${a} ${1}')),
  accepted('a reference as a key', (config) => {
    config.exporters.otlp_http = { endpoint: 'http://vendor', headers: { '${1}': 'a' } };
  }),
  accepted('a section from elsewhere', (config) => {
    config.exporters = '${env:EXPORTERS}';
  }),
  accepted('pipelines from elsewhere', (config) => {
    config.service.pipelines = '${PIPELINES}';
  }),
  accepted('a list from elsewhere', (config) => {
    config.service.pipelines.logs.exporters = '${yaml:[debug]}';
  }),
  accepted('an id with a part from elsewhere', (config) => {
    config.service.pipelines.logs.exporters = ['de${env:NAME:-bug}'];
  }),
  refused('env-name', 'a variable that begins with a digit', text('${env:1A}')),
  refused('env-name', 'a variable with a dash', text('${env:A-B}')),
  refused('env-name', 'no name', text('${env:}')),
  refused('env-name', 'nothing in the braces', text('${}')),
  refused('env-name', 'a default without a name', text('${env:-a}')),
  refused('env-name', 'a wrong name without a scheme', text('${1}')),
  refused('env-name', 'a wrong name behind three dollars', text('$$${1}')),
  refused('env-name', 'a wrong name inside a default', text('${env:NAME:-${env:1}}')),
  refused('env-name', 'a wrong name in a list of ids', (config) => {
    config.service.pipelines.logs.exporters = ['debug', '${1}'];
  }),
  refused('config-uri', 'an unknown scheme', text('${foo:bar}')),
  refused('config-uri', 'a scheme in capitals', text('${ENV:NAME}')),
  refused('config-uri', 'a default without a scheme', text('${NAME:-a}')),
  refused('config-uri', 'a default without a scheme, the name with an underscore', text('${MY_NAME:-a}')),
  refused('config-uri', 'a scheme of one letter', text('${a:b}')),
  refused('config-uri', 'a dollar inside', text('${env:NAME:-a$b}')),
];

const shapes: readonly Case[] = [
  accepted('no mistake', () => {}),
  accepted('empty sections', (config) => {
    config.processors = {};
    config.connectors = null;
    config.extensions = null;
    config.service.extensions = null;
    config.service.telemetry = null;
  }),
  accepted('a component without a body', (config) => {
    config.exporters.debug = null;
  }),
  refused('config-section', 'an unknown section', (config) => {
    config.exporter = {};
  }),
  refused('config-section', 'a list of receivers', (config) => {
    config.receivers = ['otlp'];
  }),
  refused('config-section', 'a text for a section', (config) => {
    config.processors = 'batch';
  }),
  refused('config-section', 'a service that is a list', (config) => {
    config.service = [];
  }),
  refused('config-section', 'an unknown key in service', (config) => {
    config.service.pipeline = {};
  }),
  refused('yaml-indent', 'a part of the service outside of it', (config) => {
    config.pipelines = config.service.pipelines;
  }),
  refused('yaml-indent', 'a pipeline outside of the pipelines', (config) => {
    config.service['logs/out'] = config.service.pipelines.logs;
  }),
  refused('yaml-indent', 'a part of a pipeline outside of it', (config) => {
    config.service.pipelines.exporters = ['debug'];
  }),
  refused('yaml-indent', 'a field beside the empty section that has it', (config) => {
    config.receivers.otlp = { protocols: { grpc: null, endpoint: '127.0.0.1:0' } };
  }),
  refused('yaml-boolean', 'a word for a boolean that only others know', (config) => {
    config.exporters.otlp_http = { endpoint: 'http://vendor', tls: { insecure: 'yes' } };
  }),
  refused('config-section', 'a list of pipelines', (config) => {
    config.service.pipelines = [config.service.pipelines];
  }),
  refused('config-section', 'a pipeline that is a list', (config) => {
    config.service.pipelines.logs = ['otlp', 'debug'];
  }),
  refused('config-section', 'an unknown key in a pipeline', (config) => {
    config.service.pipelines.logs.processor = [];
  }),
  refused('config-section', 'a text for a list of ids', (config) => {
    config.service.pipelines.logs.receivers = 'otlp';
  }),
  refused('config-section', 'a number among ids', (config) => {
    config.service.pipelines.logs.receivers = ['otlp', 1];
  }),
  refused('config-section', 'a map among ids', (config) => {
    config.service.pipelines.logs.receivers = ['otlp', {}];
  }),
  refused('config-section', 'a map of extensions', (config) => {
    config.service.extensions = { health_check: {} };
  }),
  refused('config-section', '"::" in a key', (config) => {
    config.exporters.otlp_http = { endpoint: 'http://vendor', headers: { 'a::b': 'c' } };
  }),
  refused(
    'config-section',
    '"::" in a key of an open map',
    (config) => {
      config.service.telemetry = { logs: { initial_fields: { 'a::b': 'c' } } };
    },
    { stricter: 'The collector reads another key than the one that was written.' },
  ),
];

const ids: readonly Case[] = [
  accepted('a name', (config) => {
    config.exporters['debug/a.b-c_d#e:f/é'] = {};
  }),
  accepted('spaces around the parts of an id', (config) => {
    config.exporters = { ' debug / a ': {} };
    config.service.pipelines.logs.exporters = ['debug /a'];
  }),
  refused(
    'component-id',
    'spaces around the parts of an id with a body',
    (config) => {
      config.exporters = { 'debug ': { verbosity: 'basic' } };
    },
    { stricter: 'The collector ignores the body.' },
  ),
  ...['1debug', 'de-bug', '', 'debug/', '/a', 'debug/a b', 'debug/a+b', 'debug/a$b', `debug/${'a'.repeat(1025)}`].map(
    (id) =>
      refused('component-id', `the id "${id.slice(0, 20)}"`, (config) => {
        config.exporters[id] = {};
      }),
  ),
  accepted('a name of 1024 characters', (config) => {
    config.exporters[`debug/${'a'.repeat(1024)}`] = {};
  }),
  refused('component-id', 'an id that is split', (config) => {
    config.exporters['debug/a::b'] = {};
  }),
  refused('component-id', 'no id in a pipeline', (config) => {
    config.service.pipelines.logs.exporters = ['debug', 'debug/a b'];
  }),
  refused('component-id', 'an empty entry in a pipeline', (config) => {
    config.service.pipelines.logs.exporters = ['debug', null];
  }),
  refused('component-id', 'no id among the extensions', (config) => {
    config.service.extensions = ['health check'];
  }),
  refused('component-duplicate', 'one id twice', (config) => {
    config.exporters['debug '] = {};
  }),
  refused('component-duplicate', 'one pipeline twice', (config) => {
    config.service.pipelines['logs '] = config.service.pipelines.logs;
  }),
  accepted('a pipeline with a name', (config) => {
    config.service.pipelines['logs/a/b'] = config.service.pipelines.logs;
  }),
  ...['log', 'Logs', 'logs/', '/a', 'logs/a b', 'logs/a+b', 'logs/a::b', ''].map((id) =>
    refused('pipeline-id', `the pipeline id "${id}"`, (config) => {
      config.service.pipelines[id] = config.service.pipelines.logs;
    }),
  ),
];

const structure: readonly Case[] = [
  refused('config-empty', 'nothing', (config) => {
    for (const key of Object.keys(config)) delete config[key];
  }),
  refused('config-empty', 'only a service', (config) => {
    config.receivers = {};
    config.exporters = null;
  }),
  refused('receivers-missing', 'no receivers', (config) => {
    config.receivers = {};
  }),
  refused('exporters-missing', 'no exporters', (config) => {
    config.exporters = {};
  }),
  refused('pipelines-missing', 'no pipelines', (config) => {
    config.service.pipelines = {};
  }),
  refused('pipelines-missing', 'no service', (config) => {
    config.service = null;
  }),
  accepted(
    'no pipelines, with the gate',
    (config) => {
      config.receivers = {};
      config.service = {};
    },
    { gates: ['service.AllowNoPipelines'] },
  ),
  refused('connector-ambiguous', 'a connector with the id of a receiver', (config) => {
    config.connectors = { forward: {} };
    config.receivers.forward = {};
  }),
  accepted('an extension', (config) => {
    config.extensions = { health_check: { endpoint: 'localhost:13133' } };
    config.service.extensions = ['health_check', 'health_check'];
  }),
  refused('extension-undefined', 'an undefined extension', (config) => {
    config.extensions = { health_check: {} };
    config.service.extensions = ['health_check/a'];
  }),
  refused('component-undefined', 'an undefined receiver', (config) => {
    config.service.pipelines.logs.receivers = ['otlp/a'];
  }),
  refused('component-undefined', 'an undefined processor', (config) => {
    config.service.pipelines.logs.processors = ['batch'];
  }),
  refused('component-undefined', 'an undefined exporter', (config) => {
    config.service.pipelines.logs.exporters = ['debug', 'debug/a'];
  }),
  refused('component-undefined', 'a processor among the exporters', (config) => {
    config.processors = { batch: {} };
    config.service.pipelines.logs.exporters = ['debug', 'batch'];
  }),
  refused(
    'component-undefined',
    'an exporter by its other name',
    (config) => {
      config.exporters.otlp_http = { endpoint: 'http://vendor' };
      config.service.pipelines.logs.exporters = ['debug', 'otlphttp'];
    },
    { only: '0.159.0' },
  ),
  accepted('a processor without a body', (config) => {
    config.processors = { batch: null };
    config.service.pipelines.logs.processors = ['batch'];
  }),
  refused('pipeline-incomplete', 'a pipeline without receivers', (config) => {
    config.service.pipelines.logs.receivers = [];
  }),
  refused('pipeline-incomplete', 'a pipeline without exporters', (config) => {
    delete config.service.pipelines.logs.exporters;
  }),
  refused('pipeline-incomplete', 'an empty pipeline', (config) => {
    config.service.pipelines['logs/a'] = null;
  }),
  refused('processor-repeated', 'a processor twice', (config) => {
    config.processors = { batch: {} };
    config.service.pipelines.logs.processors = ['batch', ' batch'];
  }),
  accepted('an exporter twice', (config) => {
    config.service.pipelines.logs.exporters = ['debug', 'debug'];
  }),
  refused('profiles-gate', 'profiles', (config) => {
    config.service.pipelines.profiles = config.service.pipelines.logs;
  }),
  refused(
    'profiles-gate',
    'profiles, with the gate off',
    (config) => {
      config.service.pipelines.profiles = config.service.pipelines.logs;
    },
    { gates: ['-service.profilesSupport'] },
  ),
  accepted(
    'profiles, with the gate',
    (config) => {
      config.service.pipelines.profiles = config.service.pipelines.logs;
    },
    { gates: ['+service.profilesSupport'] },
  ),
];

function telemetry(value: unknown): Case['change'] {
  return (config) => {
    config.service.telemetry = value;
  };
}

const newest = { only: '0.159.0' } as const;
const older = { only: '0.131.0' } as const;
const attributes = [{ name: 'a', value: 'b' }];

const ownTelemetry: readonly Case[] = [
  refused('config-section', 'an unknown signal of its own', telemetry({ metric: {} })),
  refused('config-section', 'an unknown level', telemetry({ metrics: { level: 'high' } })),
  refused('config-section', 'the address that readers replaced', telemetry({ metrics: { address: ':8888' } })),
  refused(
    'config-section',
    'a port as text',
    telemetry({ metrics: { readers: [{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: '8888' } } } }] } }),
  ),
  refused('config-section', 'an unknown kind of reader', telemetry({ metrics: { readers: [{ poll: {} }] } })),
  refused('config-section', 'a duration without a unit', telemetry({ logs: { sampling: { tick: '10' } } })),
  refused(
    'config-section',
    'a processor of logs without an endpoint',
    telemetry({ logs: { processors: [{ batch: { exporter: { otlp: { protocol: 'grpc' } } } }] } }),
  ),
  accepted(
    'a reader',
    telemetry({
      metrics: { level: 'Normal', readers: [{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: 8888 } } } }] },
    }),
  ),
  accepted(
    'headers as a map',
    telemetry({
      metrics: {
        readers: [{ periodic: { exporter: { otlp: { protocol: 'grpc', endpoint: 'a', headers: { b: 'c' } } } } }],
      },
    }),
  ),
  accepted(
    'headers as a list',
    telemetry({
      metrics: {
        readers: [
          {
            periodic: { exporter: { otlp: { protocol: 'grpc', endpoint: 'a', headers: [{ name: 'b', value: 'c' }] } } },
          },
        ],
      },
    }),
  ),
  accepted('a level of logs', telemetry({ logs: { level: 'DEBUG', encoding: 'json', output_paths: 'stderr' } })),
  accepted('a newer level of logs', telemetry({ logs: { level: 'warning' } }), newest),
  refused('config-section', 'a newer level of logs', telemetry({ logs: { level: 'warning' } }), older),
  refused('telemetry-readers', 'no readers', telemetry({ metrics: { readers: [] } })),
  refused(
    'telemetry-readers',
    'no readers at a level by its number',
    telemetry({ metrics: { level: 2, readers: [] } }),
  ),
  accepted('no readers and no metrics', telemetry({ metrics: { level: 'None', readers: [] } })),
  accepted('no metrics, by the number', telemetry({ metrics: { level: -1, readers: [] } })),
  accepted('readers left out', telemetry({ metrics: { level: 'basic', readers: null } })),
  refused('telemetry-views', 'views at the level normal', telemetry({ metrics: { views: [] } })),
  refused('telemetry-views', 'views without metrics', telemetry({ metrics: { level: 'none', views: [{}] } })),
  accepted(
    'views at the level detailed',
    telemetry({
      metrics: {
        level: 'detailed',
        views: [{ selector: { instrument_name: 'a' }, stream: { aggregation: { drop: {} } } }],
      },
    }),
  ),
  accepted('a resource as a map', telemetry({ resource: { 'service.name': 'a', 'service.version': null } })),
  refused('telemetry-resource', 'a number in a resource as a map', telemetry({ resource: { a: 1 } }), newest),
  refused('config-section', 'a number in a resource of a map', telemetry({ resource: { a: 1 } }), older),
  accepted('a resource as a list', telemetry({ resource: { attributes, schema_url: 'https://a' } }), newest),
  refused('config-section', 'a resource as a list', telemetry({ resource: { attributes } }), older),
  refused('telemetry-resource', 'a resource as both', telemetry({ resource: { attributes, a: 'b' } }), newest),
  accepted('a resource with an empty list', telemetry({ resource: { attributes: [], a: 'b' } }), newest),
  refused(
    'telemetry-resource',
    'a list of attributes in one text',
    telemetry({ resource: { attributes_list: 'a=b' } }),
    newest,
  ),
  accepted('an attribute of that name', telemetry({ resource: { attributes_list: 'a=b' } }), older),
  refused('telemetry-resource', 'attributes as a map', telemetry({ resource: { attributes: { a: 'b' } } }), newest),
];

/** Two connectors of one signal, one from any signal to metrics, and pipelines for them. */
function connected(pipelines: Draft): Case['change'] {
  return (config) => {
    config.connectors = { forward: {}, 'forward/back': {}, count: {} };
    config.service.pipelines = pipelines;
  };
}

const graph: readonly Case[] = [
  refused('signal-unsupported', 'a receiver without the signal', (config) => {
    config.receivers.fluent_forward = { endpoint: 'localhost:8006' };
    config.service.pipelines.traces = pipeline(['fluent_forward'], ['debug']);
  }),
  refused('signal-unsupported', 'a processor without the signal', (config) => {
    config.processors = { tail_sampling: { policies: [{ name: 'a', type: 'always_sample' }] } };
    config.service.pipelines.logs.processors = ['tail_sampling'];
  }),
  accepted('a processor with the signal', (config) => {
    config.processors = { tail_sampling: { policies: [{ name: 'a', type: 'always_sample' }] } };
    config.service.pipelines.traces = pipeline(['otlp'], ['debug'], ['tail_sampling']);
  }),
  refused('signal-unsupported', 'an exporter without the signal', (config) => {
    config.exporters.prometheus = { endpoint: 'localhost:8889' };
    config.service.pipelines.logs.exporters = ['prometheus'];
  }),
  accepted('an exporter with the signal', (config) => {
    config.exporters.prometheus = { endpoint: 'localhost:8889' };
    config.service.pipelines.metrics = pipeline(['otlp'], ['prometheus']);
  }),
  accepted(
    'a connector',
    connected({ logs: pipeline(['otlp'], ['forward']), 'logs/b': pipeline(['forward'], ['debug']) }),
  ),
  accepted(
    'a connector of several signals',
    connected({
      logs: pipeline(['otlp'], ['forward']),
      'logs/b': pipeline(['forward'], ['debug']),
      traces: pipeline(['otlp'], ['forward']),
      'traces/b': pipeline(['forward'], ['debug']),
    }),
  ),
  accepted(
    'a connector between signals',
    connected({ logs: pipeline(['otlp'], ['count']), metrics: pipeline(['count'], ['debug']) }),
  ),
  refused(
    'connector-one-sided',
    'a connector that nothing receives from',
    connected({ logs: pipeline(['otlp'], ['debug', 'forward']) }),
  ),
  refused(
    'connector-one-sided',
    'a connector that nothing sends to',
    connected({ logs: pipeline(['otlp', 'forward'], ['debug']) }),
  ),
  refused(
    'connector-signals',
    'a connector between signals that it cannot connect',
    connected({ logs: pipeline(['otlp'], ['forward']), traces: pipeline(['forward'], ['debug']) }),
  ),
  refused(
    'connector-signals',
    'a connector with one pipeline too many behind it',
    connected({
      logs: pipeline(['otlp'], ['forward']),
      'logs/b': pipeline(['forward'], ['debug']),
      traces: pipeline(['forward'], ['debug']),
    }),
  ),
  refused(
    'connector-signals',
    'a connector with one pipeline too many before it',
    connected({
      logs: pipeline(['otlp'], ['forward']),
      'logs/b': pipeline(['forward'], ['debug']),
      traces: pipeline(['otlp'], ['forward']),
    }),
  ),
  refused(
    'pipeline-cycle',
    'a pipeline that feeds itself',
    connected({ logs: pipeline(['otlp', 'forward'], ['forward', 'debug']) }),
  ),
  refused(
    'pipeline-cycle',
    'two pipelines that feed each other',
    connected({
      logs: pipeline(['otlp', 'forward'], ['forward/back']),
      'logs/b': pipeline(['forward/back'], ['forward', 'debug']),
    }),
  ),
  accepted(
    'two connectors one behind the other',
    connected({
      logs: pipeline(['otlp'], ['forward/back']),
      'logs/b': pipeline(['forward/back'], ['forward']),
      'logs/c': pipeline(['forward'], ['debug']),
    }),
  ),
  refused(
    'pipeline-cycle',
    'metrics that are counted in their own pipeline',
    connected({ metrics: pipeline(['otlp', 'count'], ['count', 'debug']) }),
  ),
  accepted(
    'logs and metrics that are counted',
    connected({
      logs: pipeline(['otlp'], ['count']),
      metrics: pipeline(['otlp'], ['count']),
      'metrics/b': pipeline(['count'], ['debug']),
    }),
  ),
];

/** A router to the pipelines `logs/a` and `logs/b`. */
function routed(change: (config: Draft) => void): Case['change'] {
  return (config) => {
    config.connectors = {
      routing: { default_pipelines: ['logs/a'], table: [{ context: 'log', condition: 'true', pipelines: ['logs/b'] }] },
    };
    config.service.pipelines = {
      logs: pipeline(['otlp'], ['routing']),
      'logs/a': pipeline(['routing'], ['debug']),
      'logs/b': pipeline(['routing'], ['debug']),
    };
    change(config);
  };
}

// The build of 0.159.0 that judges has no routing connector.
const routes: readonly Case[] = [
  accepted(
    'a route',
    routed(() => {}),
    older,
  ),
  refused(
    'pipeline-reference',
    'a route to a pipeline that does not exist',
    routed((config) => {
      config.connectors.routing.table[0].pipelines = ['logs/b', 'logs/c'];
    }),
    older,
  ),
  refused(
    'pipeline-reference',
    'a route to a pipeline that does not receive from it',
    routed((config) => {
      config.service.pipelines['logs/c'] = pipeline(['otlp'], ['debug']);
      config.connectors.routing.default_pipelines = ['logs/c'];
    }),
    older,
  ),
];

export const cases: readonly Case[] = [
  ...references,
  ...shapes,
  ...ids,
  ...structure,
  ...ownTelemetry,
  ...graph,
  ...routes,
];

/** Sends logs from OTLP to an HTTP exporter; extensions are there to be used. */
export function startable(): Draft {
  return {
    receivers: { otlp: { protocols: { grpc: { endpoint: 'localhost:45317' } } } },
    exporters: { otlp_http: { endpoint: 'http://localhost:45318' } },
    extensions: {
      file_storage: { directory: '/tmp' },
      bearertokenauth: { token: '${env:A}' },
      health_check: { endpoint: 'localhost:45133' },
    },
    service: {
      extensions: ['file_storage', 'bearertokenauth', 'health_check'],
      pipelines: { logs: { receivers: ['otlp'], exporters: ['otlp_http'] } },
      telemetry: { metrics: { level: 'none' } },
    },
  };
}

function reader(value: unknown): Case['change'] {
  return telemetry({ metrics: { readers: [value] } });
}

/** What `validate` does not find, because the collector looks only when it starts. The base is `startable`. */
export const startCases: readonly Case[] = [
  accepted('extensions in use', (config) => {
    config.exporters.otlp_http.sending_queue = { storage: 'file_storage' };
    config.exporters.otlp_http.auth = { authenticator: 'bearertokenauth' };
    config.receivers.otlp.protocols.grpc.auth = { authenticator: 'bearertokenauth' };
    config.extensions.health_check.auth = { authenticator: 'bearertokenauth' };
  }),
  refused('extension-not-enabled', 'a storage that is not enabled', (config) => {
    config.exporters.otlp_http.sending_queue = { storage: 'file_storage' };
    config.service.extensions = [];
  }),
  accepted('a storage of a queue that is off', (config) => {
    config.exporters.otlp_http.sending_queue = { enabled: false, storage: 'file_storage' };
    config.service.extensions = [];
  }),
  accepted('a storage of an exporter that nothing uses', (config) => {
    config.exporters['otlp_http/b'] = {
      endpoint: 'http://localhost:45318',
      sending_queue: { storage: 'file_storage/b' },
    };
  }),
  refused('extension-kind', 'a storage that is none', (config) => {
    config.exporters.otlp_http.sending_queue = { storage: 'health_check' };
  }),
  refused('extension-not-enabled', 'an authenticator of an exporter that is not enabled', (config) => {
    config.exporters.otlp_http.auth = { authenticator: 'bearertokenauth' };
    config.service.extensions = [];
  }),
  refused('extension-kind', 'an authenticator of an exporter that is none', (config) => {
    config.exporters.otlp_http.auth = { authenticator: 'file_storage' };
  }),
  refused('extension-not-enabled', 'an authenticator of a receiver that does not exist', (config) => {
    config.receivers.otlp.protocols.grpc.auth = { authenticator: 'bearertokenauth/b' };
  }),
  refused('extension-kind', 'an authenticator of a receiver that is none', (config) => {
    config.receivers.otlp.protocols.grpc.auth = { authenticator: 'file_storage' };
  }),
  refused('extension-not-enabled', 'an authenticator of an extension that is not enabled', (config) => {
    config.extensions.health_check.auth = { authenticator: 'bearertokenauth' };
    config.service.extensions = ['health_check'];
  }),
  accepted('a port on two hosts', (config) => {
    config.receivers.otlp.protocols.grpc.endpoint = '127.0.0.1:45317';
    config.extensions.health_check.endpoint = '127.0.0.2:45317';
  }),
  accepted('a port of a receiver that nothing uses', (config) => {
    config.receivers['otlp/b'] = config.receivers.otlp;
  }),
  refused('port-shared', 'two receivers on one port', (config) => {
    config.receivers['otlp/b'] = config.receivers.otlp;
    config.service.pipelines.logs.receivers = ['otlp', 'otlp/b'];
  }),
  refused('port-shared', 'two protocols on one port', (config) => {
    config.receivers.otlp.protocols.http = { endpoint: 'localhost:45317' };
  }),
  refused('port-shared', 'an extension on the port of a receiver', (config) => {
    config.extensions.health_check.endpoint = '127.0.0.1:45317';
  }),
  refused('port-shared', 'a port on one host and on all', (config) => {
    config.extensions.health_check.endpoint = '0.0.0.0:45317';
  }),
  refused(
    'port-shared',
    'a receiver on the port of the metrics',
    reader({ pull: { exporter: { prometheus: { host: 'localhost', port: 45317 } } } }),
  ),
  accepted('a reader that pulls', reader({ pull: { exporter: { prometheus: { host: 'localhost', port: 45888 } } } })),
  accepted('a reader that pushes', reader({ periodic: { exporter: { console: {} } } })),
  accepted('an unready reader that nothing asks', telemetry({ metrics: { level: 'none', readers: [{}] } })),
  refused('telemetry-readers', 'an empty reader', reader({})),
  refused(
    'telemetry-readers',
    'a reader without a port',
    reader({ pull: { exporter: { prometheus: { host: 'a' } } } }),
  ),
  refused('telemetry-readers', 'a reader without an exporter', reader({ periodic: {} })),
  refused(
    'telemetry-readers',
    'a reader without a protocol',
    reader({ periodic: { exporter: { otlp: { endpoint: 'a' } } } }),
  ),
  refused(
    'config-section',
    'an unknown encoding of logs',
    telemetry({ metrics: { level: 'none' }, logs: { encoding: 'xml' } }),
  ),
];
