import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';

/** A folder for one test. */
export function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'cdk8s-mdai-'));
}

/** Writes a value as YAML; returns the file. */
export function yamlFile(folder: string, name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, dump(value));
  return file;
}

export interface Verdict {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Verdict {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...env, PATH: process.env.PATH },
  });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}

/** A program that runs until it is stopped. */
export class Running {
  private log = '';
  private readonly child: ChildProcess;

  constructor(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(program, args, { env: { ...env, PATH: process.env.PATH }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => {
        this.log += chunk;
      });
    }
  }

  get pid(): number {
    return this.child.pid as number;
  }

  get output(): string {
    return this.log;
  }

  /** Waits until the program has printed this. */
  async printed(text: string, seconds = 30): Promise<void> {
    await until(
      () => {
        if (this.child.exitCode !== null)
          throw new Error(`The program ended before it printed "${text}":\n${this.log}`);
        return this.log.includes(text);
      },
      `the program to print "${text}"`,
      seconds,
    );
  }

  /** Ends the program as a lost node does: it cannot finish anything. */
  async kill(): Promise<void> {
    await this.stop('SIGKILL');
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
  }
}

/** Waits until a collector has started. */
export async function ready(collector: Running): Promise<void> {
  try {
    await collector.printed('Everything is ready');
  } catch (error) {
    await collector.stop();
    throw error;
  }
}

interface Stoppable {
  stop(): Promise<void>;
}

/** What the tests of a file have started, to be stopped at their end, the last first. */
export class Started {
  private readonly all: Stoppable[] = [];

  /** Remembers what has been started. */
  async add<T extends Stoppable>(starting: Promise<T>): Promise<T> {
    const one = await starting;
    this.all.unshift(one);
    return one;
  }

  async stop(): Promise<void> {
    for (const one of this.all) await one.stop();
  }
}

/** Waits until something is so, and says what was waited for when it is not. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
