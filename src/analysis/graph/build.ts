import type { ConfigValue } from '../../model/config';
import type { Model } from '../../model/model';
import { targetOf } from '../../needs/target';
import { viewOf } from '../../view/view';
import { drawCollector } from './collectors';
import type { Graph } from './graph';
import { drawHub, drawReplay } from './hubs';
import { withoutSecrets } from './mask';
import { drawAlertmanager, drawPrometheus } from './monitoring';
import { type ManifestObject, ownObjects } from './objects';
import { nobody, server, store } from './outside';
import { Services } from './services';
import { Sketch } from './sketch';
import { s3 } from './stores';

/**
 * The topology of a model: collectors with their pipelines and routes, what connects them, what watches and steers them,
 * and what is outside.
 *
 * @param manifests the objects as they are applied, where they are known: those of a collector's pods are found among them
 */
export function graphOf(model: Model, manifests: readonly ManifestObject[] = []): Graph {
  const sketch = new Sketch();
  const services = new Services(model);
  for (const collector of model.collectors) drawCollector(sketch, collector, services, manifests);
  drawBeside(sketch, model, services);
  for (const hub of model.hubs) drawHub(sketch, hub, model, services);
  for (const replay of model.replays) {
    const hub = model.hubs.find(({ name }) => name === replay.hubName);
    drawReplay(sketch, { id: replay.path, label: replay.name }, replay, hub, services);
  }
  for (const alertmanager of model.alertmanagers) drawAlertmanager(sketch, alertmanager, model);
  for (const prometheus of model.prometheuses) drawPrometheus(sketch, prometheus, model);
  return sketch.finished();
}

/** Draws what the MDAI operator runs beside collectors. */
function drawBeside(sketch: Sketch, model: Model, services: Services): void {
  for (const observer of model.observers) {
    const { path, name, measures } = observer;
    const objects = ownObjects(['MdaiObserver'], observer);
    const config = withoutSecrets(measures as unknown as ConfigValue);
    const about = `${measures.length} measure${measures.length === 1 ? '' : 's'}`;
    sketch.node({ id: path, kind: 'observer', label: name, about, path, config, objects });
  }
  for (const monitor of model.hubMonitors) {
    const { path, name, namespace, logs } = monitor;
    const config = withoutSecrets((logs ?? {}) as unknown as ConfigValue);
    const about = 'logs of the hub’s parts';
    const objects = ownObjects(['MdaiCollector'], monitor);
    sketch.node({ id: path, kind: 'hubMonitor', label: name, about, signals: ['logs'], path, config, objects });
    if (logs?.s3) {
      const to = store(sketch, s3(logs.s3.bucket, logs.s3.region), ['logs']);
      sketch.edge({ from: path, to, kind: 'telemetry', signals: ['logs'] });
    }
    const target = logs?.otlp && targetOf(logs.otlp.endpoint, nobody);
    if (target?.host !== undefined) {
      const to = services.behind(target, namespace)?.to ?? server(sketch, target, ['logs']);
      sketch.edge({ from: path, to, kind: 'telemetry', signals: ['logs'] });
    }
  }
  for (const dal of model.dals) {
    const { path, name, bucket, region, granularity, prefix } = dal;
    const config = { bucket, region, granularity, ...(prefix !== undefined && { prefix }) };
    const objects = ownObjects(['MdaiDal'], dal);
    sketch.node({ id: path, kind: 'dal', label: name, about: `writes to S3, ${granularity}`, path, config, objects });
    sketch.edge({ from: path, to: store(sketch, s3(bucket, region)), kind: 'telemetry' });
  }
  for (const ingress of model.ingresses) {
    const { path, name, collector, namespace, hosts } = ingress;
    const objects = ownObjects(['MdaiIngress'], ingress);
    const about = Object.values(hosts).join(', ');
    sketch.node({
      id: path,
      kind: 'ingress',
      label: name,
      ...(about !== '' && { about }),
      path,
      config: { hosts },
      objects,
    });
    const to = model.collectors.find((one) => one.name === collector && one.namespace === namespace);
    if (to === undefined) continue;
    for (const id of Object.keys(hosts)) {
      const known = viewOf(to).sections.receiver.components.get(id);
      sketch.edge({ from: path, to: known?.path ?? to.path, kind: 'telemetry' });
    }
    if (Object.keys(hosts).length === 0) sketch.edge({ from: path, to: to.path, kind: 'telemetry' });
  }
}
