import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkModel } from '../../src/checks/check';
import { readModel } from '../../src/convert/read';
import type { ConfigValue } from '../../src/model/config';
import { tool } from '../../tools/locate';
import { run, scratch } from './process';

const folder = scratch();

/** `MDAI_PROMETHEUSES=1000` draws more. */
const numRuns = Number(process.env.MDAI_PROMETHEUSES ?? 120);

/** The errors that the checks find in a file, warnings aside. */
function errorsIn(content: ConfigValue): readonly string[] {
  const issues = checkModel(readModel([{ path: 'a.yml', content }]));
  return issues.filter(({ severity }) => severity === 'error').map(({ path, code }) => `${path} ${code}`);
}

/** Whether promtool takes a file. */
function isTaken(kind: 'config' | 'rules', content: ConfigValue): { readonly taken: boolean; readonly output: string } {
  const file = join(folder, `${kind}.yml`);
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(content));
  const options = kind === 'config' ? ['--syntax-only'] : ['--lint=none'];
  const { ok, output } = run(tool('promtool'), ['check', kind, ...options, file]);
  return { taken: ok, output };
}

function holds(kind: 'config' | 'rules', content: ConfigValue): void {
  const { taken, output } = isTaken(kind, content);
  const errors = errorsIn(content);
  expect({ taken: errors.length === 0, errors, output: taken ? '' : output }).toEqual({
    taken,
    errors: taken ? [] : expect.anything(),
    output: taken ? '' : output,
  });
}

// Right ones are more likely than wrong ones, so that many files are right as a whole.
const mostly = (right: readonly ConfigValue[], ...wrong: readonly ConfigValue[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
const duration = mostly(['10s', '1m', '1m30s', '2m'], '1h1h', '5', 'soon');

const step = fc.record(
  {
    source_labels: fc.constantFrom<ConfigValue>(['a'], ['__name__', 'b']),
    regex: mostly(['(.*)', 'a|b', ''], '('),
    target_label: mostly(['a', 'b_c'], ''),
    replacement: fc.constantFrom('$1', 'x'),
    modulus: fc.constantFrom(2, 8),
    action: mostly(['replace', 'keep', 'drop', 'labeldrop', 'labelmap', 'hashmod'], 'labelkeep', 'keepequal'),
  },
  { requiredKeys: ['source_labels', 'target_label', 'action'] },
);

const job = fc.record(
  {
    job_name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    scrape_interval: duration,
    scrape_timeout: mostly(['1s', '10s'], '10m'),
    relabel_configs: fc.array(step, { maxLength: 2 }),
    metric_relabel_configs: fc.array(step, { maxLength: 1 }),
    static_configs: fc.constant([{ targets: ['x:1'] }]),
  },
  { requiredKeys: ['job_name', 'static_configs'] },
);

const remote = fc.record(
  {
    url: fc.constantFrom('http://x', 'https://y/z'),
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    queue_config: fc.record(
      { max_shards: mostly([1, 100], 0), min_shards: fc.constantFrom(1, 2), capacity: mostly([10], -1) },
      { requiredKeys: [] },
    ),
    headers: mostly([{ 'X-A': 'b' }], { Authorization: 'x' }, { host: 'x' }),
    write_relabel_configs: fc.array(step, { maxLength: 1 }),
  },
  { requiredKeys: ['url'] },
);

test('promtool refuses what the checks call an error in Prometheus’ own configuration, and nothing else', () => {
  const config = fc.record(
    {
      global: fc.record(
        {
          scrape_interval: duration,
          scrape_timeout: mostly(['1s', '10s'], '10m'),
          evaluation_interval: duration,
          external_labels: mostly([{}, { a: 'b' }], { '': 'c' }),
        },
        { requiredKeys: ['evaluation_interval'] },
      ),
      scrape_configs: fc.array(job, { maxLength: 3 }),
      remote_write: fc.array(remote, { maxLength: 2 }),
    },
    { requiredKeys: ['global'] },
  );
  fc.assert(
    fc.property(config, (one) => holds('config', one as ConfigValue)),
    { numRuns },
  );
});

test('promtool refuses what the checks call an error in files of rules, and nothing else', () => {
  const labels = mostly([{}, { severity: 'page' }], { __name__: 'x' }, { '': 'x' });
  const expr = mostly(['up', 'sum(rate(x[5m]))', 'a > 1', '1', 'vector(1)'], 'sum(', 'rate(x)', 'foo(x)');
  const alert = fc.record(
    {
      alert: mostly(['A', 'Two words'], ''),
      expr,
      for: duration,
      labels,
      annotations: mostly([{}, { summary: '{{ $labels.job }}' }], { a: '{{ $x }}' }, { '': 'x' }),
    },
    { requiredKeys: ['alert', 'expr'] },
  );
  const record = fc.record(
    { record: mostly(['a:b', 'c'], 'a b{', ''), expr, labels, for: duration },
    { requiredKeys: ['record', 'expr'] },
  );
  const rule = fc.oneof(
    alert,
    record.map(({ for: held, ...rest }) => (held === '2m' ? { ...rest, for: held } : rest)),
  );
  const group = fc.record(
    { name: mostly(['a', 'b', 'c'], ''), interval: duration, rules: fc.array(rule, { maxLength: 2 }) },
    { requiredKeys: ['name', 'rules'] },
  );
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 2 }), (groups) =>
      holds('rules', { groups } as unknown as ConfigValue),
    ),
    { numRuns },
  );
});
