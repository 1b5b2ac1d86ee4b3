import { spawnSync } from 'node:child_process';
import type { PromqlRelease } from '../../src/promql/release';
import { type ToolName, tool } from '../locate';

const programs: Readonly<Record<PromqlRelease, ToolName>> = { '3.15.0': 'promql', '2.54.1': 'promql-2.54.1' };

/** An expression, and the feature flags with which it is read. */
export interface Question {
  readonly expr: string;
  readonly features?: readonly string[];
}

/** What the parser of a release says of an expression. */
export interface Verdict {
  readonly ok: boolean;
  readonly type?: 'vector' | 'scalar' | 'matrix' | 'string';
  /** The expression as the parser writes it. */
  readonly canonical?: string;
  readonly error?: string;
}

/** What PromQL is in a release, as JSON. */
export function dumpLanguage(release: PromqlRelease): string {
  return run(release, []);
}

/** What the parser of a release says of expressions, in their order. */
export function judge(release: PromqlRelease, questions: readonly Question[]): readonly Verdict[] {
  const lines = run(release, ['judge'], questions.map((question) => JSON.stringify(question)).join('\n'));
  const verdicts = lines.split('\n').filter((line) => line !== '');
  if (verdicts.length !== questions.length) throw new Error(`the parser of ${release} left questions without answer`);
  return verdicts.map((line) => JSON.parse(line) as Verdict);
}

function run(release: PromqlRelease, args: readonly string[], input = ''): string {
  const { error, status, stdout, stderr } = spawnSync(tool(programs[release]), args, {
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`the parser of ${release} ended\n${stderr}`);
  return stdout;
}
