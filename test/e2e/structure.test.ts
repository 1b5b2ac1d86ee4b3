import fc from 'fast-check';
import { checkModel } from '../../src/checks/check';
import type { Issue } from '../../src/model/issue';
import type { Model } from '../../src/model/model';
import { placeholder, references } from '../../src/model/reference';
import { type Release, releases } from '../../src/model/release';
import { tool } from '../../tools/locate';
import { collector, config, type Draft, model } from '../checks/models';
import { Running, run, scratch, yamlFile } from './process';
import { cases, startable, startCases } from './structure-cases';
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

/** Whether the collector starts. */
async function starts(value: Draft, release: Release): Promise<boolean> {
  const file = yamlFile(folder, `start-${release}.yaml`, release === '0.131.0' ? inOlderNames(value) : value);
  const running = new Running(tool(`otelcol-${release}`), ['--config', file], environment);
  const started = await running.printed('Everything is ready').then(
    () => true,
    () => false,
  );
  await running.stop();
  return started;
}

/** Warnings about what a case leaves aside. */
const unused: readonly string[] = ['component-unused', 'extension-unused'];

function modelOf(value: Draft, release: Release, gates: readonly string[] = []): Model {
  return model({ collectors: [collector({ config: value, release, featureGates: gates })], closed: false });
}

/** What this library says of it. */
function errors(value: Draft, release: Release, gates: readonly string[] = []): readonly Issue[] {
  // The collector takes secrets as plain text; we do not.
  return checkModel(modelOf(value, release, gates)).filter(
    ({ severity, code }) => severity === 'error' && code !== 'secret-literal',
  );
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

  test.each(startCases)('$name, when it starts', async ({ code, change }) => {
    const value = startable();
    change(value);
    expect(judge(value, release).accepted).toBe(true);
    const found = checkModel(modelOf(value, release)).filter(({ code }) => !unused.includes(code));
    expect(found.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code]);
    expect(await starts(value, release)).toBe(code === undefined);
  });

  test('on a larger configuration', () => {
    expect(errors(richConfig(), release)).toEqual([]);
    expect(judge(richConfig(), release)).toEqual({ accepted: true, output: expect.any(String) });
  });

  test('on its mutations', () => {
    fc.assert(
      fc.property(mutated, (value) => agree(value, release)),
      { numRuns: 200, seed: 159 },
    );
  });

  test('on references', () => {
    fc.assert(
      fc.property(referenceText, (text) => {
        // Nobody can tell what a source that is itself read from elsewhere will be.
        fc.pre(!references(text).some(({ source }) => source?.scheme.includes(placeholder)));
        agree(
          config((draft) => {
            draft.exporters.otlp_http = { endpoint: 'http://vendor', headers: { a: text } };
          }),
          release,
        );
      }),
      { numRuns: 200, seed: 159 },
    );
  });
});

/** What `validate` does not ask of a reader of metrics. */
const onlyAtStart = /\/readers\/\d+$/;

function agree(value: Draft, release: Release): void {
  const { accepted, output } = judge(value, release);
  // The catalogue does not describe every type, so a type that it lacks may exist.
  fc.pre(!output.includes('unknown type'));
  const found = errors(value, release).filter(({ path }) => !onlyAtStart.test(path));
  expect({ accepted: found.length === 0, found, output }).toEqual({ accepted, found, output });
}
