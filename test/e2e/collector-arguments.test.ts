import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { readModel } from '../../src/convert/read';
import type { ConfigMap, ConfigValue } from '../../src/model/config';
import { tool } from '../../tools/locate';
import { run, scratch } from './process';

const folder = scratch();

const scalar = fc.oneof(
  fc.constantFrom<ConfigValue>(null, true, 0, 7, 1.5, '', 'text', '1s', 'a.b', [], ['x', 'y'], {}),
  fc.constantFrom<ConfigValue>('yes', '0x10', '1_000', 'null', '~', 'a: b', '# no comment', '"'),
);

/** Fields, some of them of others, in maps or in one key: what says the same in both notations holds by lot in Go. */
const bodies = (...fields: readonly string[]): fc.Arbitrary<ConfigValue> =>
  fc.oneof(
    fc.constant(null),
    fc.dictionary(
      fc.constantFrom('endpoint', 'timeout', 'headers', ...fields),
      fc.oneof(scalar, fc.dictionary(fc.constantFrom('insecure', 'size', 'a'), scalar, { maxKeys: 2 })),
      { maxKeys: 3 },
    ),
  );

/** A configuration, or a part of one. */
const configs = (body: fc.Arbitrary<ConfigValue>) =>
  fc.record(
    {
      receivers: fc.dictionary(fc.constantFrom('otlp', 'otlp/b'), body, { maxKeys: 2 }),
      exporters: fc.dictionary(fc.constantFrom('debug', 'nop', 'otlp/c'), body, { maxKeys: 2 }),
    },
    { requiredKeys: [] },
  );

function whole(value: object): ConfigMap {
  return {
    receivers: { otlp: {} },
    exporters: { debug: {} },
    ...value,
    service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['debug'] } } },
  };
}

const changes = [
  '--set=exporters.debug.verbosity=detailed',
  '--set=exporters.debug.sampling_initial=5',
  '--set=exporters.nop.list=[a, b]',
  '--set=exporters.nop.text="a=b"',
];

const scene = (body: fc.Arbitrary<ConfigValue>, ...more: readonly string[]) =>
  fc.record({
    parts: fc.tuple(configs(body).map(whole), configs(body), configs(body)),
    sets: fc.array(fc.constantFrom(...changes, ...more), { maxLength: 2 }),
    apart: fc.boolean(),
  });

const scenes = fc.oneof(
  scene(bodies('tls', 'queue'), '--set=receivers.otlp.tls.insecure=true'),
  scene(bodies('tls::insecure', 'queue::size')),
);

/** What a collector would read from its command line. */
function readFrom(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ConfigValue | undefined {
  const container = {
    name: 'collector',
    image: 'otel/opentelemetry-collector-contrib:0.131.0',
    args,
    // Kubernetes reads `$$` as one `$`.
    env: Object.entries(env).map(([name, value]) => ({ name, value: value.replaceAll('$', '$$$$') })),
    volumeMounts: [{ name: 'config', mountPath: folder }],
  };
  const volumes = [{ name: 'config', configMap: { name: 'config' } }];
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [container], volumes } };
  const data = { 'config.yaml': file };
  const { collectors } = readModel(
    [pod, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' }, data }].map((content) => ({
      path: 'a.yaml',
      content: content as unknown as ConfigValue,
    })),
  );
  return collectors[0]?.config;
}

test('what a command line makes of configurations is what the collector makes of it', () => {
  fc.assert(
    fc.property(scenes, ({ parts: [first, second, third], sets, apart }) => {
      const file = JSON.stringify(first, undefined, 2);
      const path = join(folder, 'config.yaml');
      writeFileSync(path, file);
      const env = { MORE: JSON.stringify(third) };
      const sources = [path, `yaml:${JSON.stringify(second)}`, 'env:MORE'];
      const args = [...sources.flatMap((one) => (apart ? ['--config', one] : [`--config=${one}`])), ...sets];
      const gate = '--feature-gates=otelcol.printInitialConfig';
      const { ok, output } = run(tool('otelcol-0.131.0'), ['print-initial-config', gate, ...args], env);
      expect({ ok, output: ok ? '' : output }).toEqual({ ok: true, output: '' });
      expect(readFrom(file, args, env)).toEqual(load(output));
    }),
    { numRuns: Number(process.env.MDAI_COMMANDS ?? 60) },
  );
});
