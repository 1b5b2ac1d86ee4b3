import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { median, report, run } from './measure';

const REPETITIONS = 9;
const LIBRARY = join(__dirname, '..', 'lib', 'src', 'index.js');

/** How long a fresh process takes to require cdk8s, and how much longer to require the compiled library after it. */
export function benchLoad(): void {
  if (!existsSync(LIBRARY)) {
    report({ bench: 'load', skipped: `${LIBRARY} is not there: run \`npm run build\`` });
    return;
  }
  const times = Array.from({ length: REPETITIONS }, () => requireTimes([require.resolve('cdk8s'), LIBRARY]));
  const cdk8sMs = median(times.map(([cdk8s]) => cdk8s));
  const addedMs = median(times.map(([, added]) => added));
  report({ bench: 'load', cdk8sMs, addedMs, addedOverCdk8s: addedMs / cdk8sMs });
}

/** The milliseconds that the two modules take, one after the other, in a process that has loaded nothing else. */
function requireTimes(modules: readonly [first: string, second: string]): [first: number, second: number] {
  const script = `
    const times = ${JSON.stringify(modules)}.map((module) => {
      const start = performance.now();
      require(module);
      return performance.now() - start;
    });
    console.log(JSON.stringify(times));`;
  return JSON.parse(run(['-e', script]));
}
