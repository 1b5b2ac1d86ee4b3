import { ApiObject, Chart } from 'cdk8s';
import { Collector, exporters, extensions, MdaiApp, processors, receivers, secret, text } from 'cdk8s-mdai';
import { importSources } from '../../../src/cli/importing/import';
import { defaultRelease } from '../../../src/model/release';
import { readDocuments } from '../../../src/source/read-file';

const otlp = receivers.otlp({ protocols: { grpc: {} } });

/** Workloads that a collector joined, as YAML. */
function yamlOf(kinds: readonly string[], native: boolean): string {
  const app = new MdaiApp({ previous: false });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const sidecar = new Collector(chart, 'telemetry', { backend: 'workload', mode: 'sidecar' });
  const storage = extensions.file_storage('queue', { directory: '/var/lib/otelcol/queue' });
  const hash = processors.transform({ log_statements: ['set(log.attributes["$(a)"], "$$1")'] });
  const vendor = exporters.otlp_http({
    endpoint: 'https://in.vendor.example',
    headers: { Authorization: text`Bearer ${secret('vendor', 'token')}` },
    sending_queue: { storage },
  });
  sidecar.pipeline('logs', { from: [otlp], processors: [hash], to: [vendor] });
  for (const kind of kinds) {
    const spec = {
      containers: [{ name: 'main', image: 'shop:1', volumeMounts: [{ name: 'own', mountPath: '/own' }] }],
      ...(kind === 'Pod' && { volumes: [{ name: 'own', emptyDir: {} }] }),
    };
    const workload = new ApiObject(chart, kind, {
      apiVersion: kind === 'Pod' ? 'v1' : 'apps/v1',
      kind,
      metadata: { name: `shop-${kind.toLowerCase()}` },
      spec:
        kind === 'Pod'
          ? spec
          : { selector: { matchLabels: { app: kind } }, template: { metadata: { labels: { app: kind } }, spec } },
    });
    sidecar.joinPodsOf(workload, { native });
  }
  return app.synthYaml();
}

function programOf(yaml: string): string {
  const { documents } = readDocuments({ path: 'a.yaml', text: yaml, binary: false });
  const { files, differences } = importSources(documents, defaultRelease, 'app');
  expect(differences).toEqual([]);
  return files.get('main.ts') ?? '';
}

test('a collector that joined pods joins them again, and is in no object', () => {
  const program = programOf(yamlOf(['Deployment', 'Pod'], false));
  expect(program).toContain(
    "const telemetry = new Collector(chart, 'telemetry', { backend: 'workload', mode: 'sidecar' });",
  );
  expect(program).toContain('telemetry.joinPodsOf(shopDeployment);');
  expect(program).toContain('telemetry.joinPodsOf(shopPod);');
  expect(program).toContain("secret('vendor', 'token')");
  expect(program).not.toMatch(/OTEL_CONFIG|otelcol:|verbatim/);
  expect(program.match(/volumes:/g)).toHaveLength(1);
});

test('a native sidecar is one again', () => {
  const program = programOf(yamlOf(['StatefulSet'], true));
  expect(program).toContain('telemetry.joinPodsOf(shopStatefulset, { native: true });');
  expect(program).not.toContain('initContainers');
});

test('a container that was changed by hand stays in its workload', () => {
  const program = programOf(yamlOf(['Deployment'], false).replace('failureThreshold: 30', 'failureThreshold: 31'));
  expect(program).not.toContain('Collector');
  expect(program).toContain("name: 'OTEL_CONFIG'");
});
