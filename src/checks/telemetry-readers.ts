import { at, type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { isReference } from '../model/reference';
import { metricsLevel } from '../view/telemetry-level';
import { error, perCollector } from './rule';

/**
 * The collector's own metrics need readers unless they are off (otelconftelemetry/config.go), and each reader has to say
 * where it reads to: `validate` does not ask for that, but without it the collector ends when it starts (otelconf).
 */
export const telemetryReaders = perCollector(function* ({ path, service }) {
  const metrics = at(service, 'telemetry', 'metrics');
  const readers = at(metrics, 'readers');
  const level = metricsLevel(metrics);
  if (!Array.isArray(readers) || level === undefined || level === 'none') return;
  const here = `${path}/service/telemetry/metrics/readers`;
  if (readers.length === 0) {
    const fix = 'Add a reader, leave "readers" out for the default one, or set "level: none".';
    yield error('telemetry-readers', here, 'nothing reads the metrics: "readers" is empty.', fix);
  }
  for (const [i, reader] of readers.entries()) yield* unready(reader, `${here}/${i}`);
});

const known = ['pull', 'periodic', 'producers'];

function* unready(reader: ConfigValue, here: string): Generator<Issue> {
  // config-section says it of what is no map, and of unknown kinds.
  if (reader !== null && (!isConfigMap(reader) || Object.keys(reader).some((key) => !known.includes(key)))) return;
  const pull = at(reader, 'pull');
  const periodic = at(reader, 'periodic');
  if (isReference(pull) || isReference(periodic)) return;
  if ((pull == null) === (periodic == null)) {
    const message =
      pull == null ? 'the reader is neither "pull" nor "periodic".' : 'the reader is both "pull" and "periodic".';
    yield error('telemetry-readers', here, message, 'Write one of them, and one reader for each.');
    return;
  }
  const exporter = at(pull ?? periodic, 'exporter');
  if (isReference(exporter)) return;
  const missing = pull == null ? missingToPush(exporter) : missingToPull(exporter);
  if (missing !== undefined) yield error('telemetry-readers', here, `the reader lacks ${missing}.`, `Add ${missing}.`);
}

function missingToPull(exporter: ConfigValue | undefined): string | undefined {
  const prometheus = at(exporter, 'prometheus');
  if (isReference(prometheus)) return undefined;
  if (prometheus == null) return '"exporter: { prometheus: … }"';
  const missing = ['host', 'port'].filter((field) => at(prometheus, field) == null);
  return missing.length === 0 ? undefined : missing.map((field) => `"${field}"`).join(' and ');
}

function missingToPush(exporter: ConfigValue | undefined): string | undefined {
  if (at(exporter, 'console') != null) return undefined;
  const otlp = at(exporter, 'otlp');
  if (isReference(otlp)) return undefined;
  if (otlp == null) return '"exporter: { otlp: … }"';
  return at(otlp, 'protocol') == null ? '"protocol"' : undefined;
}
