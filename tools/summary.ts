/** One line from the reports that the test runners wrote: `N passed, N failed`. Skipped tests count as failed. */
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(file, 'utf8')) as { passed: number; failed: number; skipped: number };
  passed += report.passed;
  failed += report.failed + report.skipped;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
