import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** What a child process measured: the time of each of its tasks, and the most memory that it took, the runtime included. */
export interface Measurement<Task extends string> {
  readonly ms: Readonly<Record<Task, number>>;
  readonly peakMiB: number;
}

/** Prints one line of JSON, with numbers rounded to what the clock is worth. */
export function report(line: Readonly<Record<string, string | number>>): void {
  const rounded = Object.entries(line).map(([key, value]) => [key, typeof value === 'number' ? round(value) : value]);
  console.log(JSON.stringify(Object.fromEntries(rounded)));
}

function round(value: number): number {
  return value < 100 ? Math.round(value * 100) / 100 : Math.round(value);
}

/** The value in the middle; for an even number of values, the upper of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * The median time of each task, in milliseconds. The tasks take turns, so that a busy moment of the machine meets all.
 *
 * @param tasks by name, functions that prepare the task and return what is to be timed
 */
export function medianTimes<Task extends string>(
  repetitions: number,
  tasks: Readonly<Record<Task, () => () => void>>,
): Record<Task, number> {
  const entries = Object.entries<() => () => void>(tasks);
  const rounds = Array.from({ length: repetitions }, () =>
    Object.fromEntries(entries.map(([name, prepare]) => [name, time(prepare())])),
  );
  const medians = entries.map(([name]) => [name, median(rounds.map((round) => round[name] ?? Number.NaN))]);
  return Object.fromEntries(medians);
}

function time(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

/** In a child: hands the times to its parent, together with the peak of this process's memory. */
export function answer<Task extends string>(ms: Readonly<Record<Task, number>>): void {
  // Node.js gives the peak in KiB.
  const measurement: Measurement<Task> = { ms, peakMiB: process.resourceUsage().maxRSS / 1024 };
  console.log(JSON.stringify(measurement));
}

/** Runs a TypeScript file of this folder in a process of its own, so that no measurement pollutes another. */
export function measureInChild<Task extends string>(file: string, task: object): Measurement<Task> {
  const loader = pathToFileURL(require.resolve('tsx')).href;
  return JSON.parse(run(['--import', loader, file, JSON.stringify(task)]));
}

/** Runs Node.js with the arguments, and returns what it prints. @throws if it fails, with what it says */
export function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`node ${args.join(' ')} failed:\n${stderr}`);
  }
  return stdout;
}
