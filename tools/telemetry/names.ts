import { seriesOf } from '../../src/metrics/made';
import type { Telemetry } from '../../src/metrics/telemetry';

/** A type with the names of all series that collectors have of themselves, in whatever release. */
export function printedNames(telemetries: readonly Telemetry[]): string {
  const metrics = telemetries.flatMap(({ scopes }) => Object.values(scopes).flatMap((scope) => Object.entries(scope)));
  const names = new Set(metrics.flatMap(([name, metric]) => seriesOf(metric, name).map((series) => series.name)));
  const members = [...names].sort().map((name) => `  | '${name}'`);
  return `// Written by \`npm run telemetry\`.\n\n/** A metric that collectors have of themselves, by its name in OpenTelemetry; one of the series of a histogram. */\nexport type OwnMetricName =\n${members.join('\n')};\n`;
}
