import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { median, report, run } from './measure';

const REPETITIONS = 9;
const LIBRARY = join(__dirname, '..', 'lib', 'src', 'index.js');

/** How long fresh processes take to require the compiled library, beside those that only require cdk8s. */
export function benchLoad(): void {
  if (!existsSync(LIBRARY)) {
    report({ bench: 'load', skipped: `${LIBRARY} is not there: run \`npm run build\`` });
    return;
  }
  // In turns, so that a busy moment of the machine meets both.
  const times = Array.from({ length: REPETITIONS }, () => ({
    cdk8s: requireTime('cdk8s'),
    mdai: requireTime(LIBRARY, 'cdk8s'),
  }));
  const cdk8s = median(times.map((time) => time.cdk8s));
  const mdai = median(times.map((time) => time.mdai));
  report({ bench: 'load', cdk8sMs: cdk8s, mdaiMs: mdai, addedMs: mdai - cdk8s });
}

/** The milliseconds to require the modules, in order, in a process that has loaded nothing else. */
function requireTime(...modules: readonly string[]): number {
  const requires = modules.map((module) => `require(${JSON.stringify(require.resolve(module))});`).join('');
  return Number(run(['-p', `const start = performance.now();${requires}performance.now() - start`]));
}
