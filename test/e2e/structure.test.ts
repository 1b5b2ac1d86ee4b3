import fc from 'fast-check';
import { checkModel } from '../../src/checks/check';
import type { Issue } from '../../src/model/issue';
import { type Release, releases } from '../../src/model/release';
import { tool } from '../../tools/locate';
import { collector, config, type Draft, model } from '../checks/models';
import { run, scratch, yamlFile } from './process';
import { cases } from './structure-cases';
import { mutated, referenceText, richConfig } from './structure-mutations';

const folder = scratch();

interface Outcome {
  readonly accepted: boolean;
  readonly output: string;
}

/** What references in the configurations lead to. */
const environment = {
  A: 'A',
  EXPORTERS: '{debug: {}}',
  PIPELINES: '{logs: {receivers: [otlp], exporters: [debug]}}',
};

/** The newer types in these configurations that 0.131.0 knows by another name. */
const olderNames = { otlp_http: 'otlphttp', fluent_forward: 'fluentforward' };

/** What the collector itself says of a configuration. */
function judge(value: Draft, release: Release, gates: readonly string[] = []): Outcome {
  const file = yamlFile(folder, `${release}.yaml`, release === '0.131.0' ? inOlderNames(value) : value);
  const flags = gates.length > 0 ? [`--feature-gates=${gates.join(',')}`] : [];
  const { ok, output } = run(tool(`otelcol-${release}`), ['validate', '--config', file, ...flags], environment);
  return { accepted: ok, output };
}

/** Unlike the renderer this keeps every mistake as it is. */
function inOlderNames(value: Draft): Draft {
  const text = Object.entries(olderNames).reduce(
    (json, [newer, older]) => json.replaceAll(newer, older),
    JSON.stringify(value),
  );
  return JSON.parse(text);
}

/** What this library says of it. */
function errors(value: Draft, release: Release, gates: readonly string[] = []): readonly Issue[] {
  const checked = model({ collectors: [collector({ config: value, release, featureGates: gates })], closed: false });
  return checkModel(checked).filter(({ severity }) => severity === 'error');
}

describe.each(releases)('the collector %s and the checks agree', (release) => {
  test.each(cases.filter(({ only }) => (only ?? release) === release))('$name', (one) => {
    const value = config(one.change);
    const { accepted, output } = judge(value, release, one.gates);
    const found = errors(value, release, one.gates).map(({ code }) => code);
    const refused = one.code !== undefined;
    expect({ accepted, output }).toEqual({ accepted: !refused || one.stricter !== undefined, output });
    expect(found).toEqual(refused ? [one.code] : []);
  });

  test('on a larger configuration', () => {
    expect(errors(richConfig(), release)).toEqual([]);
    expect(judge(richConfig(), release)).toEqual({ accepted: true, output: expect.any(String) });
  });

  test('on its mutations', () => {
    fc.assert(
      fc.property(mutated, (value) => agree(value, release)),
      { numRuns: 3000, seed: 7 },
    );
  });

  test('on references', () => {
    fc.assert(
      fc.property(referenceText, (text) => {
        agree(
          config((draft) => {
            draft.exporters.otlp_http = { endpoint: 'http://vendor', headers: { a: text } };
          }),
          release,
        );
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});

function agree(value: Draft, release: Release): void {
  const { accepted, output } = judge(value, release);
  // The catalogue does not describe every type, so a type that it lacks may exist.
  fc.pre(!output.includes('unknown type'));
  const found = errors(value, release);
  require('fs').appendFileSync('/tmp/co/verdicts', `${accepted} ${found.map(f=>f.code).join(',')}\n`);
  expect({ accepted: found.length === 0, found, output }).toEqual({ accepted, found, output });
}
