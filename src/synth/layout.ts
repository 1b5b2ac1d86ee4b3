import { type ApiObject, type App, Chart, Names, YamlOutputType } from 'cdk8s';
import type { SynthOrder } from './order';
import type { OutputFolder } from './output-folder';
import { yamlDocument, yamlStream } from './yaml';

/**
 * Writes the app's objects to the folder, divided into files as its `yamlOutputType` says. Objects are resolved when their
 * file's turn comes, so that one file at a time is in memory.
 *
 * @param resolve an object as it is written
 */
export function writeManifests(app: App, order: SynthOrder, output: OutputFolder, resolve: Resolve = resolved): void {
  const extension = app.outputFileExtension;
  switch (app.yamlOutputType) {
    case YamlOutputType.FILE_PER_APP:
      if (order.charts.length > 0) {
        output.write(`app${extension}`, yamlStream(resolveApp(order, resolve)));
      }
      break;
    case YamlOutputType.FILE_PER_CHART:
      for (const [chart, name] of namedCharts(order)) {
        output.write(name + extension, yamlStream(resolveChart(chart, order, resolve)));
      }
      break;
    case YamlOutputType.FILE_PER_RESOURCE:
      for (const manifest of resolveApp(order, resolve)) {
        if (manifest !== undefined) {
          output.write(resourceName(manifest) + extension, yamlDocument(manifest));
        }
      }
      break;
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      for (const [chart, name] of namedCharts(order)) {
        const folder = output.folder(name);
        for (const object of order.objectsOf(chart)) {
          folder.write(resourceName(object) + extension, yamlDocument(resolve(object)));
        }
      }
      break;
  }
}

/** Resolves the objects of all charts, in order. */
export function* resolveApp(order: SynthOrder, resolve: Resolve = resolved): Generator<Manifest | undefined> {
  for (const chart of order.charts) {
    yield* resolveChart(chart, order, resolve);
  }
}

function* resolveChart(chart: Chart, order: SynthOrder, resolve: Resolve): Generator<Manifest | undefined> {
  // A chart with a `toJson` of its own wants to be asked, although that validates and resolves the whole app again.
  if (chart.toJson !== Chart.prototype.toJson) {
    yield* Object.values(chart.toJson());
    return;
  }
  for (const object of order.objectsOf(chart)) {
    yield resolve(object);
  }
}

export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name?: string };
}

export type Resolve = (object: ApiObject) => Manifest;

function resolved(object: ApiObject): Manifest {
  return object.toJson();
}

function namedCharts({ charts, betweenCharts }: SynthOrder): [chart: Chart, name: string][] {
  return charts.map((chart, index) => {
    const name = Names.toDnsLabel(chart);
    return [chart, betweenCharts ? `${index.toString().padStart(4, '0')}-${name}` : name];
  });
}

function resourceName({ kind, metadata }: Manifest): string {
  return `${kind}.${metadata.name}`.replace(/[^0-9a-zA-Z_.-]/g, '');
}
