import type { Path, ValueExpression } from '../../ottl/ast';
import { contextNamed } from './contexts';
import { literalOf } from './literal';
import { type IntRange, int64 } from './numbers';
import type { Kind } from './value';

/** What a value can be. */
export interface Domain {
  readonly kinds: readonly Kind[];
  /** Of its ints. */
  readonly ints: IntRange;
  /**
   * Where the value stands, if it can be anything in the domain, whatever stands elsewhere. Two values with one root
   * depend on each other.
   */
  readonly root?: string;
}

const scalar = ['nil', 'bool', 'int', 'float', 'string', 'no bytes', 'bytes', 'map', 'slice'] as const;
/** Nothing is known of it. */
const anything: Domain = { kinds: ['error', ...scalar, 'other'], ints: int64 };

const int32: IntRange = [-(2n ** 31n), 2n ** 31n - 1n];
const uint32: IntRange = [0n, 2n ** 32n - 1n];

type Row = readonly [kinds: readonly Kind[], free: 'free' | 'bound', ints?: IntRange];

const text: Row = [['string'], 'free'];
const boundText: Row = [['string'], 'bound'];
const enumeration: Row = [['int'], 'free', int32];
const count: Row = [['int'], 'free', uint32];
const time: Row = [['other'], 'bound'];
const nanoseconds: Row = [['int'], 'bound'];
const id: Row = [['other'], 'bound'];

/**
 * Paths without keys, from the getters in contrib's pkg/ottl/contexts/internal. Free are those that can hold anything of
 * their kinds, whatever the others hold.
 */
const places: Readonly<Record<string, Row>> = {
  'resource.attributes': [['map'], 'bound'],
  'resource.dropped_attributes_count': count,
  'resource.schema_url': boundText,
  'scope.attributes': [['map'], 'bound'],
  'scope.name': text,
  'scope.version': text,
  'scope.dropped_attributes_count': count,
  'scope.schema_url': boundText,
  'log.attributes': [['map'], 'bound'],
  'log.body': [scalar, 'free'],
  'log.body.string': boundText,
  'log.dropped_attributes_count': count,
  'log.event_name': text,
  'log.flags': count,
  'log.observed_time': time,
  'log.observed_time_unix_nano': nanoseconds,
  'log.severity_number': enumeration,
  'log.severity_text': text,
  'log.span_id': id,
  'log.span_id.string': boundText,
  'log.time': time,
  'log.time_unix_nano': nanoseconds,
  'log.trace_id': id,
  'log.trace_id.string': boundText,
  'span.attributes': [['map'], 'bound'],
  'span.dropped_attributes_count': count,
  'span.dropped_events_count': count,
  'span.dropped_links_count': count,
  'span.end_time': time,
  'span.end_time_unix_nano': nanoseconds,
  'span.kind': enumeration,
  'span.kind.string': boundText,
  'span.name': text,
  'span.parent_span_id': id,
  'span.parent_span_id.string': boundText,
  'span.span_id': id,
  'span.span_id.string': boundText,
  'span.start_time': time,
  'span.start_time_unix_nano': nanoseconds,
  'span.status.code': enumeration,
  'span.status.message': text,
  'span.trace_id': id,
  'span.trace_id.string': boundText,
  'span.trace_state': boundText,
  'spanevent.attributes': [['map'], 'bound'],
  'spanevent.name': text,
  'spanevent.time': time,
  'spanevent.time_unix_nano': nanoseconds,
  'metric.aggregation_temporality': [['nil', 'int'], 'bound', int32],
  'metric.description': text,
  'metric.is_monotonic': [['nil', 'bool'], 'bound'],
  'metric.name': text,
  'metric.type': [['int'], 'bound', [0n, 5n]],
  'metric.unit': text,
  'datapoint.count': [['nil', 'int'], 'bound'],
  'datapoint.flags': [['nil', 'int'], 'bound', uint32],
  'datapoint.sum': [['nil', 'float'], 'bound'],
  'datapoint.value_double': [['nil', 'float'], 'bound'],
  'datapoint.value_int': [['nil', 'int'], 'bound'],
  'otelcol.client.addr': [['nil', 'string'], 'bound'],
};

/** Maps of which each key holds anything, or nothing. */
const maps: ReadonlySet<string> = new Set([
  'resource.attributes',
  'scope.attributes',
  'log.attributes',
  'span.attributes',
  'spanevent.attributes',
  'metric.metadata',
  'datapoint.attributes',
]);

/** Maps of which each key holds a list of at least one text, or nothing. */
const headers: ReadonlySet<string> = new Set(['otelcol.client.metadata', 'otelcol.grpc.metadata']);

/** What a value expression can give, and whether it can be an error. */
export function domainOf(expression: ValueExpression): Domain {
  return expression.kind === 'path' ? domainOfPath(expression) : anything;
}

function domainOfPath(path: Path): Domain {
  const name = [path.context && contextNamed(path.context), ...path.fields.map((field) => field.name)].join('.');
  const keys = path.fields.at(-1)?.keys ?? [];
  if (path.fields.slice(0, -1).some((field) => field.keys.length > 0)) return anything;
  if (keys.length === 0) {
    const row = places[name];
    if (row === undefined) return anything;
    const [kinds, free, ints = int64] = row;
    return { kinds, ints, ...(free === 'free' && { root: name }) };
  }
  const [first, ...more] = keys.map((key) => literalOf(key));
  if (first?.kind !== 'string' && first?.kind !== 'some string') return anything;
  if (maps.has(name)) {
    // What is no map, or has no such index, fails.
    const kinds: readonly Kind[] = more.length > 0 ? ['error', ...scalar] : scalar;
    return { kinds, ints: int64, ...(first.kind === 'string' && { root: `${name} ${first.value}` }) };
  }
  if (!headers.has(name)) return anything;
  if (more.length === 0) return { kinds: ['nil', 'slice'], ints: int64 };
  const [index] = more;
  const isFirst = more.length === 1 && index?.kind === 'int' && index.value === 0n;
  return { kinds: isFirst ? ['nil', 'string'] : ['error', 'nil', 'string'], ints: int64 };
}
