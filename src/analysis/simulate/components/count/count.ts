import type { OttlError } from '../../../../ottl/evaluate/value';
import { copyAttributes } from '../../../../telemetry/copy';
import type {
  Attributes,
  Batch,
  LogRecord,
  Metric,
  MetricsBatch,
  ResourceRecords,
  Span,
} from '../../../../telemetry/data';
import { type Call, Refusal } from '../../consumer';
import type { OnError } from '../../ottl';
import { Cursor } from '../../place';
import { type ConnectorKind, type Setup, tell } from '../../setup';
import { countRecords, eachOrigin, eachOriginOf, pointsOf } from '../../walk';
import { Counter } from './counter';
import { counted, type Definition, definitionsOf } from './definitions';

const scopeName = 'github.com/open-telemetry/opentelemetry-collector-contrib/connector/countconnector';

/** Counts what comes in, resource by resource; what comes out are sums of one batch each. */
export const count: ConnectorKind = {
  mutates: false,
  make(setup, outputs) {
    const kinds = {
      logs: [counted.logs],
      traces: [counted.spans, counted.events],
      metrics: [counted.metrics, counted.points],
    }[setup.signal];
    const definitions = kinds.map((kind) => definitionsOf(setup, kind));
    return (batch, call) => {
      const errors: string[] = [];
      const counts: MetricsBatch = { signal: 'metrics', resources: [] };
      for (const resource of batch.resources) {
        const run = new Run(setup, call, definitions, errors);
        run.count(batch.signal, resource);
        const metrics = run.metrics();
        if (metrics !== undefined) counts.resources.push(countsOf(resource, metrics));
      }
      const [message] = errors;
      if (message !== undefined) {
        const fault = { collector: setup.collector.path, by: setup.id, message, count: countRecords(batch) };
        throw new Refusal([fault]);
      }
      if (call.sink.visit) eachOrigin(batch, (origin) => tell(setup, call, origin, { event: 'counted' }));
      outputs.all.consume(counts, call);
    };
  },
};

function countsOf({ resource }: ResourceRecords<unknown>, metrics: Metric[]): ResourceRecords<Metric> {
  const scope = { name: scopeName, version: '', attributes: new Map(), droppedAttributesCount: 0 };
  return {
    resource: { attributes: copyAttributes(resource.attributes), droppedAttributesCount: 0 },
    schemaUrl: '',
    scopes: [{ scope, schemaUrl: '', records: metrics }],
  };
}

/** Counts one resource. Any error makes the connector refuse the whole batch. */
class Run {
  private readonly counters: readonly Counter[];
  private readonly cursor: Cursor;

  constructor(
    private readonly setup: Setup,
    private readonly call: Call,
    definitions: readonly (readonly Definition[])[],
    private readonly errors: string[],
  ) {
    this.cursor = new Cursor(call);
    this.counters = definitions.map((list) => new Counter(list, setup.collector.release, setup.now));
  }

  /** `undefined` where nothing was counted. */
  metrics(): Metric[] | undefined {
    if (this.counters.every(({ isEmpty }) => isEmpty)) return undefined;
    return this.counters.flatMap((counter) => counter.metrics());
  }

  count(signal: Batch['signal'], resource: ResourceRecords<unknown>): void {
    this.cursor.resource = resource;
    for (const scope of resource.scopes) {
      this.cursor.scope = scope;
      for (const record of scope.records) {
        if (signal === 'logs') this.log(record as LogRecord);
        else if (signal === 'traces') this.span(record as Span);
        else this.metric(record as Metric);
      }
    }
  }

  private log(log: LogRecord): void {
    this.cursor.log = log;
    this.one(0, log.attributes, [log.time], (visit) => visit(log.origin));
  }

  private span(span: Span): void {
    this.cursor.span = span;
    const visitSpan = (visit: (origin: number) => void) => visit(span.origin);
    this.one(0, span.attributes, [span.startTime, span.endTime], visitSpan);
    for (const event of span.events) {
      this.cursor.spanevent = event;
      this.one(1, event.attributes, [event.time], visitSpan);
    }
  }

  private metric(metric: Metric): void {
    this.cursor.metric = metric;
    this.one(0, new Map(), [], (visit) => eachOriginOf('metrics', metric, visit));
    if (metric.data.kind === 'none') this.errors.push(`metric "${metric.name}" has no data`);
    for (const point of pointsOf(metric)) {
      this.cursor.datapoint = point;
      this.one(1, point.attributes, [point.time], (visit) => visit(point.origin));
    }
  }

  private one(
    which: number,
    attributes: Attributes,
    times: readonly bigint[],
    origins: (visit: (origin: number) => void) => void,
  ): void {
    const counter = this.counters[which];
    for (const time of times) counter?.time(time);
    this.cursor.renew();
    const { call, setup } = this;
    const onError: OnError = (condition, { message: error }) => {
      if (call.sink.visit) origins((origin) => tell(setup, call, origin, { event: 'failed', condition, error }));
    };
    counter?.count(this.cursor, attributes, onError, ({ message }: OttlError) => this.errors.push(message));
  }
}
