import type { Batch, LogRecord, Resource, ResourceRecords, Scope, Span } from './data';
import { writeMetric } from './write-metric';
import { id, type Json, list, small, text, time, writeAttributes, writeValue } from './write-value';

/**
 * OTLP JSON as the collector writes it: 64-bit numbers as strings, enums as numbers, ids in hexadecimal, bytes in Base64;
 * fields that hold nothing are left out.
 */
export function writeBatch(batch: Batch): Json {
  if (batch.signal === 'logs') return { resourceLogs: resources(batch.resources, 'Logs', 'logRecords', writeLog) };
  if (batch.signal === 'traces') return { resourceSpans: resources(batch.resources, 'Spans', 'spans', writeSpan) };
  return { resourceMetrics: resources(batch.resources, 'Metrics', 'metrics', writeMetric) };
}

function resources<T>(
  batch: readonly ResourceRecords<T>[],
  name: string,
  records: string,
  write: (record: T) => Json,
): Json[] {
  return batch.map(({ resource, schemaUrl, scopes }) => ({
    resource: writeResource(resource),
    ...list(
      `scope${name}`,
      scopes.map((scope) => ({
        scope: writeScope(scope.scope),
        ...list(records, scope.records.map(write)),
        ...text('schemaUrl', scope.schemaUrl),
      })),
    ),
    ...text('schemaUrl', schemaUrl),
  }));
}

export function writeResource({ attributes, droppedAttributesCount }: Resource): Json {
  return { ...writeAttributes(attributes), ...small('droppedAttributesCount', droppedAttributesCount) };
}

export function writeScope({ name, version, ...resource }: Scope): Json {
  return { ...text('name', name), ...text('version', version), ...writeResource(resource) };
}

export function writeLog(log: LogRecord): Json {
  return {
    ...time('timeUnixNano', log.time),
    ...time('observedTimeUnixNano', log.observedTime),
    ...small('severityNumber', log.severityNumber),
    ...text('severityText', log.severityText),
    body: writeValue(log.body),
    ...writeAttributes(log.attributes),
    ...small('droppedAttributesCount', log.droppedAttributesCount),
    ...small('flags', log.flags),
    ...id('traceId', log.traceId),
    ...id('spanId', log.spanId),
    ...text('eventName', log.eventName),
  };
}

export function writeSpan(span: Span): Json {
  return {
    ...id('traceId', span.traceId),
    ...id('spanId', span.spanId),
    ...text('traceState', span.traceState),
    ...id('parentSpanId', span.parentSpanId),
    ...small('flags', span.flags),
    ...text('name', span.name),
    ...small('kind', span.kind),
    ...time('startTimeUnixNano', span.startTime),
    ...time('endTimeUnixNano', span.endTime),
    ...writeAttributes(span.attributes),
    ...small('droppedAttributesCount', span.droppedAttributesCount),
    ...list(
      'events',
      span.events.map((event) => ({
        ...time('timeUnixNano', event.time),
        ...text('name', event.name),
        ...writeAttributes(event.attributes),
        ...small('droppedAttributesCount', event.droppedAttributesCount),
      })),
    ),
    ...small('droppedEventsCount', span.droppedEventsCount),
    ...list(
      'links',
      span.links.map((link) => ({
        ...id('traceId', link.traceId),
        ...id('spanId', link.spanId),
        ...text('traceState', link.traceState),
        ...writeAttributes(link.attributes),
        ...small('droppedAttributesCount', link.droppedAttributesCount),
        ...small('flags', link.flags),
      })),
    ),
    ...small('droppedLinksCount', span.droppedLinksCount),
    status: { ...text('message', span.status.message), ...small('code', span.status.code) },
  };
}
