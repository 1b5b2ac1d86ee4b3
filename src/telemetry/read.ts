import type { AnyValue, Attributes, Batch, LogRecord, ResourceRecords, Span, SpanEvent, SpanLink } from './data';
import { severityNumbers, spanKinds, statusCodes } from './enums';
import { Json, parseJson, TelemetryError } from './json';
import type { Origins } from './origins';
import { readMetric } from './read-metric';
import { readAttributes, readValue, uint32, uint64 } from './read-value';

/**
 * OTLP JSON as the collector reads it: one document with `resourceLogs`, `resourceSpans` or `resourceMetrics`, a list of
 * such documents, or one on each line. Fields in camelCase or snake_case; 64-bit numbers as numbers or strings; enums as
 * numbers or names; what is unknown is ignored. Whole numbers keep all their digits where a text is given. Where an
 * attribute occurs twice, the first counts. Throws `TelemetryError`, which says what is wrong at which path.
 */
export function readTelemetry(input: unknown, origins: Origins = { next: 0 }): Batch[] {
  return (typeof input === 'string' ? documents(input) : [new Json(input, '$')]).flatMap((document) =>
    readDocument(document, origins),
  );
}

function documents(text: string): Json[] {
  try {
    return [new Json(parseJson(text), '$')];
  } catch (error) {
    const lines = text.split('\n').map((line, i) => ({ line: line.trim(), number: i + 1 }));
    const filled = lines.filter(({ line }) => line !== '');
    if (filled.length < 2) throw noJson('the input', error);
    return filled.map(({ line, number }) => new Json(parsed(line, `line ${number}`), `line ${number}`));
  }
}

function parsed(line: string, name: string): unknown {
  try {
    return parseJson(line);
  } catch (error) {
    throw noJson(name, error);
  }
}

function noJson(name: string, error: unknown): TelemetryError {
  return new TelemetryError(`${name} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
}

function readDocument(document: Json, origins: Origins): Batch[] {
  if (Array.isArray(document.value)) {
    return document.value.flatMap((item, i) => readDocument(new Json(item, i, document), origins));
  }
  const batches: Batch[] = [];
  if (document.field('resourceLogs')) {
    batches.push({
      signal: 'logs',
      resources: readResources(document, 'Logs', 'logRecords', (json) => readLog(json, origins)),
    });
  }
  if (document.field('resourceSpans')) {
    batches.push({
      signal: 'traces',
      resources: readResources(document, 'Spans', 'spans', (json) => readSpan(json, origins)),
    });
  }
  if (document.field('resourceMetrics')) {
    batches.push({
      signal: 'metrics',
      resources: readResources(document, 'Metrics', 'metrics', (json) => readMetric(json, origins)),
    });
  }
  // Nothing at all is what the collector writes of a batch without resources.
  if (batches.length === 0 && !isEmpty(document.value))
    document.fail('an object with "resourceLogs", "resourceSpans" or "resourceMetrics"');
  return batches;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function readResources<T>(
  document: Json,
  name: 'Logs' | 'Spans' | 'Metrics',
  list: string,
  read: (record: Json) => T,
): ResourceRecords<T>[] {
  return document.items(`resource${name}`).map((json) => {
    const resource = json.field('resource');
    return {
      resource: {
        attributes: resource ? readAttributes(resource) : new Map(),
        droppedAttributesCount: resource ? uint32(resource, 'droppedAttributesCount') : 0,
      },
      schemaUrl: json.field('schemaUrl')?.text() ?? '',
      scopes: json.items(`scope${name}`).map((inner) => {
        const scope = inner.field('scope');
        return {
          scope: {
            name: scope?.field('name')?.text() ?? '',
            version: scope?.field('version')?.text() ?? '',
            attributes: scope ? readAttributes(scope) : (new Map() as Attributes),
            droppedAttributesCount: scope ? uint32(scope, 'droppedAttributesCount') : 0,
          },
          schemaUrl: inner.field('schemaUrl')?.text() ?? '',
          records: inner.items(list).map(read),
        };
      }),
    };
  });
}

const noTraceId = '0'.repeat(32);
const noSpanId = '0'.repeat(16);

function readLog(json: Json, origins: Origins): LogRecord {
  const body: AnyValue = json.field('body') === undefined ? null : readValue(json.field('body') as Json);
  return {
    origin: origins.next++,
    time: uint64(json, 'timeUnixNano'),
    observedTime: uint64(json, 'observedTimeUnixNano'),
    severityNumber: json.field('severityNumber')?.enumeration(severityNumbers) ?? 0,
    severityText: json.field('severityText')?.text() ?? '',
    eventName: json.field('eventName')?.text() ?? '',
    body,
    attributes: readAttributes(json),
    droppedAttributesCount: uint32(json, 'droppedAttributesCount'),
    flags: uint32(json, 'flags'),
    traceId: json.field('traceId')?.id(32) ?? noTraceId,
    spanId: json.field('spanId')?.id(16) ?? noSpanId,
  };
}

function readSpan(json: Json, origins: Origins): Span {
  const status = json.field('status');
  return {
    origin: origins.next++,
    traceId: json.field('traceId')?.id(32) ?? noTraceId,
    spanId: json.field('spanId')?.id(16) ?? noSpanId,
    parentSpanId: json.field('parentSpanId')?.id(16) ?? noSpanId,
    traceState: json.field('traceState')?.text() ?? '',
    name: json.field('name')?.text() ?? '',
    kind: json.field('kind')?.enumeration(spanKinds) ?? 0,
    flags: uint32(json, 'flags'),
    startTime: uint64(json, 'startTimeUnixNano'),
    endTime: uint64(json, 'endTimeUnixNano'),
    attributes: readAttributes(json),
    droppedAttributesCount: uint32(json, 'droppedAttributesCount'),
    events: json.items('events').map(readEvent),
    droppedEventsCount: uint32(json, 'droppedEventsCount'),
    links: json.items('links').map(readLink),
    droppedLinksCount: uint32(json, 'droppedLinksCount'),
    status: {
      code: status?.field('code')?.enumeration(statusCodes) ?? 0,
      message: status?.field('message')?.text() ?? '',
    },
  };
}

function readEvent(json: Json): SpanEvent {
  return {
    time: uint64(json, 'timeUnixNano'),
    name: json.field('name')?.text() ?? '',
    attributes: readAttributes(json),
    droppedAttributesCount: uint32(json, 'droppedAttributesCount'),
  };
}

function readLink(json: Json): SpanLink {
  return {
    traceId: json.field('traceId')?.id(32) ?? noTraceId,
    spanId: json.field('spanId')?.id(16) ?? noSpanId,
    traceState: json.field('traceState')?.text() ?? '',
    flags: uint32(json, 'flags'),
    attributes: readAttributes(json),
    droppedAttributesCount: uint32(json, 'droppedAttributesCount'),
  };
}
