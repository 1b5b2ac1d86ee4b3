import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unquote } from '../../../src/promql/unquote';
import { tool } from '../../../tools/locate';
import { scratch } from '../process';

/** The names of the labels of each series that an expression gives; `undefined` where it fails. */
export type Result = readonly (readonly string[])[] | undefined;

/** What expressions give after five minutes of these series, by the engine of the newest Prometheus. */
export function evaluate(series: readonly string[], expressions: readonly string[]): readonly Result[] {
  const file = join(scratch(), 'labels.json');
  const wrong = [{ labels: 'never_there', value: 0 }];
  const promql_expr_test = expressions.map((expr) => ({ expr, eval_time: '5m', exp_samples: wrong }));
  const input_series = series.map((one) => ({ series: one, values: '1+1x20' }));
  const tests = [{ interval: '1m', input_series, promql_expr_test }];
  // JSON is YAML too.
  writeFileSync(file, JSON.stringify({ rule_files: [], evaluation_interval: '1m', tests }));
  const args = ['test', 'rules', '--enable-feature=promql-experimental-functions', file];
  const { stdout, stderr } = spawnSync(tool('promtool'), args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  // What fails says what there is: that is asked for.
  const said = `${stdout}${stderr}`.split(/^ {4}expr: /m).slice(1);
  if (said.length !== expressions.length)
    throw new Error(`${said.length} of ${expressions.length} answers:\n${stderr}`);
  return said.map((answer) => {
    const got = /^ {8}got: (.*)$/m.exec(answer)?.[1];
    return got === undefined
      ? undefined
      : [...got.matchAll(/\{((?:[^"{}]|"(?:\\.|[^"\\])*")*)\}/g)].map(([, labels = '']) => namesIn(labels));
  });
}

function namesIn(labels: string): readonly string[] {
  return [...labels.matchAll(/(?:"((?:\\.|[^"\\])*)"|([^\s,="]+))="(?:\\.|[^"\\])*"/g)].map(
    ([, quoted, plain]) => plain ?? textOf(quoted ?? ''),
  );
}

function textOf(quoted: string): string {
  const read = unquote(`"${quoted}"`);
  if ('value' in read) return read.value;
  throw new Error(`"${quoted}" cannot be read`);
}
