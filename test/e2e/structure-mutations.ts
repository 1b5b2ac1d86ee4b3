import fc from 'fast-check';
import type { Draft } from '../checks/models';

/** A valid configuration in which there is much to break. */
export function richConfig(): Draft {
  return {
    receivers: {
      otlp: { protocols: { grpc: { endpoint: 'localhost:4317' } } },
      'fluent_forward/a': { endpoint: 'localhost:8006' },
    },
    processors: {
      batch: {},
      'memory_limiter/a': { check_interval: '1s', limit_mib: 512 },
      tail_sampling: { policies: [{ name: 'a', type: 'always_sample' }] },
    },
    exporters: { debug: {}, 'debug/a': null, prometheus: { endpoint: 'localhost:8889' } },
    connectors: { forward: {}, 'forward/a': {}, count: null },
    extensions: { health_check: {}, 'health_check/a': { endpoint: 'localhost:13134' } },
    service: {
      extensions: ['health_check'],
      pipelines: {
        logs: {
          receivers: ['otlp', 'fluent_forward/a'],
          processors: ['memory_limiter/a', 'batch'],
          exporters: ['forward', 'count'],
        },
        'logs/a': { receivers: ['forward'], exporters: ['debug', 'forward/a'] },
        'logs/b': { receivers: ['forward/a'], processors: null, exporters: ['debug/a'] },
        traces: { receivers: ['otlp'], processors: ['tail_sampling'], exporters: ['debug', 'count'] },
        metrics: { receivers: ['count'], exporters: ['prometheus'] },
      },
      telemetry: {
        logs: {
          level: 'info',
          sampling: { enabled: true, tick: '10s', initial: 1, thereafter: 2 },
          output_paths: ['stderr'],
        },
        metrics: {
          level: 'detailed',
          readers: [{ pull: { exporter: { prometheus: { host: 'localhost', port: 8888 } } } }],
          views: [{ selector: { instrument_name: 'a' }, stream: { aggregation: { drop: {} } } }],
        },
        traces: { level: 'none', propagators: ['b3'] },
        resource: { 'service.name': 'a', 'service.version': null },
      },
    },
  };
}

/** Values of every shape, and ids of every kind. */
const values: readonly unknown[] = [
  null,
  [],
  {},
  '',
  'a',
  0,
  1,
  true,
  ['a'],
  [null],
  [1],
  { a: 1 },
  { a: {} },
  'otlp',
  'batch',
  'debug',
  'forward',
  'count',
  'health_check',
  'none',
  'normal',
  'detailed',
  '10s',
  ['otlp'],
  ['debug'],
  ['batch', 'batch'],
  ['forward'],
  ['forward', 'forward/a'],
  ['count'],
  ['debug', 'debug/a'],
  ['prometheus'],
];

const names: readonly string[] = [
  'receivers',
  'processors',
  'exporters',
  'connectors',
  'extensions',
  'service',
  'pipelines',
  'telemetry',
  'otlp',
  'batch',
  'debug',
  'forward',
  'count',
  'forward/b',
  'debug/b',
  'otlp/b',
  'batch/b',
  'health_check/b',
  'logs',
  'logs/a',
  'logs/c',
  'traces',
  'traces/c',
  'metrics',
  'metrics/c',
  'profiles',
  'log',
  'Logs/a',
  'logs ',
  ' debug',
  'debug / a',
  'debug/',
  '/a',
  'de-bug',
  'debug/a b',
  'debug/a+b',
  'level',
  'readers',
  'views',
  'attributes',
  'attributes_list',
];

/** One change: where (each number picks a key on the way down, or stops), what to do there, and with which value and name. */
interface Mutation {
  readonly way: readonly number[];
  readonly act: 'replace' | 'remove' | 'rename' | 'add' | 'copy';
  readonly value: unknown;
  readonly name: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  way: fc.array(fc.nat(7), { minLength: 1, maxLength: 6 }),
  act: fc.constantFrom('replace', 'remove', 'rename', 'add', 'copy'),
  value: fc.constantFrom(...values),
  name: fc.constantFrom(...names),
});

/** The valid configuration with some of its structure changed. What is inside components stays. */
export const mutated: fc.Arbitrary<Draft> = fc
  .array(mutation, { minLength: 1, maxLength: 3 })
  .map((mutations) => mutations.reduce(mutate, richConfig()));

function mutate(config: Draft, { way, act, value, name }: Mutation): Draft {
  const { parent, key } = target(config, way);
  if (parent === undefined) return config;
  const copy = clone(value);
  if (Array.isArray(parent)) {
    if (act === 'remove') parent.splice(key as number, 1);
    else if (act === 'copy') parent.push(parent[key as number]);
    else if (act === 'add') parent.push(name);
    else parent[key as number] = act === 'rename' ? name : copy;
  } else {
    if (act === 'replace') parent[key] = copy;
    if (act === 'add') parent[name] ??= copy;
    if (act === 'copy' || act === 'rename') parent[name] = clone(parent[key]);
    if (act === 'remove' || (act === 'rename' && name !== key)) delete parent[key];
  }
  return config;
}

interface Target {
  readonly parent?: Draft;
  readonly key: string | number;
}

function target(config: Draft, way: readonly number[]): Target {
  let here = config;
  let found: Target = { key: '' };
  for (const [depth, step] of way.entries()) {
    const keys = typeof here === 'object' && here !== null ? Object.keys(here) : [];
    // Below an id, a component's own fields begin.
    const inComponent = depth >= 2 && found.parent !== config.service && !within(config.service, here);
    if (keys.length === 0 || inComponent) break;
    const key = keys[step % keys.length] as string;
    found = { parent: here, key: Array.isArray(here) ? Number(key) : key };
    here = here[key];
  }
  return found;
}

function within(whole: unknown, part: unknown): boolean {
  if (whole === part) return true;
  return typeof whole === 'object' && whole !== null && Object.values(whole).some((inner) => within(inner, part));
}

/** Texts full of what makes up references. */
export const referenceText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      '$',
      '{',
      '}',
      '${',
      'env:',
      'yaml:',
      'A',
      'B',
      '1',
      ':-',
      ':',
      '-',
      ' ',
      '$${',
      '${A}',
      '${env:A}',
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((parts) => parts.join(''));

/** Jest's own `structuredClone` makes objects of another realm, which js-yaml does not take for maps. */
function clone(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
