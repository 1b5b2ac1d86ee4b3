/** A value of telemetry, and of a literal that is compared with it. */
export type PoolValue =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'bytes'; readonly hex: string }
  | { readonly type: 'map'; readonly value: Readonly<Record<string, PoolValue>> }
  | { readonly type: 'slice'; readonly value: readonly PoolValue[] }
  | { readonly type: 'empty' };

export type PoolType = PoolValue['type'];

const s = (value: string): PoolValue => ({ type: 'string', value });
const i = (value: bigint | number): PoolValue => ({ type: 'int', value: BigInt(value) });
const f = (value: number): PoolValue => ({ type: 'float', value });
const b = (value: boolean): PoolValue => ({ type: 'bool', value });
const x = (hex: string): PoolValue => ({ type: 'bytes', hex });
const m = (value: Readonly<Record<string, PoolValue>>): PoolValue => ({ type: 'map', value });
const l = (...value: readonly PoolValue[]): PoolValue => ({ type: 'slice', value });

/** What an attribute holds most of the time. */
export interface AttributePool {
  readonly type: PoolType;
  readonly values: readonly PoolValue[];
}

function pool(...values: readonly PoolValue[]): AttributePool {
  return { type: values[0]!.type, values };
}

/** Few values each, so that conditions match about as often as not. */
export const RESOURCE_POOLS: Readonly<Record<string, AttributePool>> = {
  'service.name': pool(s('payments'), s('search'), s('ads')),
  env: pool(s('prod'), s('dev')),
  tenant: pool(s('a'), s('b'), s('c')),
  shard: pool(i(0), i(1), i(2)),
  'host.ip': pool(s('10.0.0.1'), s('192.168.1.77'), s('2001:db8::1')),
  owner: pool(m({ team: s('core'), level: i(2) }), m({ team: s('edge'), on_call: b(true) })),
};

export const SCOPE_POOLS: Readonly<Record<string, AttributePool>> = {
  library: pool(s('http'), s('sql')),
  weight: pool(f(0.5), f(2.5)),
};

export const RECORD_POOLS: Readonly<Record<string, AttributePool>> = {
  tenant: pool(s('a'), s('b'), s('c')),
  'http.status': pool(i(200), i(404), i(500)),
  'user.id': pool(s('user-42'), s('user-7'), s('uSer_Name 3')),
  ratio: pool(f(0.25), f(1), f(-1.5), f(3.5)),
  ok: pool(b(true), b(false)),
  raw: pool(x('616263'), x('00ff10'), x('0102030405060708'), x('')),
  tags: pool(l(s('a'), s('b')), l(s('b'), i(3), f(2.5)), l(), l(m({ k: s('x'), v: i(1) }), m({ k: s('y'), v: i(2) }))),
  nested: pool(
    m({ a: i(1), b: m({ c: s('deep'), d: l(i(1), i(2)) }) }),
    m({ a: i(2), b: m({ c: s('other') }) }),
    m({}),
  ),
  url: pool(s('http://me@example.com:8080/a/b?q=1#top'), s('/plain/path?x=y'), s('https://example.org')),
  json: pool(s('{"a":1,"b":["x",2.5,null],"c":{"d":"e"}}'), s('{"a":"text"}'), s('no json {')),
  pairs: pool(s('k1=v1 k2=v2'), s('a=1 b="two words"'), s('nothing')),
  when: pool(s('2024-02-29T13:14:15Z'), s('2023-12-31 23:59:59'), s('never')),
  took: pool(s('1h30m'), s('250ms'), s('soon')),
  card: pool(s('4111111111111111'), s('4111111111111112')),
  unicode: pool(s('Grüße'), s('𝄞 clef'), s('\uffff last'), s('日本語テキスト')),
  'sampling.priority': pool(i(0), i(1), i(100)),
  digits: pool(s('12'), s('-7'), s('0x1f'), s('3.5')),
};

/** What an attribute holds at times, whatever its name says. */
export const ODD_VALUES: readonly PoolValue[] = [
  s(''),
  s('a'),
  s('prod'),
  s('true'),
  s('200'),
  s('line\nbreak "quoted" \\'),
  s('ünïcödé 😀'),
  i(0),
  i(1),
  i(-1),
  i(200),
  i(9007199254740993n),
  i(9223372036854775807n),
  i(-9223372036854775808n),
  f(0),
  f(1),
  f(200),
  f(0.1),
  f(1e21),
  f(1.5e-7),
  f(-2.5),
  f(Number.NaN),
  f(Number.POSITIVE_INFINITY),
  b(true),
  b(false),
  x('616263'),
  x(''),
  m({}),
  m({ a: i(1) }),
  l(),
  l(s('a')),
  { type: 'empty' },
];

export const BODIES: readonly PoolValue[] = [
  s('user logged in'),
  s('GET /cart?token=secret-123 200'),
  s('card 4111111111111111 declined'),
  s('{"level":"error","code":500}'),
  s('level=warn msg="disk full"'),
  s(''),
  s('😀 ünïcode'),
  i(42),
  f(2.5),
  b(true),
  x('deadbeef'),
  m({ level: s('error'), code: i(500), list: l(s('p'), s('q')) }),
  l(s('first'), m({ k: s('second') }), i(3)),
  { type: 'empty' },
];

/** Ids of traces: none, some of equal low bits, and some of every kind. */
export const TRACE_IDS = [
  '',
  '0102030405060708090a0b0c0d0e0f10',
  'ffffffffffffffffffffffffffffffff',
  '5b8efff798038103d269b633813fc60c',
  '00000000000000000000000000000001',
  'a1b2c3d4e5f60718293a4b5c6d7e8f90',
] as const;

export const SPAN_IDS = ['', '0102030405060708', 'eee19b7ec3c1b174', '00000000000000ff'] as const;

/** Nanoseconds since 1970, all before the run. */
export const TIMES = ['0', '1709212455123456789', '1700000000000000000', '1703980799999000000', '1'] as const;

export const SCHEMA_URLS = ['', 'https://schemas.example/1.0', 'https://schemas.example/2.0'] as const;

export const SEVERITIES = [
  [0, ''],
  [5, 'DEBUG'],
  [9, 'INFO'],
  [13, 'warn'],
  [17, 'ERROR'],
  [18, ''],
  [21, 'FATAL'],
] as const;

export const EVENT_NAMES = ['', 'login', 'device.crash'] as const;

export const SPAN_NAMES = ['GET /cart', 'checkout', 'SELECT', 'poll 😀', ''] as const;

export const TRACE_STATES = ['', 'a=1,b=2', 'ot=th:8;rv:0123456789abcd', 'vendor=x', 'ot=rv:ffffffffffffff'] as const;

export const SPAN_EVENT_NAMES = ['exception', 'retry', 'message'] as const;

export const METRIC_NAMES = ['http.requests', 'queue.size', 'latency', 'cpu'] as const;
export const UNITS = ['1', 'ms', 'By', ''] as const;
