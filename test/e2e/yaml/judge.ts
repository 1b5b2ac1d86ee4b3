import { spawnSync } from 'node:child_process';
import { tool } from '../../../tools/locate';

/** What a reader makes of a text: its documents, or why it refuses it. */
export interface Reading {
  readonly documents: readonly unknown[];
  readonly error?: string;
}

export interface Answer {
  readonly kubernetes: Reading;
  readonly collector: Reading;
}

/** What kubectl and the collector read in texts. */
export function readings(texts: readonly string[]): Answer[] {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const { status, stdout, stderr } = spawnSync(tool('yaml'), [], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  const lines = stdout.split('\n').slice(0, -1);
  if (lines.length !== texts.length) throw new Error(`${lines.length} answers to ${texts.length} texts`);
  return lines.map((line) => JSON.parse(line) as Answer);
}
