import { PATTERNS } from '../ottl/functions';
import { RECORD_POOLS, RESOURCE_POOLS } from '../telemetry/pools';
import type { Author } from './author';
import { filter, transform } from './ottl-processors';

const RECORD_KEYS = [...Object.keys(RECORD_POOLS), 'new', 'other'];
const RESOURCE_KEYS = [...Object.keys(RESOURCE_POOLS), 'new', 'tags'];
const VALUES = ['a', 'prod', 'user-9', 7, 2.5, true, ['x', 1], { k: 'v' }] as const;

/** A processor of a chain: its id, and its configuration. */
export type Processor = readonly [id: string, configuration: object];

/** Any processor that the signal has. */
export function processor(author: Author, name: string): Processor {
  const { dice, signal } = author;
  const [type, make] = dice.weighted<readonly [string, (author: Author) => object]>(
    [3, ['transform', (one) => transform(one, 3)]],
    [3, ['filter', filter]],
    [2, ['attributes', attributes]],
    [2, ['resource', resource]],
    [signal === 'metrics' ? 0 : 2, ['probabilistic_sampler', sampler]],
    [2, ['redaction', redaction]],
    [2, ['groupbyattrs', grouping]],
    [1, ['memory_limiter', limiter]],
  );
  return [`${type}/${name}`, make(author)];
}

type Action = Readonly<Record<string, unknown>>;

/** What attributes and resource do to one key. */
function action({ dice }: Author, keys: readonly string[]): Action {
  const key = dice.pick(keys);
  const source = () =>
    dice.weighted<() => Action>(
      [3, () => ({ value: dice.pick(VALUES) })],
      [2, () => ({ from_attribute: dice.pick(keys) })],
      [1, () => ({ from_context: dice.pick(['metadata.x-tenant', 'metadata.none']) })],
    )();
  return dice.weighted<() => Action>(
    [2, () => ({ key, action: 'insert', ...source() })],
    [2, () => ({ key, action: 'update', ...source() })],
    [2, () => ({ key, action: 'upsert', ...source() })],
    [2, () => ({ key, action: 'delete' })],
    [1, () => ({ action: 'delete', pattern: dice.pick(PATTERNS).replaceAll('$', '$$$$') })],
    [1, () => ({ key, action: 'hash' })],
    [1, () => ({ key, action: 'extract', pattern: dice.pick(['^(?P<first>.)(?P<rest>.*)$$', '(?P<word>[a-z]+)']) })],
    [2, () => ({ key, action: 'convert', converted_type: dice.pick(['int', 'double', 'string']) })],
  )();
}

function actions(author: Author, keys: readonly string[]): Action[] {
  return Array.from({ length: author.dice.int(1, 4) }, () => action(author, keys));
}

function attributes(author: Author): object {
  return { actions: actions(author, RECORD_KEYS) };
}

function resource(author: Author): object {
  return { attributes: actions(author, RESOURCE_KEYS) };
}

function sampler({ dice, signal }: Author): object {
  return {
    mode: dice.pick(['hash_seed', 'proportional', 'equalizing']),
    sampling_percentage: dice.pick([0, 0.1, 10, 33.3, 50, 75, 100]),
    ...(dice.chance(50) && { hash_seed: dice.pick([0, 22, 4294967295]) }),
    ...(dice.chance(50) && { fail_closed: dice.chance(50) }),
    ...(dice.chance(30) && { sampling_precision: dice.pick([1, 4, 14]) }),
    ...(signal === 'logs' &&
      dice.chance(50) && {
        attribute_source: 'record',
        from_attribute: dice.pick(['user.id', 'tenant', 'raw', 'missing']),
      }),
    ...(signal === 'logs' && dice.chance(30) && { sampling_priority: dice.pick(['http.status', 'ratio']) }),
  };
}

function redaction({ dice }: Author): object {
  const keys = [...RECORD_KEYS, ...RESOURCE_KEYS, 'library'];
  return {
    allow_all_keys: dice.chance(60),
    ...(dice.chance(60) && { allowed_keys: dice.some(keys, 1, 20) }),
    ...(dice.chance(30) && { ignored_keys: dice.some(keys, 1, 3) }),
    ...(dice.chance(30) && { blocked_key_patterns: [dice.pick(['^user', 'token', '.*ra.*', 'te'])] }),
    ...(dice.chance(60) && {
      blocked_values: dice.pick([['4[0-9]{12}(?:[0-9]{3})?'], ['a'], ['secret-\\d+', '^user-\\d+$$']]),
    }),
    ...(dice.chance(20) && { allowed_values: dice.pick([['^prod'], ['4111111111111111']]) }),
    ...(dice.chance(30) && { hash_function: dice.pick(['md5', 'sha1', 'sha3']) }),
    ...(dice.chance(30) && { redact_all_types: true }),
    summary: dice.pick(['debug', 'info', 'silent']),
  };
}

function grouping({ dice }: Author): object {
  return { keys: dice.some(['tenant', 'http.status', 'ok', 'user.id', 'tags', 'missing'], 1, 3) };
}

function limiter(): object {
  return { check_interval: '1s', limit_mib: 4000 };
}

/** What comes together in a batch depends on the moment: it is only for the end of a pipeline that an exporter follows. */
export function batch({ dice }: Author): object {
  return { timeout: '1ms', ...(dice.chance(50) && { send_batch_size: dice.int(1, 5) }) };
}
