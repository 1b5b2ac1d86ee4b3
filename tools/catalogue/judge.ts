import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fullPins, machine, program } from './program';

/** A component's section of a configuration. References to the environment are not expanded. */
export interface Case {
  readonly id: string | number;
  readonly kind: 'receiver' | 'processor' | 'exporter' | 'connector' | 'extension';
  /** The type, by the name that it has in the release or by the one it had before. */
  readonly type: string;
  readonly config: unknown;
}

/** What the collector's own code says of a case. */
export interface Verdict {
  readonly id: string | number;
  readonly accepted: boolean;
  /** Where a case is refused: when it is read, when its values are checked, or when the component is made. */
  readonly stage?: 'decode' | 'validate' | 'create';
  /** Why, in at most 500 characters. */
  readonly message?: string;
}

/** The path of the program that judges with all the components of a release; builds it if need be. */
export function judgeBinary(release: string, pins = join(fullPins, release)): string {
  return program(pins);
}

const ofMachine =
  /only supported on Windows|IMDS|no such file or directory|is a directory|permission denied|could not be read|address already in use|no configuration has been provided|dial (tcp|unix)|lookup \S+ on/;

/** Whether a case was refused for what the machine is or has, not for what the configuration says. */
export function isOfMachine({ accepted, message }: Verdict): boolean {
  return !accepted && ofMachine.test(message ?? '');
}

/** Asks the real components of a release whether they take a configuration. */
export class Judge {
  private readonly process: ChildProcessWithoutNullStreams;
  // Some components make folders.
  private readonly folder = mkdtempSync(join(tmpdir(), 'judge-'));
  private readonly verdicts: AsyncIterator<string>;
  private last: Promise<unknown> = Promise.resolve();

  /** Other folders of pins than the release's have fewer components, and build faster. */
  constructor(release: string, pins?: string) {
    this.process = spawn(judgeBinary(release, pins), ['-judge'], {
      cwd: this.folder,
      env: { ...process.env, ...machine },
    });
    // What components print is of no interest, and a full pipe would stop them.
    this.process.stderr.resume();
    // The end of the program shows as the end of its answers.
    this.process.stdin.on('error', () => {});
    this.verdicts = createInterface(this.process.stdout)[Symbol.asyncIterator]();
  }

  /** Verdicts in the order of the cases. */
  ask(cases: readonly Case[]): Promise<Verdict[]> {
    const answer = this.last.then(() => this.askNow(cases));
    this.last = answer.catch(() => {});
    return answer;
  }

  /** Ends the program, after the questions that were asked. */
  async close(): Promise<void> {
    await this.last;
    const ended = this.process.exitCode !== null || this.process.signalCode !== null;
    this.process.stdin.end();
    if (!ended) await once(this.process, 'exit');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async askNow(cases: readonly Case[]): Promise<Verdict[]> {
    for (const asked of cases) this.process.stdin.write(`${JSON.stringify(asked)}\n`);
    const verdicts: Verdict[] = [];
    for (const { id } of cases) {
      const line = await this.verdicts.next();
      if (line.done) throw new Error(`the judge ended at case ${id}`);
      verdicts.push(JSON.parse(line.value) as Verdict);
    }
    return verdicts;
  }
}
