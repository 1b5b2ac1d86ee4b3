import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { client, datapoint, env, log, metric, ottl, resource, scope, span, spanevent } from '../../src/index';
import type { Release } from '../../src/model/release';
import type { Condition, Context } from '../../src/ottl/condition';
import { lowerCondition } from '../../src/ottl/lower';
import { printCondition } from '../../src/ottl/print';
import { tool } from '../../tools/locate';
import { scratch } from './process';

const list = { asList: () => ({ ref: env('LIST'), join: '|' }) };
const fields = [
  log.attribute('a'),
  log.attribute('a', 'b', 'c'),
  resource.attribute('a'),
  scope.attribute('a'),
  log.body,
];

const onLogs: readonly Condition<Context>[] = [
  ...fields.flatMap((field) => [
    field.equals('"\\\n\u0001$${env:X}'),
    field.equals(1.5e-7),
    field.equals(env('TEXT')),
    field.in(['a', 1n, true]),
    field.in(list),
    field.matches('^a\\d$'),
    field.matches(env('TEXT')),
    field.startsWith('a'),
    field.endsWith(env('TEXT')),
    field.contains('.*\\"'),
    field.lessThan(5),
    field.atMost(5n),
    field.greaterThan(0.5),
    field.atLeast(-1),
    field.exists(),
  ]),
  scope.name.contains('a'),
  scope.version.exists(),
  log.severity.atLeast('ERROR'),
  log.severity.below('INFO', { unspecified: 'match' }),
  log.severityText.equals('a'),
  log.eventName.startsWith('a'),
  log.traceId.exists(),
  log.spanId.equals('00f067aa0ba902b7'),
  ottl.log`IsMatch(body, ${env('TEXT')}) and attributes["n"] > ${1.5} or ${log.body.exists()}`,
];
const onSpans: readonly Condition<Context>[] = [
  span.name.matches('a'),
  span.kind.equals('CLIENT'),
  span.status.in(['OK', 'ERROR', 'UNSET']),
  span.statusMessage.contains('a'),
  span.duration.atLeast('1m30s'),
  span.traceId.equals('00f067aa0ba902b700f067aa0ba902b7'),
  span.spanId.exists(),
  span.isRoot(),
  ottl.span`attributes["a"] == name and end_time > start_time`,
];
const onSpanEvents: readonly Condition<Context>[] = [
  spanevent.name.equals('a'),
  spanevent.attribute('a', 'b').lessThan(5),
];
const onMetrics: readonly Condition<Context>[] = [
  metric.name.endsWith('a'),
  metric.unit.equals('s'),
  metric.description.exists(),
  metric.type.in(['NONE', 'GAUGE', 'SUM', 'HISTOGRAM', 'EXPONENTIAL_HISTOGRAM', 'SUMMARY']),
  metric.isMonotonic.equals(true),
];
const onDataPoints: readonly Condition<Context>[] = [
  datapoint.attribute('a').isIn('10.0.0.0/8'),
  datapoint.valueInt.lessThan(1),
  datapoint.valueDouble.lessThan(1),
  datapoint.count.atLeast(1),
  datapoint.sum.exists(),
  metric.name.equals('a'),
];
const newer: readonly Condition<Context>[] = [
  client.metadata('x-tenant').equals('a'),
  client.metadata('x-tenant').exists(),
  log.attribute('a').isIn(['10.0.0.0/8', '::1/128']),
];

function verdict(release: Release): string {
  const text = (conditions: readonly Condition<Context>[]) =>
    conditions.flatMap((one) => [one, one.not()]).map((one) => printCondition(lowerCondition(one)));
  const isOld = release === '0.131.0';
  const filter = {
    error_mode: 'ignore',
    logs: { log_record: text(isOld ? onLogs : [...onLogs, ...newer]) },
    traces: { span: text(onSpans), spanevent: text(onSpanEvents) },
    metrics: { metric: text(onMetrics), datapoint: text(isOld ? onDataPoints.slice(1) : onDataPoints) },
  };
  const config = {
    receivers: { otlp: { protocols: { grpc: {} } } },
    processors: { filter },
    exporters: { nop: {} },
    service: { pipelines: { logs: { receivers: ['otlp'], processors: ['filter'], exporters: ['nop'] } } },
  };
  const file = join(folder, `${release}.json`);
  writeFileSync(file, JSON.stringify(config));
  const env = { PATH: process.env.PATH, TEXT: 'a', LIST: 'a|b' };
  const { status, stderr } = spawnSync(tool(`otelcol-${release}`), ['validate', '--config', file], {
    env,
    encoding: 'utf8',
  });
  return status === 0 ? 'valid' : stderr;
}

const folder = scratch();

test.each<{ release: Release }>([{ release: '0.159.0' }, { release: '0.131.0' }])(
  'every question and its opposite is a condition for the collector $release',
  ({ release }) => expect(verdict(release)).toBe('valid'),
);
