import type { Release } from '../../../src/model/release';
import { attributes, collector, got, log, logs, metrics, send, spans } from './run';

function counting(yaml: string, signal = 'logs', release?: Release) {
  return collector(
    `
receivers: { otlp: {} }
exporters: { nop: {} }
connectors: { count: ${yaml} }
service: { pipelines: { ${signal}/in: { receivers: [otlp], exporters: [count] }, metrics/out: { receivers: [count], exporters: [nop] } } }
`,
    release,
  );
}

const sums = (result: ReturnType<typeof send>) =>
  (
    got(result) as {
      resourceMetrics?: { scopeMetrics: { metrics: { name: string; sum: { dataPoints: unknown[] } }[] }[] }[];
    }[]
  ).flatMap(({ resourceMetrics = [] }) =>
    resourceMetrics.flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap((scope) => scope.metrics.map(({ name, sum }) => [name, sum.dataPoints])),
    ),
  );

test('records are counted resource by resource, from the first to the last of their times', () => {
  const input = logs(
    { r: 'x' },
    log('1', {}, { timeUnixNano: '7' }),
    log('2', {}, { timeUnixNano: '5' }),
    log('3', {}, { timeUnixNano: '9' }),
  );
  expect(got(send(counting('{}'), input))).toEqual([
    {
      resourceMetrics: [
        {
          resource: { attributes: attributes({ r: 'x' }) },
          scopeMetrics: [
            {
              scope: { name: 'github.com/open-telemetry/opentelemetry-collector-contrib/connector/countconnector' },
              metrics: [
                {
                  name: 'log.record.count',
                  description: 'The number of log records observed.',
                  sum: {
                    aggregationTemporality: 1,
                    isMonotonic: true,
                    dataPoints: [{ asInt: '3', startTimeUnixNano: '5', timeUnixNano: '9' }],
                  },
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
});

test('without times it is now', () => {
  expect(sums(send(counting('{}'), logs({}, log('1'))))).toEqual([
    ['log.record.count', [{ asInt: '1', startTimeUnixNano: '42', timeUnixNano: '42' }]],
  ]);
  expect(sums(send(counting('{}', 'logs', '0.131.0'), logs({}, log('1', {}, { timeUnixNano: '7' }))))).toEqual([
    ['log.record.count', [{ asInt: '1', timeUnixNano: '42' }]],
  ]);
});

test('a metric counts where a condition is true and all its attributes are known, once for each of their values', () => {
  const yaml = `{ logs: {
    errors: { conditions: ['severity_number >= 17', 'body == "x"'] },
    by_team: { attributes: [{ key: team }, { key: env, default_value: none }] } } }`;
  const input = logs(
    { team: 'of-resource' },
    log('x', { team: 'a' }),
    log('y', { team: 'a' }),
    log('z', {}, { severityNumber: 18 }),
  );
  const points = sums(send(counting(yaml), input));
  const times = { startTimeUnixNano: '42', timeUnixNano: '42' };
  expect(points).toEqual([
    ['errors', [{ asInt: '2', ...times }]],
    [
      'by_team',
      [
        { asInt: '2', attributes: attributes({ team: 'a', env: 'none' }), ...times },
        { asInt: '1', attributes: attributes({ team: 'of-resource', env: 'none' }), ...times },
      ],
    ],
  ]);
  // The old release looked at the record alone.
  expect(sums(send(counting(yaml, 'logs', '0.131.0'), input))[1]).toEqual([
    'by_team',
    [{ asInt: '2', attributes: attributes({ team: 'a', env: 'none' }), timeUnixNano: '42' }],
  ]);
});

test('spans and their events, metrics and their data points are counted apart', () => {
  const tree = spans(
    {},
    { name: 's', startTimeUnixNano: '3', endTimeUnixNano: '8', events: [{ timeUnixNano: '4' }, { timeUnixNano: '6' }] },
  );
  expect(sums(send(counting('{}', 'traces'), tree))).toEqual([
    ['trace.span.count', [{ asInt: '1', startTimeUnixNano: '3', timeUnixNano: '8' }]],
    ['trace.span.event.count', [{ asInt: '2', startTimeUnixNano: '4', timeUnixNano: '6' }]],
  ]);
  const gauge = metrics({}, { name: 'm', gauge: { dataPoints: [{ timeUnixNano: '5' }, { timeUnixNano: '6' }] } });
  expect(sums(send(counting('{}', 'metrics'), gauge))).toEqual([
    ['metric.count', [{ asInt: '1', startTimeUnixNano: '42', timeUnixNano: '42' }]],
    ['metric.datapoint.count', [{ asInt: '2', startTimeUnixNano: '5', timeUnixNano: '6' }]],
  ]);
});

test('an error refuses what came, and nothing is counted', () => {
  const yaml = `{ logs: { a: { conditions: ['HasPrefix(attributes["team"], "x")'] } } }`;
  const result = send(counting(yaml), logs({}, log('1', { team: 'x' }), log('2')));
  expect(result.refused).toMatchObject([{ by: 'count', count: 2 }]);
  expect(result.deliveries).toEqual([]);
});
