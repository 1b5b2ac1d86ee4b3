import { join } from 'node:path';
import type { Case, CasePipeline } from '../case';

/** Which header says to the dispatcher which case a request is of. */
export const CASE_HEADER = 'x-differential-case';

type Section = Record<string, unknown>;

/**
 * One configuration that holds many cases, each with components and pipelines of its own. A routing connector for each
 * signal hands a request to the pipelines of the case that its header names.
 *
 * @param folder where the file exporters write
 */
export function merge(cases: readonly Case[], port: number, folder: string): object {
  const processors: Section = {};
  const connectors: Section = {};
  const exporters: Section = {};
  const pipelines: Record<string, CasePipeline> = {};
  const entries = new Map<string, { condition: string; context: string; pipelines: string[] }[]>();
  cases.forEach((one, index) => {
    const rename = (id: string) => renamed(id, index);
    const own = one.config;
    const component = (id: string) =>
      id in own.connectors ? rename(id) : id === 'otlp' ? dispatcher(one.signal) : rename(id);
    for (const [id, value] of Object.entries(own.processors)) processors[rename(id)] = value;
    for (const [id, value] of Object.entries(own.connectors)) connectors[rename(id)] = withPipelines(value, rename);
    for (const [id, value] of Object.entries(own.exporters)) {
      exporters[rename(id)] = id.startsWith('file/') ? { ...value, path: exportFile(folder, index, id) } : value;
    }
    const first: string[] = [];
    for (const [id, pipeline] of Object.entries(own.service.pipelines)) {
      pipelines[rename(id)] = {
        receivers: pipeline.receivers.map(component),
        processors: (pipeline.processors ?? []).map(rename),
        exporters: pipeline.exporters.map(component),
      };
      if (pipeline.receivers.includes('otlp')) first.push(rename(id));
    }
    const rows = entries.get(one.signal) ?? [];
    rows.push({ context: 'request', condition: `request["${CASE_HEADER}"] == "${index}"`, pipelines: first });
    entries.set(one.signal, rows);
  });
  for (const [signal, table] of entries) {
    connectors[dispatcher(signal)] = { error_mode: 'propagate', table };
    pipelines[`${signal}/dispatch`] = { receivers: ['otlp'], processors: [], exporters: [dispatcher(signal)] };
  }
  return {
    receivers: { otlp: { protocols: { http: { endpoint: `127.0.0.1:${port}`, include_metadata: true } } } },
    processors,
    connectors,
    exporters,
    service: { telemetry: { logs: { level: 'fatal' }, metrics: { level: 'none' } }, pipelines },
  };
}

/** The file of an exporter of a case. */
export function exportFile(folder: string, index: number, exporter: string): string {
  return join(folder, `${index}.${exporter.slice('file/'.length)}.json`);
}

function dispatcher(signal: string): string {
  return `routing/dispatch.${signal}`;
}

function renamed(id: string, index: number): string {
  const [type, name = ''] = id.split('/');
  return `${type}/c${index}.${name}`;
}

/** A routing connector's configuration with the names of its pipelines changed. */
function withPipelines(value: unknown, rename: (id: string) => string): unknown {
  if (typeof value !== 'object' || value === null || !('table' in value)) return value;
  const { table, default_pipelines, ...rest } = value as {
    table: { pipelines: string[] }[];
    default_pipelines?: string[];
  };
  return {
    ...rest,
    table: table.map((row) => ({ ...row, pipelines: row.pipelines.map(rename) })),
    ...(default_pipelines && { default_pipelines: default_pipelines.map(rename) }),
  };
}
