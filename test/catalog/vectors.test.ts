import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIndex } from '../../src/catalog/generated';
import type { ComponentKind } from '../../src/model/component-id';
import type { Release } from '../../src/model/release';
import { ourIssues, refuses } from '../../tools/catalogue/ours';
import type { Vector } from '../../tools/catalogue/vectors/record';

// What the real decoder, Validate and factories said when `npm run vectors` asked them, for each component and release.

const imports = join(__dirname, '../../imports/otelcol');

/** Where we judge otherwise, with reason. */
const exceptions: readonly { readonly where: RegExp; readonly config: RegExp; readonly reason: string }[] = [
  {
    where: /exporter prometheus_remote_write$/,
    config: /^\{\} |"http":\{(?!.*"endpoint")/,
    reason: 'Its default endpoint is a placeholder, so that data would be lost.',
  },
  {
    where: /exporter awskinesis$|extension k8s_leader_elector$/,
    config: /"compression":"neither"|"lease_duration":/,
    reason: 'They refuse it only when they run.',
  },
  {
    where: /extension basicauth$/,
    config: /^\{"htpasswd":\{\}\} /,
    reason: 'Extensions are made only when the collector starts, which then fails.',
  },
  {
    where: /processor filter$/,
    config: /"(spans|metrics)":\{"(include|exclude)":/,
    reason: 'Such a section is looked at for its own signal alone; the judge makes one of the signals.',
  },
  {
    where: /^0\.131\.0 connector signal_to_metrics$/,
    config: /"sample_field"/,
    reason: '0.132.0, from which it was read, still passed over fields that it does not know.',
  },
  {
    where: /^0\.131\.0 exporter load_balancing$/,
    config: /"routing_key":"neither"/,
    reason: 'It is refused for traces and metrics; the judge makes one signal.',
  },
  {
    where: /^0\.131\.0 exporter (alertmanager|awskinesis|faro|googlecloudpubsub)$/,
    config: /"sending_queue":\{"batch":/,
    reason: '0.128.0, from which they were read, looks into batches; 0.131.0 does not.',
  },
];

const rows = Object.entries(readIndex()).flatMap(([kind, types]) =>
  Object.entries(types).flatMap(([type, { releases }]) =>
    Object.entries(releases).flatMap(([release, { from, file }]) => {
      const path = join(imports, from, 'vectors', `${file}.json`);
      return existsSync(path) ? [[`${release} ${kind} ${type}`, path] as const] : [];
    }),
  ),
);

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as readonly Vector[];

/** Vectors on which we and the collector differ. */
function differing(where: string, path: string): readonly string[] {
  const [release, kind, type] = where.split(' ') as [Release, ComponentKind, string];
  return read(path).flatMap(({ config, accepted, stage, message }) => {
    const issues = ourIssues(kind, type, config, release);
    if (refuses(issues) === !accepted) return [];
    const said = accepted ? 'accepted' : `refused (${stage}): ${message}`;
    return [`${JSON.stringify(config)} was ${said}; we say ${JSON.stringify(issues)}`];
  });
}

test.each(rows)('%s is judged as its own code judges it', (where, path) => {
  const excused = exceptions.filter((exception) => exception.where.test(where));
  expect(differing(where, path).filter((one) => !excused.some(({ config }) => config.test(one)))).toEqual([]);
});

test.each(exceptions)('still differs: $where', ({ where, config }) => {
  const differences = rows.filter(([name]) => where.test(name)).flatMap(([name, path]) => differing(name, path));
  expect(differences.some((one) => config.test(one))).toBe(true);
});

test('the record is as large as was promised', () => {
  expect(exceptions.length).toBeLessThan(20);
  expect(rows.flatMap(([, path]) => read(path)).length).toBeGreaterThanOrEqual(1500);
  expect(new Set(rows.map(([where]) => where.replace(/^\S+ /, ''))).size).toBeGreaterThanOrEqual(130);
});
