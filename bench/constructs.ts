import { ApiObject, type App, Chart } from 'cdk8s';

/** How many charts an app has, and how many objects each of them. */
export interface Size {
  readonly charts: number;
  readonly objectsPerChart: number;
}

/** Ways to fill an app, by name, since a measurement runs in another process. */
export const CONSTRUCTS = { raw: fillRaw } as const;

/** Objects of cdk8s itself, each about as large as a small Deployment. */
function fillRaw(app: App, { charts, objectsPerChart }: Size): void {
  for (let c = 0; c < charts; c++) {
    const chart = new Chart(app, `chart-${c}`, { namespace: 'bench', labels: { team: 'telemetry' } });
    for (let o = 0; o < objectsPerChart; o++) {
      new ApiObject(chart, `object-${o}`, deployment(`object-${o}`));
    }
  }
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
