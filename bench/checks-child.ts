import { join } from 'node:path';
import type { checkModel as CheckModel } from '../src/checks/check';
import type { CollectorModel } from '../src/model/collector';
import type { ConfigMap } from '../src/model/config';
import { emptyLists, type Model } from '../src/model/model';
import { answer } from './measure';

// As users have it: compiled.
const { checkModel } = require(join(__dirname, '../lib/src/checks/check.js')) as { checkModel: typeof CheckModel };

/** How many collectors are checked, cold: schemas are read and compiled within the time. */
const { collectors } = JSON.parse(process.argv[2] ?? '{}') as { readonly collectors: number };

const pipeline = (exporters: readonly string[], ...processors: readonly string[]) => ({
  receivers: ['otlp'],
  processors: ['memory_limiter', ...processors, 'batch'],
  exporters,
});

/** A gateway of 15 components, each with some configuration. */
function config(n: number): ConfigMap {
  return {
    receivers: {
      otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } },
      fluent_forward: { endpoint: '0.0.0.0:8006' },
    },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 25 },
      batch: { send_batch_size: 4096, timeout: '5s' },
      filter: { log_conditions: [`log.attributes["service"] == "noisy-${n}"`] },
      transform: { log_statements: [`set(log.attributes["team"], "team-${n}")`] },
      resource: { attributes: [{ key: 'cluster', value: `c-${n}`, action: 'upsert' }] },
      attributes: { actions: [{ key: 'user.id', action: 'hash' }] },
      tail_sampling: { decision_wait: '30s', policies: [{ name: 'all', type: 'always_sample' }] },
    },
    exporters: {
      otlp_grpc: { endpoint: 'sampler:4317', tls: { insecure: true }, sending_queue: { queue_size: 500 } },
      otlp_http: { endpoint: 'https://in.vendor.example', retry_on_failure: { max_elapsed_time: '10m' } },
      debug: { verbosity: 'basic' },
      prometheus: { endpoint: '0.0.0.0:8889' },
    },
    connectors: { count: { spans: { 'span.count': { conditions: ['span.kind == SPAN_KIND_SERVER'] } } } },
    extensions: { health_check: { endpoint: '0.0.0.0:13133' } },
    service: {
      extensions: ['health_check'],
      pipelines: {
        traces: pipeline(['otlp_grpc', 'count'], 'tail_sampling', 'attributes'),
        logs: {
          ...pipeline(['otlp_http', 'debug'], 'filter', 'transform', 'resource'),
          receivers: ['otlp', 'fluent_forward'],
        },
        metrics: { receivers: ['count'], exporters: ['prometheus'], processors: [] },
      },
    },
  };
}

const model: Model = {
  ...emptyLists(),
  collectors: Array.from(
    { length: collectors },
    (_, n): CollectorModel => ({
      ...{ path: `telemetry/c-${n}`, name: `c-${n}`, release: '0.159.0', config: config(n) },
      ...{ featureGates: [], env: {}, envFrom: [] },
    }),
  ),
  closed: true,
};

const start = performance.now();
const issues = checkModel(model);
const checks = performance.now() - start;
if (issues.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(issues[0]));
answer({ checks });
