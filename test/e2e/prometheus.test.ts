import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Manifest } from '../../src/testing';
import { tool } from '../../tools/locate';
import { collectorsOf, exampleNames, hubRules, manifestsOf, ofKind } from './manifests';
import { Running, run, scratch, until, yamlFile } from './process';
import { type DiscoveredPod, discovered, inNamespace, keptTargets, operatorConfig } from './prometheus-targets';

/** A Prometheus of an example, among the objects of its cluster. */
interface Subject {
  readonly example: string;
  readonly name: string;
  readonly prometheus: Manifest;
  readonly manifests: readonly Manifest[];
  /** The promtool of the same major version. */
  readonly promtool: string;
}

const subjects: Subject[] = exampleNames().flatMap((example) => {
  const manifests = manifestsOf(example);
  return ofKind(manifests, 'Prometheus').map((prometheus) => ({
    example,
    name: prometheus.metadata.name,
    prometheus,
    manifests,
    promtool: tool(String(prometheus.spec.version).startsWith('v2.') ? 'promtool-2.54.1' : 'promtool'),
  }));
});

test('there are Prometheuses of both major versions to judge', () => {
  expect(new Set(subjects.map(({ promtool }) => promtool)).size).toBe(2);
});

/** What the operator configures, with what its init container fills in at the start of the pod. */
function configurationOf({ name, manifests }: Subject): string {
  return operatorConfig(manifests, name).replaceAll('$(SHARD)', '0').replaceAll('$(POD_NAME)', 'prometheus-0');
}

/** The rule files that the objects of an example become, by file name. */
function ruleFilesOf(manifests: readonly Manifest[]): Record<string, object> {
  const own = ofKind(manifests, 'PrometheusRule').map(({ metadata, spec }) => [`${metadata.name}.yaml`, spec]);
  const hubs = ofKind(manifests, 'MdaiHub').filter(({ spec }) => spec.prometheusAlerts?.length);
  const made = hubs.map((hub) => [
    `mdai-${hub.metadata.name}-alert-rules.yaml`,
    { groups: [{ name: 'mdai', rules: hubRules(hub) }] },
  ]);
  return Object.fromEntries([...own, ...made]);
}

test.each(subjects)(
  'the operator makes of $example/$name and its PodMonitors what Prometheus takes, rules and all',
  (subject) => {
    const folder = scratch();
    const files = Object.entries(ruleFilesOf(subject.manifests)).map(([file, rules]) => yamlFile(folder, file, rules));
    expect(run(subject.promtool, ['check', 'rules', '--lint=all', '--lint-fatal', ...files])).toMatchObject({
      ok: true,
    });
    const mounted = /\/etc\/prometheus\/rules\/[^/]+(?=\/\*\.yaml)/g;
    const config = join(scratch(), 'prometheus.yaml');
    writeFileSync(config, configurationOf(subject).replace(mounted, folder));
    const { ok, output } = run(subject.promtool, ['check', 'config', config]);
    expect(ok).toBe(true);
    // It does not speak of rules where there are none.
    const found = /SUCCESS: (\d+) rule files found/.exec(output)?.[1];
    expect(Number(found ?? 0)).toBe(files.length);
  },
);

/** A pod of each workload that the OpenTelemetry operator 0.153 and the MDAI operator 0.2.12 make. */
function podsOf(manifests: readonly Manifest[]): DiscoveredPod[] {
  const pods = (
    kind: string,
    suffix: string,
    rest: (manifest: Manifest, name: string) => Pick<DiscoveredPod, 'labels' | 'ports'>,
  ) =>
    ofKind(manifests, kind)
      .map(inNamespace)
      .map((manifest) => {
        const name = `${manifest.metadata.name}-${suffix}`;
        return { name, namespace: manifest.metadata.namespace, phase: 'Running', ...rest(manifest, name) };
      });
  const otlp = { 'otlp-grpc': 4317, 'otlp-http': 4318 };
  return [
    ...pods('OpenTelemetryCollector', 'collector', ({ metadata, spec }, name) => ({
      labels: {
        'app.kubernetes.io/component': 'opentelemetry-collector',
        'app.kubernetes.io/instance': `${metadata.namespace}.${metadata.name}`,
        'app.kubernetes.io/managed-by': 'opentelemetry-operator',
        'app.kubernetes.io/name': name,
        'app.kubernetes.io/part-of': 'opentelemetry',
      },
      ports: collectorPorts(spec.config),
    })),
    ...pods('MdaiObserver', 'mdai-observer', (_, name) => ({
      labels: { app: name, 'app.kubernetes.io/component': name },
      ports: { ...otlp, 'otel-metrics': 8888, 'observe-metrics': 8899 },
    })),
    ...pods('MdaiCollector', 'mdai-collector', (_, name) => ({
      labels: { app: name, 'app.kubernetes.io/component': name },
      ports: { ...otlp, 'prom-http': 8899 },
    })),
  ];
}

/** The ports that the operator declares: those of receivers, Prometheus exporters and extensions, and the telemetry's. */
function collectorPorts({ receivers, exporters, extensions, service }: Manifest): Record<string, number> {
  const ports: Record<string, number> = {};
  const declare = (name: string, body: Manifest | null) => {
    const port = /:(\d+)$/.exec(body?.endpoint ?? '')?.[1];
    if (port) ports[name.replace(/[/_]/g, '-').slice(0, 15)] = Number(port);
  };
  for (const [id, body] of Object.entries<Manifest>({ ...receivers, ...extensions })) {
    declare(id, body);
    for (const [protocol, part] of Object.entries<Manifest>(body?.protocols ?? {})) declare(`${id}-${protocol}`, part);
  }
  for (const [id, body] of Object.entries<Manifest>(exporters)) {
    if (id.split('/')[0] === 'prometheus') declare(id, body);
  }
  return { ...ports, metrics: service.telemetry.metrics.readers[0].pull.exporter.prometheus.port };
}

/** The pods that a job for these should not take: without the labels, without ports, and ended. */
function strangersTo(pod: DiscoveredPod): DiscoveredPod[] {
  return [
    { ...pod, name: `${pod.name}-unlabelled`, labels: { app: 'other' } },
    { ...pod, name: `${pod.name}-portless`, ports: {} },
    { ...pod, name: `${pod.name}-ended`, phase: 'Succeeded' },
  ];
}

test.each(subjects)(
  '$example/$name scrapes every metrics port of the pods that it names, and nothing else',
  async (subject) => {
    const pods = podsOf(subject.manifests);
    const config = load(configurationOf(subject)) as Manifest;
    const kept = await keptTargets(
      subject.promtool,
      config,
      pods.flatMap((pod) => [pod, ...strangersTo(pod)]).flatMap(discovered),
    );
    const scraped: string[] = [];
    // A PodMonitor is named after the workload whose pods it is for.
    for (const { metadata, spec } of ofKind(subject.manifests, 'PodMonitor').map(inNamespace)) {
      const { name, namespace } = metadata;
      for (const [index, { portNumber }] of spec.podMetricsEndpoints.entries()) {
        const address = `${name}:${portNumber}`;
        scraped.push(address);
        expect(kept.get(`podMonitor/${namespace}/${name}/${index}`)).toEqual([
          expect.objectContaining({ __address__: address, job: `${namespace}/${name}`, namespace, pod: name }),
        ]);
      }
    }
    const named = pods.filter(({ name }) => scraped.some((address) => address.startsWith(`${name}:`)));
    const metricsPorts = named.flatMap(({ name, ports }) =>
      Object.entries(ports).flatMap(([port, number]) => (/metrics|prom/.test(port) ? [`${name}:${number}`] : [])),
    );
    expect(scraped.sort()).toEqual(metricsPorts.sort());
  },
);

/** What Prometheus reads in the Kubernetes API to discover in a role. */
const readFor: Readonly<Record<string, readonly string[]>> = {
  pod: ['pods'],
  endpoints: ['endpoints', 'services', 'pods'],
  endpointslice: ['endpointslices', 'services', 'pods'],
};

test.each(subjects)('the account of $example/$name may read what its discovery needs', (subject) => {
  const { scrape_configs, alerting } = load(configurationOf(subject)) as Manifest;
  const discoveries = [...scrape_configs, ...(alerting?.alertmanagers ?? [])].flatMap(
    (part) => part.kubernetes_sd_configs,
  );
  const needed = discoveries.flatMap(({ role, namespaces }) =>
    namespaces.names.flatMap((namespace: string) => readFor[role]!.map((resource) => `${namespace}/${resource}`)),
  );
  const account = subject.prometheus.spec.serviceAccountName;
  const bindings = ofKind(subject.manifests, 'RoleBinding').filter(({ subjects: [bound] }) => bound.name === account);
  const given = bindings.flatMap(({ metadata: { namespace }, roleRef }) =>
    ofKind(subject.manifests, 'Role')
      .filter(({ metadata }) => metadata.namespace === namespace && metadata.name === roleRef.name)
      .flatMap(({ rules }) => rules)
      .filter(({ verbs }) => ['get', 'list', 'watch'].every((verb) => verbs.includes(verb)))
      .flatMap(({ resources }) => resources.map((resource: string) => `${namespace}/${resource}`)),
  );
  expect(needed.filter((resource) => !given.includes(resource))).toEqual([]);
});

// Where the balancer of the example listens on this machine.
const ports = { otlp: 24418, metrics: 24489, nobody: 24417 };

/** The balancer as synthesized, only its addresses moved to this machine. */
function balancerConfig(): Manifest {
  const balancer = collectorsOf('tail-sampling').find(({ name }) => name === 'balancer');
  const config = JSON.parse(JSON.stringify(balancer!.config)) as Manifest;
  config.receivers.otlp.protocols = { http: { endpoint: `127.0.0.1:${ports.otlp}` } };
  config.exporters.prometheus.endpoint = `127.0.0.1:${ports.metrics}`;
  config.exporters['load_balancing/sampler'].resolver = { static: { hostnames: [`127.0.0.1:${ports.nobody}`] } };
  config.service.extensions = [];
  config.service.telemetry.metrics = { level: 'none' };
  return config;
}

/** Sends a root span of a service, and a child of it. */
async function sendTrace(service: string, sequence: number): Promise<void> {
  const traceId = String(sequence).padStart(32, '0');
  const nanoseconds = (milliseconds: number) => `${Date.now() + milliseconds}000000`;
  const span = (spanId: string, parentSpanId: string) => ({
    traceId,
    spanId,
    parentSpanId,
    name: 'work',
    startTimeUnixNano: nanoseconds(-5),
    endTimeUnixNano: nanoseconds(0),
  });
  const root = String(sequence).padStart(16, '0');
  const attributes = [{ key: 'service.name', value: { stringValue: service } }];
  const spans = [span(root, ''), span(root.replace(/^0/, '1'), root)];
  const response = await fetch(`http://127.0.0.1:${ports.otlp}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resourceSpans: [{ resource: { attributes }, scopeSpans: [{ spans }] }] }),
  });
  if (!response.ok) throw new Error(`OTLP was refused: ${response.status} ${await response.text()}`);
}

/** The series that the real balancer serves after three traces of a service, with their values. */
async function served(service: string): Promise<Map<string, number>> {
  const file = yamlFile(scratch(), 'balancer.yaml', balancerConfig());
  const balancer = new Running(tool('otelcol-0.159.0'), [`--config=${file}`]);
  let lines: string[] = [];
  try {
    await balancer.printed('Everything is ready');
    for (const sequence of [1, 2, 3]) {
      await sendTrace(service, sequence);
      // Not in the same millisecond, or their counts would have the same time.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await until(async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${ports.metrics}/metrics`)).text();
      lines = metrics.split('\n').filter((line) => line.startsWith('trace_span'));
      return lines.length > 0;
    }, 'the counter');
  } finally {
    await balancer.stop();
  }
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('the counter of the balancer', () => {
  let series: Map<string, number>;

  beforeAll(async () => {
    series = await served('loud');
  });

  test('fires the alert when the pods of the balancer have counted enough together', () => {
    const [rule] = ofKind(manifestsOf('tail-sampling'), 'PrometheusRule');
    const alert = (eval_time: string, exp_alerts: object[]) => ({ eval_time, alertname: 'LoudService', exp_alerts });
    const tests = yamlFile(scratch(), 'tests.yaml', {
      rule_files: [yamlFile(scratch(), 'rules.yaml', rule!.spec)],
      evaluation_interval: '15s',
      tests: [
        {
          interval: '15s',
          // Each pod counts 600 traces in five minutes.
          input_series: ['balancer-0', 'balancer-1'].flatMap((pod) =>
            [...series.keys()].map((name) => ({ series: name.replace('{', `{pod="${pod}",`), values: '0+30x100' })),
          ),
          alert_rule_test: [
            alert('1m', []),
            alert('10m', [{ exp_labels: { severity: 'warning', service_name: 'loud' } }]),
          ],
        },
      ],
    });
    expect(run(tool('promtool'), ['test', 'rules', tests])).toEqual({
      ok: true,
      output: expect.stringContaining('SUCCESS'),
    });
  });

  test('counts the root spans of one request after the other', () => {
    expect([...series.values()]).toEqual([3]);
  });
});
