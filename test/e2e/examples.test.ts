import { collectorsOf, exampleNames } from './manifests';
import { run, scratch, yamlFile } from './process';

const cases = exampleNames().flatMap((example) =>
  collectorsOf(example).flatMap((collector) =>
    (collector.exports.length > 0 ? ['', 'a|b'] : ['']).map((value) => ({
      example,
      collector,
      value,
      name: collector.name,
    })),
  ),
);

test('there are collectors to judge', () => {
  expect(cases.length).toBeGreaterThanOrEqual(4);
});

test.each(cases)(
  'the real collector takes $example/$name with "$value" in the hub’s variables',
  ({ collector, value }) => {
    const file = yamlFile(scratch(), 'collector.yaml', collector.config);
    const env = collector.environment(Object.fromEntries(collector.exports.map((name) => [name, value])));
    expect(run(collector.program, ['validate', `--config=${file}`], env)).toEqual({
      ok: true,
      output: expect.any(String),
    });
  },
);
