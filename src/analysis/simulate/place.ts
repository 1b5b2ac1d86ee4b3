import type { ClientMetadata, Place } from '../../ottl/evaluate/place';
import type { OttlMap } from '../../ottl/evaluate/value';
import type {
  Batch,
  DataPoint,
  LogRecord,
  Metric,
  ResourceRecords,
  ScopeRecords,
  Span,
  SpanEvent,
} from '../../telemetry/data';
import type { Call } from './consumer';
import { pointsOf } from './walk';

/** Where OTTL is evaluated: moved from record to record, so that nothing is made for each. */
export class Cursor implements Place {
  resource: ResourceRecords<unknown> = nowhere;
  scope?: ScopeRecords<unknown>;
  log?: LogRecord;
  span?: Span;
  spanevent?: SpanEvent;
  metric?: Metric;
  datapoint?: DataPoint;
  readonly client: ClientMetadata;
  private kept?: OttlMap;

  constructor(call: Call) {
    this.client = { metadata: call.client, ...(call.grpc && { grpc: call.grpc }) };
  }

  get cache(): OttlMap {
    this.kept ??= new Map();
    return this.kept;
  }

  set cache(cache: OttlMap) {
    this.kept = cache;
  }

  /** Empties the cache, as for every record. */
  renew(): void {
    this.kept = undefined;
  }
}

const nowhere: ResourceRecords<unknown> = {
  resource: { attributes: new Map(), droppedAttributesCount: 0 },
  schemaUrl: '',
  scopes: [],
};

/** What a batch is walked through by. */
export type WalkedContext = 'resource' | 'scope' | 'log' | 'span' | 'spanevent' | 'metric' | 'datapoint';

/** Visits each place of a context in a batch, in order; none where the signal has no such places. */
export function eachPlace(batch: Batch, context: WalkedContext, cursor: Cursor, visit: () => void): void {
  for (const resource of batch.resources) {
    cursor.resource = resource;
    if (context === 'resource') {
      cursor.renew();
      visit();
      continue;
    }
    for (const scope of resource.scopes) {
      cursor.scope = scope;
      if (context === 'scope') {
        cursor.renew();
        visit();
      } else if (batch.signal === 'logs' && context === 'log') eachLog(scope, cursor, visit);
      else if (batch.signal === 'traces') eachSpan(scope as ScopeRecords<Span>, context, cursor, visit);
      else if (batch.signal === 'metrics') eachMetric(scope as ScopeRecords<Metric>, context, cursor, visit);
    }
  }
}

function eachLog(scope: ScopeRecords<unknown>, cursor: Cursor, visit: () => void): void {
  for (const log of scope.records as LogRecord[]) {
    cursor.log = log;
    cursor.renew();
    visit();
  }
}

function eachSpan(scope: ScopeRecords<Span>, context: WalkedContext, cursor: Cursor, visit: () => void): void {
  for (const span of scope.records) {
    cursor.span = span;
    if (context === 'span') {
      cursor.renew();
      visit();
    }
    if (context !== 'spanevent') continue;
    for (const event of span.events) {
      cursor.spanevent = event;
      cursor.renew();
      visit();
    }
  }
}

function eachMetric(scope: ScopeRecords<Metric>, context: WalkedContext, cursor: Cursor, visit: () => void): void {
  for (const metric of scope.records) {
    cursor.metric = metric;
    if (context === 'metric') {
      cursor.renew();
      visit();
    }
    if (context !== 'datapoint') continue;
    for (const point of pointsOf(metric)) {
      cursor.datapoint = point;
      cursor.renew();
      visit();
    }
  }
}

/** Calls `visit` with the origins of the records at a place: of all that it contains. */
export function originsAt(
  cursor: Cursor,
  context: WalkedContext,
  signal: Batch['signal'],
  visit: (origin: number) => void,
): void {
  const records =
    context === 'resource'
      ? cursor.resource.scopes.flatMap((scope) => scope.records)
      : context === 'scope'
        ? (cursor.scope?.records ?? [])
        : context === 'datapoint'
          ? []
          : [cursor.log ?? cursor.span ?? cursor.metric];
  if (context === 'datapoint' && cursor.datapoint) visit(cursor.datapoint.origin);
  for (const record of records) {
    const parts = signal === 'metrics' ? pointsOf(record as Metric) : [record as { origin: number }];
    for (const { origin } of parts) visit(origin);
  }
}
