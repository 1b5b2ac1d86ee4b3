import { readFileSync } from 'node:fs';
import { type Report, reportOf } from '../analysis/simulate/report';
import { simulate as run } from '../analysis/simulate/simulate';
import { readModel } from '../convert/read';
import type { CollectorModel } from '../model/collector';
import { TelemetryError } from '../telemetry/json';
import { readTelemetry } from '../telemetry/read';
import { type Command, releaseOf, textOf, UsageError, type Values } from './command';
import { readDocuments } from './documents';
import { format, release } from './options';

/** `mdai simulate`: sends OTLP JSON through a collector's pipelines and says where every record lands. */
export const simulate: Command = {
  summary: 'Send telemetry through a collector’s pipelines, without a collector, and say where every record lands.',
  operands: 'PATH…',
  description: [
    'Reads the collectors of PATH… and the telemetry of --input (OTLP as JSON), and says which exporter gets which record, what was dropped and by which condition, and which parts are not simulated. Nothing is guessed: what the simulator does not know, it names.',
  ],
  options: {
    input: { type: 'string', value: 'FILE', says: 'The telemetry, OTLP as JSON; "-" is standard input.' },
    collector: { type: 'string', value: 'NAME', says: 'The collector, where PATH… has several.' },
    receiver: { type: 'string', value: 'ID', says: 'The receiver that gets it, where there are several.' },
    set: {
      type: 'string',
      multiple: true,
      value: 'NAME=VALUE',
      says: 'An environment variable of the collector, such as a hub’s.',
    },
    release,
    format: format('text', 'json'),
  },
  examples: [
    { says: 'Where do these logs go?', line: 'mdai simulate dist/ --collector gateway --input logs.json' },
    {
      says: 'And once the hub has put a service on its list:',
      line: 'mdai simulate dist/ --collector gateway --input logs.json --set SERVICE_LIST=^search$',
    },
  ],
  run(paths, values, output) {
    if (paths.length === 0) throw new UsageError('name a file, a folder, or "-" for standard input.');
    const telemetry = telemetryOf(paths, values);
    const environment = settings((values.set ?? []) as readonly string[]);
    const { collectors } = readModel(readDocuments(paths, output).documents, releaseOf(values));
    const collector = collectorNamed(collectors, textOf(values, 'collector'));
    const text = readInput(telemetry);
    try {
      const input = readTelemetry(text);
      const options = {
        collector: collector.path,
        receiver: textOf(values, 'receiver'),
        environment,
        record: true,
      };
      const simulation = run(collectors, input, options);
      const names = new Map(collectors.map(({ path, name }) => [path, name || path]));
      const report = reportOf(simulation, input, (path, component) =>
        path === collector.path ? component : `${names.get(path)}:${component}`,
      );
      output.out(values.format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : people(report));
      return 0;
    } catch (error) {
      if (!(error instanceof TelemetryError)) throw error;
      output.err(`${telemetry === '-' ? 'standard input' : telemetry}: ${error.message}\n`);
      return 1;
    }
  },
};

/** The file with the telemetry. @throws UsageError */
function telemetryOf(paths: readonly string[], values: Values): string {
  const file = textOf(values, 'input');
  if (file === undefined) throw new UsageError('name the telemetry with --input FILE; "-" is standard input.');
  if (file === '-' && paths.includes('-')) throw new UsageError('standard input holds one thing only.');
  return file;
}

function readInput(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new UsageError(`there is no file "${path}".`);
  }
}

function settings(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((setting) => {
      const at = setting.indexOf('=');
      if (at < 1) throw new UsageError(`--set takes NAME=VALUE, not "${setting}".`);
      return [setting.slice(0, at), setting.slice(at + 1)];
    }),
  );
}

function collectorNamed(collectors: readonly CollectorModel[], wanted: string | undefined): CollectorModel {
  const names = collectors.map(({ name, path }) => name || path).join(', ');
  const found =
    wanted === undefined ? collectors : collectors.filter(({ name, path }) => name === wanted || path === wanted);
  const [only, ...more] = found;
  if (collectors.length === 0) throw new UsageError('there is no collector.');
  if (only === undefined) throw new UsageError(`there is no collector "${wanted}". There are: ${names}.`);
  if (more.length > 0) throw new UsageError(`there are several collectors. Name one with --collector: ${names}.`);
  return only;
}

function people({ exporters, dropped, refused, unsupported, unset, records }: Report): string {
  const landed = Object.keys(exporters).map((exporter) => {
    const count = records.filter((record) => record.exporters.includes(exporter)).length;
    return [exporter, String(count)];
  });
  const lost = dropped.map(({ by, condition, count }) => [
    condition === undefined ? by : `${by}: ${condition}`,
    String(count),
  ]);
  return [
    `${records.length} records\n`,
    table('exporter', 'records', landed),
    table('dropped by', 'records', lost),
    table(
      'refused by',
      'because',
      refused.map(({ by, message }) => [by, message]),
    ),
    table(
      'not simulated',
      'because',
      unsupported.map(({ path, reason }) => [path, reason]),
    ),
    unset.length === 0 ? '' : `\nNot set, and taken as empty: ${unset.join(', ')}. Set them with --set NAME=VALUE.\n`,
  ].join('');
}

function table(left: string, right: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const width = Math.max(left.length, ...rows.map(([first = '']) => first.length));
  return `\n${[[left, right], ...rows].map(([first = '', second = '']) => `${first.padEnd(width)}  ${second}\n`).join('')}`;
}
