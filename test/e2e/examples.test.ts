import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { collectorsOf, exampleNames, manifestsOf, ofKind } from './manifests';
import { type Substitution, substituted } from './pods';
import { run, scratch, yamlFile } from './process';

const cases = exampleNames().flatMap((example) =>
  collectorsOf(example).flatMap((collector) =>
    (collector.exports.length > 0 ? ['', 'a|b'] : ['']).map((value) => ({
      example,
      collector,
      value,
      name: collector.name,
    })),
  ),
);

test('the collectors are those of all examples, with the operator and without', () => {
  const names = cases.map(({ example, name }) => `${example}/${name}`);
  for (const example of exampleNames()) {
    const custom = ofKind(manifestsOf(example), 'OpenTelemetryCollector').map(({ metadata }) => metadata.name);
    expect(names).toEqual(expect.arrayContaining(custom.map((name) => `${example}/${name}`)));
    expect(names).toContainEqual(expect.stringMatching(`^${example}/`));
  }
  expect(names).toEqual(expect.arrayContaining(['no-operator/gateway', 'no-operator/sidecar']));
});

// Validation makes the components, and these take their token from a path that only pods have.
const kubelet: Substitution = ['receivers::kubelet_stats::auth_type', 'serviceAccount', 'kubeConfig'];
const detector: Substitution = ['processors::resource_detection::k8snode', undefined, { auth_type: 'kubeConfig' }];
const outsideOfPods: Readonly<Record<string, readonly Substitution[]>> = {
  'agent-gateway/agent': [detector],
  'kubernetes-monitoring/node': [detector, kubelet],
};

test.each(cases)(
  'the real collector takes $example/$name with "$value" in the hub’s variables',
  ({ example, collector, value }) => {
    const folder = scratch();
    const differences = outsideOfPods[`${example}/${collector.name}`];
    const here = differences ? dump(differences.reduce(substituted, collector.config)) : collector.text;
    // Components look for the folders that they are given.
    const text = collector.mounts.reduce((sum, path) => sum.replaceAll(path, volume(folder, path)), here);
    const file = join(folder, 'collector.yaml');
    writeFileSync(file, text);
    const own = collector.environment(Object.fromEntries(collector.exports.map((name) => [name, value])));
    const env = {
      ...own,
      ...(own.OTEL_CONFIG !== undefined && { OTEL_CONFIG: text }),
      KUBECONFIG: yamlFile(folder, 'kubeconfig.yaml', nowhere),
    };
    expect(run(collector.program, ['validate', ...collector.args(file)], env)).toEqual({
      ok: true,
      output: expect.any(String),
    });
  },
);

/** A kubeconfig of which nobody makes use. */
const nowhere = {
  clusters: [{ name: 'nowhere', cluster: { server: 'https://127.0.0.1:1' } }],
  contexts: [{ name: 'nowhere', context: { cluster: 'nowhere' } }],
  'current-context': 'nowhere',
};

/** A folder that stands for a volume. */
function volume(folder: string, path: string): string {
  const mounted = join(folder, path);
  mkdirSync(mounted, { recursive: true });
  return mounted;
}
