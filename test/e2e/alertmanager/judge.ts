import { spawnSync } from 'node:child_process';
import { tool } from '../../../tools/locate';

/** Labels of an alert. */
export type Labels = Readonly<Record<string, string>>;

/** What Alertmanager's own packages are asked: about a configuration and alerts, a text of matchers, or a template. */
export type Question =
  | {
      readonly config: string;
      readonly alerts?: readonly Labels[];
      readonly firing?: readonly Labels[];
      readonly times?: readonly string[];
    }
  | { readonly matchers: string }
  | { readonly template: string };

export interface Answer {
  /** Why it is refused. */
  readonly error?: string;
  readonly alerts?: readonly {
    readonly inhibited: boolean;
    readonly routes: readonly {
      readonly receiver: string;
      readonly group: Labels;
      readonly groupWait: number;
      readonly groupInterval: number;
      readonly repeatInterval: number;
      readonly muted: readonly boolean[];
    }[];
  }[];
  readonly matchers?: readonly { readonly name: string; readonly type: string; readonly value: string }[];
}

/**
 * What Alertmanager's own packages say, in one run.
 *
 * @param program the one of the newest release answers all questions, the other says only whether it refuses configurations
 */
export function judged(
  questions: readonly Question[],
  program: 'alertmanager-judge' | 'alertmanager-judge-0.28.1' = 'alertmanager-judge',
): readonly Answer[] {
  const input = questions.map((question) => JSON.stringify(question)).join('\n');
  const { status, stdout, stderr } = spawnSync(tool(program), [], {
    input,
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`the judge ended\n${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
}
