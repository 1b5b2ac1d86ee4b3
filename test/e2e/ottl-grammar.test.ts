import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { releases } from '../../src/model/release';
import { parseCondition, parseStatement } from '../../src/ottl/parser';
import { printCondition, printStatement } from '../../src/ottl/print';
import { tool } from '../../tools/locate';
import { mutated, respaced } from '../ottl/mutations';
import { trees } from '../ottl/trees';

// The collector judges whether a text is OTTL; unknown functions and paths are no matter of the grammar.
const refusedByGrammar =
  /has invalid syntax|must start with an? (upper|lower)case letter|only paths and converters may be indexed|lambda body cannot result/;

const { OTTL_TEXTS: count = '100', OTTL_SEED: seed = '1' } = process.env;

interface Candidate {
  readonly kind: 'condition' | 'statement';
  readonly text: string;
}

function candidates(release: string): readonly Candidate[] {
  const { condition, statement } = trees({ placeholders: false, newest: release !== '0.131.0' });
  const sample = (kind: Candidate['kind'], printed: fc.Arbitrary<string>): Candidate[] =>
    [printed, printed.chain(respaced), printed.chain(mutated)]
      .flatMap((texts, i) => fc.sample(texts, { seed: Number(seed) + i, numRuns: Number(count) }))
      .filter((text) => !/\p{Surrogate}/u.test(text))
      .map((text) => ({ kind, text }));
  return [
    ...sample(
      'condition',
      condition.map((tree) => printCondition(tree, 'plain')),
    ),
    ...sample(
      'statement',
      statement.map((tree) => printStatement(tree, 'plain')),
    ),
  ];
}

/** Each candidate in a processor of its own, whose name then stands before what the collector says of it. */
function verdicts(release: (typeof releases)[number], all: readonly Candidate[]): readonly boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'ottl-grammar-'));
  try {
    const processors = Object.fromEntries(
      all.map(({ kind, text }, i) =>
        kind === 'condition'
          ? [`filter/c${i}_`, { logs: { log_record: [text] } }]
          : [`transform/c${i}_`, { log_statements: [{ context: 'log', statements: [text] }] }],
      ),
    );
    const config = {
      receivers: { otlp: { protocols: { grpc: {} } } },
      processors,
      exporters: { nop: {} },
      service: {
        pipelines: { logs: { receivers: ['otlp'], processors: Object.keys(processors), exporters: ['nop'] } },
      },
    };
    const file = join(folder, 'config.yaml');
    writeFileSync(file, yaml(config));
    const { stderr, stdout } = spawnSync(tool(`otelcol-${release}`), ['validate', '--config', file], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const said = `${stderr}${stdout}`.split(/processors::(?:filter|transform)\/(?=c\d+_: )/);
    const refused = new Set(
      said.filter((one) => refusedByGrammar.test(one)).map((one) => Number(/^c(\d+)_/.exec(one)?.[1])),
    );
    if (refused.has(Number.NaN)) throw new Error(said[0]);
    return all.map((_, i) => !refused.has(i));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** JSON that is YAML too, and whose texts the collector takes as they are. */
function yaml(config: unknown): string {
  return JSON.stringify(config, (_, value) =>
    typeof value === 'string' ? value.replaceAll('$', '$$$$') : value,
  ).replace(/[^ -~]/gu, (c) => `\\U${(c.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
}

test.each(releases)('the collector %s reads exactly the texts that we read', (release) => {
  const all = candidates(release);
  const real = verdicts(release, all);
  const different = all.flatMap(({ kind, text }, i) => {
    const parse = kind === 'condition' ? parseCondition : parseStatement;
    const { errors } = parse(text, { form: 'plain', release });
    const ours = errors === undefined || errors.every(({ message }) => message.startsWith('A lambda stands'));
    return ours === real[i] ? [] : [{ text, real: real[i], ours: errors?.[0].message ?? 'read' }];
  });
  expect(different).toEqual([]);
  // Both answers occur often, of both kinds, or the comparison would say little.
  for (const kind of ['condition', 'statement']) {
    const answers = real.filter((_, i) => all[i]?.kind === kind);
    expect(answers.filter((read) => !read).length).toBeGreaterThan(Number(count) * 0.5);
    expect(answers.filter((read) => read).length).toBeGreaterThan(Number(count));
  }
});
