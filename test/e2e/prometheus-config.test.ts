import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import fc from 'fast-check';
import {
  Prometheus,
  type PrometheusProps,
  type RelabelRule,
  type RemoteWrite,
  type ScrapeOptions,
  secret,
} from '../../src/index';
import { Registry } from '../../src/registry';
import { configText } from '../../src/render/prometheus/plain/config';
import { issuesOf } from '../../src/testing';
import { tool } from '../../tools/locate';
import { run, scratch } from './process';

const releases = [
  { version: '3.15.0', promtool: 'promtool' },
  { version: '2.54.1', promtool: 'promtool-2.54.1' },
] as const;

const actions = [
  'replace',
  'lowercase',
  'uppercase',
  'keep',
  'drop',
  'keepequal',
  'dropequal',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
] as const;

// Right ones are more likely than wrong ones, so that several in a row can be right.
const label = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('job', 'instance', '__name__', 'a_1') },
  { weight: 1, arbitrary: fc.constantFrom('1a', 'a-b', 'a.b', '', 'ä', '$1', '${1}_x', 'a$1', '$$') },
);
const regex = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('(.*)', 'a|b', '.+', 'go_.*', '') },
  { weight: 1, arbitrary: fc.constantFrom('(', 'a{2,1}', '(?=a)', '\\1', '[[:alpha:]]+', '(?i)a', '*') },
);

const anyStep: fc.Arbitrary<RelabelRule> = fc.record(
  {
    sourceLabels: fc.array(label, { minLength: 1, maxLength: 2 }),
    separator: fc.constantFrom(';', '-'),
    regex,
    modulus: fc.constantFrom(0, 2),
    targetLabel: label,
    replacement: fc.constantFrom('$1', 'x', 'a-b', '${1}_x', ''),
    action: fc.constantFrom(...actions),
  },
  { requiredKeys: [] },
);

const right: readonly RelabelRule[] = [
  { sourceLabels: ['a'], targetLabel: 'b' },
  { sourceLabels: ['a', 'b'], regex: 'x|y', action: 'keep' },
  { sourceLabels: ['a'], regex: '', action: 'drop' },
  { sourceLabels: ['a'], targetLabel: 'b', action: 'lowercase' },
  { sourceLabels: ['a'], targetLabel: 'b', action: 'keepequal' },
  { sourceLabels: ['a'], targetLabel: 'b', modulus: 3, action: 'hashmod' },
  { regex: 'a_(.+)', replacement: '$1', action: 'labelmap' },
  { regex: 'a_(.+)', replacement: 'b_${1}', action: 'labelmap' },
  { regex: 'a_.+', action: 'labeldrop' },
  { sourceLabels: ['a'], targetLabel: '${1}_b' },
];

const step: fc.Arbitrary<RelabelRule> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...right) },
  { weight: 1, arbitrary: anyStep },
);

const interval = fc.constantFrom('30s', '1m', '1h');
const timeout = fc.constantFrom('5s', '10s', '1500ms', '30s', '2m');

const header = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('X-Scope-OrgID', 'X-A') },
  { weight: 1, arbitrary: fc.constantFrom('Authorization', 'Content-Type', 'host', 'X-Amz-Date', 'User-Agent') },
);

const credentials = { username: secret('m', 'user'), password: secret('m', 'password') };

const remoteWrite: fc.Arbitrary<RemoteWrite> = fc.record(
  {
    url: fc.oneof(
      { weight: 20, arbitrary: fc.constant('https://m.example/push') },
      { weight: 1, arbitrary: fc.constantFrom('://x', 'http://a b', 'https://[::1') },
    ),
    name: fc.constantFrom('one', 'two'),
    headers: fc.dictionary(header, fc.constant('v'), { maxKeys: 2 }),
    sigv4: fc.constantFrom(undefined, undefined, { region: 'eu-west-1' }),
    basicAuth: fc.constantFrom(undefined, undefined, credentials),
    relabel: fc.array(step, { maxLength: 1 }),
    queue: fc.record(
      {
        minShards: fc.constantFrom(1, 5, 100),
        maxShards: fc.constantFrom(10, 200, 500, 0),
        capacity: fc.constantFrom(1, 100, 0),
        minBackoff: fc.constantFrom('1s', '1m'),
        maxBackoff: fc.constantFrom('10s', '2m'),
      },
      { requiredKeys: [] },
    ),
    protocol: fc.constantFrom(1 as const, 2 as const),
  },
  { requiredKeys: ['url'] },
);

const program: fc.Arbitrary<Program> = fc.record({
  props: fc.record(
    {
      scrapeInterval: interval,
      scrapeTimeout: timeout,
      evaluationInterval: interval,
      externalLabels: fc.dictionary(label, fc.constantFrom('x', '$x', ''), { maxKeys: 2 }),
      remoteWrite: fc.array(remoteWrite, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
  scrape: fc.record(
    {
      interval,
      timeout,
      relabel: fc.array(step, { maxLength: 2 }),
      metricRelabel: fc.array(step, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
});

interface Program {
  readonly props: Omit<PrometheusProps, 'version' | 'backend'>;
  readonly scrape: ScrapeOptions;
}

/** What we say, and what promtool says of what we would have written. */
function verdicts(version: string, promtool: string, { props, scrape }: Program) {
  const chart = new Chart(new App(), 'test', { namespace: 'telemetry' });
  const prometheus = new Prometheus(chart, 'prometheus', { backend: 'workload', version, ...props });
  prometheus.scrapeAddresses('vm', { addresses: ['a:1'], ...scrape });
  const ours = issuesOf(chart)
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${path}: ${message}`);
  const folder = scratch();
  writeFileSync(join(folder, 'file'), '');
  const text = configText(Registry.of(prometheus).modelOf('prometheuses', prometheus), 0);
  writeFileSync(join(folder, 'prometheus.yaml'), text.replace(/\/etc\/prometheus\/clients\S*/g, join(folder, 'file')));
  const { ok, output } = run(promtool, ['check', 'config', '--syntax-only', join(folder, 'prometheus.yaml')]);
  return { ours, ok, output, text };
}

test.each(releases)(
  'what Prometheus $version refuses of its configuration is refused, and nothing else',
  ({ version, promtool }) => {
    const counts = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(program, (given) => {
        const { ours, ok, output, text } = verdicts(version, tool(promtool), given);
        counts[ok ? 'taken' : 'refused'] += 1;
        if (ok !== (ours.length === 0)) throw new Error(`${output}\nours: ${ours.join('\n')}\n${text}`);
      }),
      { numRuns: Number(process.env.CASES ?? 300), seed: 6 },
    );
    // Both happen often enough to mean something.
    expect(counts.taken).toBeGreaterThan(60);
    expect(counts.refused).toBeGreaterThan(60);
  },
);
