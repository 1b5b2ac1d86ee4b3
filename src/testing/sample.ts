import { MdaiError } from '../model/issue';
import { didYouMean } from '../model/nearest';
import type { SeverityLevel } from '../ottl/condition';
import type { SpanKind, SpanStatus } from '../ottl/expressions';
import type { AnyValue, Attributes, Batch, LogRecord, Metric, ResourceRecords, Span } from '../telemetry/data';
import { severityNumbers, spanKinds, statusCodes } from '../telemetry/enums';

/** A value in a sample. Whole numbers are ints, others doubles. */
export type SampleValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Uint8Array
  | readonly SampleValue[]
  | { readonly [key: string]: SampleValue };

/** Attributes in a sample. */
export type SampleAttributes = Readonly<Record<string, SampleValue>>;

interface Common {
  /** The attributes of the resource. @default none */
  readonly resource?: SampleAttributes;
  /** The name of the instrumentation scope. @default '' */
  readonly scope?: string;
  /** @default none */
  readonly attributes?: SampleAttributes;
}

/** A log record to send through a route. */
export interface LogSample extends Common {
  /** @default nothing */
  readonly body?: SampleValue;
  /** A level, `WARN2` for the second of its numbers, or the number itself. @default not set */
  readonly severity?: SeverityLevel | `${SeverityLevel}${2 | 3 | 4}` | number;
  /** @default '' */
  readonly severityText?: string;
  /** @default '' */
  readonly eventName?: string;
  /** 32 hexadecimal digits. @default none */
  readonly traceId?: string;
  /** 16 hexadecimal digits. @default none */
  readonly spanId?: string;
}

/** A span to send through a route. */
export interface SpanSample extends Common {
  /** @default '' */
  readonly name?: string;
  /** @default 'INTERNAL' */
  readonly kind?: SpanKind;
  /** @default 'UNSET' */
  readonly status?: SpanStatus;
  /** 32 hexadecimal digits. @default one of its own */
  readonly traceId?: string;
  /** 16 hexadecimal digits. @default one of its own */
  readonly spanId?: string;
  /** 16 hexadecimal digits. @default none: the span is a root */
  readonly parentSpanId?: string;
  /** In milliseconds. @default 0 */
  readonly durationMs?: number;
}

/** A metric with one data point to send through a route. */
export interface MetricSample extends Common {
  readonly name: string;
  /** @default '' */
  readonly unit?: string;
  /** A gauge, or a cumulative, monotonic sum. @default 'gauge' */
  readonly type?: 'gauge' | 'sum';
  /** @default 1 */
  readonly value?: number;
}

/** Telemetry to send through a route. */
export class Sample {
  /** @internal */
  constructor(
    /** What failures call it. */
    readonly description: string,
    /** @internal A batch of its own for each sending. */
    readonly batch: () => Batch,
  ) {}
}

/** 2024-01-01 00:00:00 UTC, so that a test says the same on every day. */
const time = 1_704_067_200_000_000_000n;
const noTrace = '0'.repeat(32);
const noSpan = '0'.repeat(16);
const nanosecondsPerMillisecond = 1_000_000;

/** A log record. Its time is the beginning of 2024. */
export function logSample(given: LogSample): Sample {
  const { severity = 0 } = given;
  const severityNumber =
    typeof severity === 'number' ? severity : numberNamed(severityNumbers, 'SEVERITY_NUMBER_', severity);
  return new Sample(described('log record', given), () => ({
    signal: 'logs',
    resources: [
      within<LogRecord>(given, {
        origin: 0,
        time,
        observedTime: time,
        severityNumber,
        severityText: given.severityText ?? '',
        eventName: given.eventName ?? '',
        body: anyValue(given.body ?? null),
        attributes: attributesOf(given.attributes),
        droppedAttributesCount: 0,
        flags: 0,
        traceId: hex(given.traceId, noTrace),
        spanId: hex(given.spanId, noSpan),
      }),
    ],
  }));
}

/** A span. It begins with the year 2024. */
export function spanSample(given: SpanSample): Sample {
  return new Sample(described('span', given), () => ({
    signal: 'traces',
    resources: [
      within<Span>(given, {
        origin: 0,
        traceId: hex(given.traceId, '0af7651916cd43dd8448eb211c80319c'),
        spanId: hex(given.spanId, 'b7ad6b7169203331'),
        parentSpanId: hex(given.parentSpanId, noSpan),
        traceState: '',
        name: given.name ?? '',
        kind: numberNamed(spanKinds, 'SPAN_KIND_', given.kind ?? 'INTERNAL'),
        flags: 0,
        startTime: time,
        endTime: time + BigInt(Math.round((given.durationMs ?? 0) * nanosecondsPerMillisecond)),
        attributes: attributesOf(given.attributes),
        droppedAttributesCount: 0,
        events: [],
        droppedEventsCount: 0,
        links: [],
        droppedLinksCount: 0,
        status: { code: numberNamed(statusCodes, 'STATUS_CODE_', given.status ?? 'UNSET'), message: '' },
      }),
    ],
  }));
}

/** A metric with one data point, at the beginning of 2024. */
export function metricSample(given: MetricSample): Sample {
  return new Sample(described('metric', given), () => {
    const points = [
      {
        kind: 'number' as const,
        origin: 0,
        attributes: attributesOf(given.attributes),
        startTime: time,
        time,
        flags: 0,
        value: numberOf(given.value ?? 1),
        exemplars: [],
      },
    ];
    const metric: Metric = {
      name: given.name,
      description: '',
      unit: given.unit ?? '',
      metadata: new Map(),
      data: given.type === 'sum' ? { kind: 'sum', points, temporality: 2, monotonic: true } : { kind: 'gauge', points },
    };
    return { signal: 'metrics', resources: [within(given, metric)] };
  });
}

function within<T>({ resource, scope = '' }: Common, record: T): ResourceRecords<T> {
  return {
    resource: { attributes: attributesOf(resource), droppedAttributesCount: 0 },
    schemaUrl: '',
    scopes: [
      {
        scope: { name: scope, version: '', attributes: new Map(), droppedAttributesCount: 0 },
        schemaUrl: '',
        records: [record],
      },
    ],
  };
}

function attributesOf(given: SampleAttributes = {}): Attributes {
  return new Map(Object.entries(given).map(([key, value]) => [key, anyValue(value)]));
}

function anyValue(given: SampleValue): AnyValue {
  if (typeof given === 'number') return numberOf(given);
  if (typeof given !== 'object' || given === null || given instanceof Uint8Array) return given;
  if (Array.isArray(given)) return given.map(anyValue);
  return attributesOf(given as SampleAttributes);
}

function numberOf(value: number): bigint | number {
  return Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** The number that OTLP has for a name. */
function numberNamed(numbers: Readonly<Record<string, number>>, prefix: string, name: string): number {
  const number = numbers[`${prefix}${name}`];
  if (number !== undefined) return number;
  const known = Object.keys(numbers).map((one) => one.slice(prefix.length));
  throw new MdaiError(`There is no "${name}". ${didYouMean(name, known, `Write one of ${known.join(', ')}.`)}`);
}

function hex(given: string | undefined, otherwise: string): string {
  if (given === undefined) return otherwise;
  if (given.length === otherwise.length && /^[0-9a-f]+$/.test(given)) return given;
  throw new MdaiError(`"${given}" is no id. Write ${otherwise.length} lower-case hexadecimal digits.`);
}

function described(what: string, given: object): string {
  return `the ${what} ${JSON.stringify(given, (_, value) => (typeof value === 'bigint' ? `${value}` : value))}`;
}
