import { ApiObject, type App, Chart } from 'cdk8s';
import { Collector, exporters, log, MdaiHub, MdaiObserver, processors, receivers } from '../src/index';

/** How many charts an app has, and how many objects each of them. */
export interface Size {
  readonly charts: number;
  readonly objectsPerChart: number;
}

/** Ways to fill an app, by name, since a measurement runs in another process. */
export const CONSTRUCTS = { raw: fillRaw, own: fillOwn } as const;

/** Objects of cdk8s itself, each about as large as a small Deployment. */
function fillRaw(app: App, { charts, objectsPerChart }: Size): void {
  for (let c = 0; c < charts; c++) {
    const chart = new Chart(app, `chart-${c}`, { namespace: 'bench', labels: { team: 'telemetry' } });
    for (let o = 0; o < objectsPerChart; o++) {
      new ApiObject(chart, `object-${o}`, deployment(`object-${o}`));
    }
  }
}

/** Our own constructs: in turn a collector, its hub, and its observer, linked with each other. */
function fillOwn(app: App, { charts, objectsPerChart }: Size): void {
  for (let c = 0; c < charts; c++) {
    const chart = new Chart(app, `chart-${c}`, { namespace: 'bench' });
    for (let o = 0; o < objectsPerChart; o += 3) fillLoop(chart, `${c}-${o}`);
  }
}

function fillLoop(chart: Chart, name: string): void {
  const noisy = new MdaiHub(chart, `hub-${name}`).set('noisy', { type: 'manual' });
  const measure = new MdaiObserver(chart, `observer-${name}`).measure('received', { by: ['service.name'] });
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const filter = processors.filter('noisy', { log_conditions: [log.attribute('service').in(noisy)] });
  const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
  new Collector(chart, `gateway-${name}`)
    .pipeline('logs', { from: [otlp], processors: [filter], to: [vendor] })
    .tap('received', { to: measure });
}

function deployment(name: string) {
  const labels = { 'app.kubernetes.io/name': name };
  const ports = [{ name: 'otlp-grpc', containerPort: 4317, protocol: 'TCP' }];
  const resources = { limits: { memory: '512Mi' }, requests: { cpu: '100m', memory: '256Mi' } };
  const container = {
    name: 'main',
    image: 'collector:0.159.0',
    args: ['--config', '/etc/config.yaml'],
    ports,
    resources,
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: { 'prometheus.io/scrape': 'true' } },
        spec: { containers: [container] },
      },
    },
  };
}
