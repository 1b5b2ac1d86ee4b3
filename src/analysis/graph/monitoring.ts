import type { AlertmanagerModel } from '../../model/alertmanager';
import { identityOf, selectorLabels } from '../../model/collector-names';
import { at, type ConfigValue, isConfigMap } from '../../model/config';
import type { Model } from '../../model/model';
import type { PrometheusModel } from '../../model/prometheus';
import type { ScrapeModel } from '../../model/scrape';
import { withoutSecrets } from './mask';
import { ownObjects } from './objects';
import { namedServer, serverAt } from './outside';
import type { Sketch } from './sketch';

/** Draws a Prometheus: what it reads, where its alerts go, and where it passes samples on to. */
export function drawPrometheus(sketch: Sketch, prometheus: PrometheusModel, model: Model): void {
  const { path, name, namespace, backend, managed, mode, version, groups, scrapes, remoteWrite } = prometheus;
  const rules = groups.flatMap((group) => group.rules);
  const alerts = rules.filter(({ kind }) => kind === 'alert').length;
  const counts = [
    namespace,
    mode === 'agent' ? 'agent' : undefined,
    alerts > 0 ? `${alerts} alert${alerts === 1 ? '' : 's'}` : undefined,
    rules.length > alerts ? `${rules.length - alerts} recording rules` : undefined,
  ].filter((part) => part !== undefined);
  const kind = backend === 'operator' ? (mode === 'agent' ? 'PrometheusAgent' : 'Prometheus') : 'StatefulSet';
  const config = {
    version,
    scrapes: scrapes.map((scrape) => scrape.name),
    rules: rules.map((rule) => ({
      [rule.kind]: rule.name,
      expr: rule.expr,
      ...(rule.for !== undefined && { for: rule.for }),
    })),
    ...(remoteWrite.length > 0 && { remoteWrite: remoteWrite.map(({ url }) => url) }),
  };
  sketch.node({
    id: path,
    kind: 'prometheus',
    label: name,
    ...(counts.length > 0 && { about: counts.join(' · ') }),
    signals: ['metrics'],
    path,
    config: withoutSecrets(config),
    objects: managed ? ownObjects([kind], prometheus) : [],
  });
  for (const scrape of scrapes) {
    const ports = scrape.endpoints.flatMap(({ port }) => port ?? []);
    const label = [...new Set(ports)].map((port) => (typeof port === 'number' ? `:${port}` : port)).join(', ');
    for (const from of scraped(sketch, scrape, model)) {
      sketch.edge({ from, to: path, kind: 'scrape', signals: ['metrics'], ...(label !== '' && { label }) });
    }
  }
  for (const { url } of remoteWrite) {
    const to = serverAt(sketch, url, 'remote write', ['metrics']);
    sketch.edge({ from: path, to, kind: 'telemetry', signals: ['metrics'], label: 'remote write' });
  }
  if (prometheus.alertmanager !== undefined) {
    const { path: known, service } = prometheus.alertmanager;
    sketch.edge({ from: path, to: sketch.has(known) ? known : namedServer(sketch, service), kind: 'alert' });
  }
}

/** The nodes that a scrape reads: the exporter that serves there, what is known to be behind labels, addresses. */
function scraped(sketch: Sketch, { of, find, name, endpoints }: ScrapeModel, model: Model): readonly string[] {
  const collector =
    model.collectors.find(({ path }) => path === of?.path) ??
    (find.kind === 'pods' || find.kind === 'services'
      ? model.collectors.find((one) => {
          const instance = 'app.kubernetes.io/instance';
          return one.name !== '' && find.labels[instance] === selectorLabels(identityOf(one))[instance];
        })
      : undefined);
  if (collector !== undefined) {
    const served = endpoints.map(({ exporter }) => exporter && `${collector.path}/exporters/${exporter}`);
    return [...new Set(served.map((id) => (id !== undefined && sketch.has(id) ? id : collector.path)))];
  }
  if (of !== undefined && sketch.has(of.path)) return [of.path];
  if (find.kind === 'addresses') return find.addresses.map((address) => source(sketch, address, 'scraped'));
  if (find.kind === 'probe') return find.targets.map((target) => source(sketch, target, 'probed'));
  return [source(sketch, name, `${find.kind}${find.namespace === undefined ? '' : ` in ${find.namespace}`}`)];
}

function source(sketch: Sketch, label: string, about: string): string {
  return sketch.node({ id: `source/${label}`, kind: 'source', label, about, signals: ['metrics'] });
}

/** What people call the integrations of Alertmanager whose names are not theirs. */
const integrations: Readonly<Record<string, string>> = {
  discord: 'Discord',
  email: 'e-mail',
  jira: 'Jira',
  msteams: 'Microsoft Teams',
  msteamsv2: 'Microsoft Teams',
  opsgenie: 'Opsgenie',
  pagerduty: 'PagerDuty',
  pushover: 'Pushover',
  rocketchat: 'Rocket.Chat',
  slack: 'Slack',
  sns: 'SNS',
  telegram: 'Telegram',
  victorops: 'VictorOps',
  webex: 'Webex',
  wechat: 'WeChat',
};

/** Draws an Alertmanager, and whom it tells. */
export function drawAlertmanager(sketch: Sketch, alertmanager: AlertmanagerModel, model: Model): void {
  const { path, name, namespace, config, pod, backend } = alertmanager;
  sketch.node({
    id: path,
    kind: 'alertmanager',
    label: name || (path.split('/').at(-1) ?? path),
    ...(namespace !== undefined && { about: namespace }),
    path,
    config: withoutSecrets(config),
    objects: pod ? ownObjects([backend === 'operator' ? 'Alertmanager' : 'StatefulSet'], alertmanager) : [],
  });
  const receivers = Array.isArray(config.receivers) ? config.receivers : [];
  for (const receiver of receivers.filter(isConfigMap)) {
    for (const [key, list] of Object.entries(receiver)) {
      if (!key.endsWith('_configs') || !Array.isArray(list)) continue;
      const label = String(receiver.name ?? '');
      for (const one of list as readonly ConfigValue[]) {
        const edge = { from: path, kind: 'alert' as const, ...(label !== '' && { label }) };
        for (const to of toldBy(sketch, key.slice(0, -'_configs'.length), one, alertmanager, model)) {
          sketch.edge({ ...edge, to });
        }
      }
    }
  }
}

function toldBy(
  sketch: Sketch,
  kind: string,
  integration: ConfigValue,
  { namespace }: AlertmanagerModel,
  model: Model,
): readonly string[] {
  const named = Object.hasOwn(integrations, kind) ? integrations[kind] : undefined;
  if (named !== undefined) return [namedServer(sketch, named)];
  const url = at(integration, 'url');
  if (typeof url !== 'string') return [namedServer(sketch, kind === 'webhook' ? 'webhook' : kind)];
  // The gateway asks each hub of the cluster whether it has rules for the alert.
  if (/\/\/mdai-gateway[.:/]/.test(url)) {
    const near = model.hubs.filter((hub) => hub.namespace === namespace);
    const hubs = near.length > 0 ? near : model.hubs;
    return hubs.length > 0 ? hubs.map(({ path }) => path) : [namedServer(sketch, 'mdai-gateway')];
  }
  return [serverAt(sketch, url, 'webhook')];
}
