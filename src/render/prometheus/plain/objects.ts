import type { HubModel } from '../../../model/hub';
import type { PrometheusModel } from '../../../model/prometheus';
import { disruptionBudget, ingressPolicy, type Owner, plainObject } from '../../kubernetes/plain-object';
import type { KubernetesObject } from '../../object';
import { serverHeadlessName } from '../../workload/server';
import { plainLabels, plainSelector } from '../labels';
import { configFile, configText, rulesFile, rulesText } from './config';
import { port, rulesName, shardName, statefulSetSpec } from './stateful-set';

/** What a Prometheus without an operator consists of besides the StatefulSet of its first shard, by construct id. */
export function plainObjects(model: PrometheusModel, hubs: readonly HubModel[]): Record<string, KubernetesObject> {
  const configs = Array.from({ length: model.shards }, (_, shard) => configText(model, shard));
  const rules = model.mode === 'agent' ? undefined : rulesText(model, hubs);
  const owner: Owner = { namespace: model.namespace, labels: plainLabels(model) };
  const configMap = (name: string, data: object) => plainObject('ConfigMap', owner, name, { data });
  const objects: Record<string, KubernetesObject> = {};
  for (const [shard, config] of configs.entries()) {
    const suffix = shard === 0 ? '' : `-shard-${shard}`;
    objects[`ConfigMap${suffix}`] = configMap(shardName(model, shard), { [configFile]: config });
    if (shard === 0) continue;
    const files = { [configFile]: config, ...(rules !== undefined && { [rulesFile]: rules }) };
    const spec = statefulSetSpec(model, shard, files);
    objects[`StatefulSet${suffix}`] = plainObject('StatefulSet', owner, shardName(model, shard), { spec });
  }
  if (rules !== undefined) objects.RulesConfigMap = configMap(rulesName(model), { [rulesFile]: rules });
  return {
    ...objects,
    ...services(model, owner),
    ...budgets(model, owner),
    // Whoever asks; what it reads itself is not known by address.
    NetworkPolicy: ingressPolicy(owner, model.name, plainSelector(model), [{ ports: [port.ofPolicy] }]),
  };
}

function services(model: PrometheusModel, owner: Owner): Record<string, KubernetesObject> {
  const spec = { ports: [port.ofService], selector: plainSelector(model) };
  return {
    Service: plainObject('Service', owner, model.name, { spec }),
    HeadlessService: plainObject('Service', owner, serverHeadlessName(model), { spec: { ...spec, clusterIP: 'None' } }),
  };
}

function budgets(model: PrometheusModel, owner: Owner): Record<string, KubernetesObject> {
  if (model.replicas < 2) return {};
  const shards = Array.from({ length: model.shards }, (_, shard) => shard);
  return Object.fromEntries(
    shards.map((shard) => [
      `PodDisruptionBudget${shard === 0 ? '' : `-shard-${shard}`}`,
      disruptionBudget(owner, shardName(model, shard), plainSelector(model, shard)),
    ]),
  );
}
