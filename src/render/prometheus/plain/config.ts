import type { HubModel } from '../../../model/hub';
import { hubRuleGroup } from '../../../model/hub-rules';
import type { PrometheusModel, RemoteWriteModel, RuleGroupModel } from '../../../model/prometheus';
import { defined } from '../../pods/merge';
import { yamlText } from '../../yaml-text';
import { externalLabels, replicaLabel } from '../external-labels';
import { plainClient } from '../http-client';
import { ruleGroups, unlessEmpty } from '../rule-groups';
import { jobs, namespaces } from './jobs';
import { relabelStep } from './relabel';

/** The folder of the configuration, and that of the rules. */
export const configFolder = '/etc/prometheus/config';
export const rulesFolder = '/etc/prometheus/rules';

export const configFile = 'prometheus.yaml';
export const rulesFile = 'rules.yaml';

/** The configuration of one shard of a Prometheus without an operator, as the text of its file. */
export function configText(model: PrometheusModel, shard: number): string {
  const { alertmanager, remoteWrite } = model;
  const scrapes = jobs(model, shard);
  return yamlText(
    defined({
      global: defined({
        scrape_interval: model.scrapeInterval,
        scrape_timeout: model.scrapeTimeout,
        evaluation_interval: model.mode === 'agent' ? undefined : model.evaluationInterval,
        external_labels: {
          ...externalLabels(model),
          prometheus: [model.namespace, model.name].filter((part) => part !== undefined).join('/'),
          // Prometheus fills it in.
          [replicaLabel]: '${POD_NAME}',
        },
      }),
      rule_files: model.mode === 'agent' ? undefined : [`${rulesFolder}/*.yaml`],
      scrape_configs: scrapes.length > 0 ? scrapes : undefined,
      alerting: alertmanager && {
        // Replicas fire the same alerts.
        alert_relabel_configs: [{ action: 'labeldrop', regex: replicaLabel }],
        alertmanagers: [
          {
            kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: namespaces(alertmanager.namespace) }],
            relabel_configs: [
              { source_labels: ['__meta_kubernetes_service_name'], regex: alertmanager.service, action: 'keep' },
              { source_labels: ['__meta_kubernetes_endpointslice_port_name'], regex: 'web', action: 'keep' },
            ],
          },
        ],
      },
      remote_write: remoteWrite.length > 0 ? remoteWrite.map(remote) : undefined,
    }),
  );
}

/** Its rules, and those of the hubs beside it, for which there is no operator to hand them on. */
export function rulesText(model: PrometheusModel, hubs: readonly HubModel[]): string {
  const ofHubs = hubs
    .filter(({ namespace, alerts }) => namespace === model.namespace && alerts.length > 0)
    .map((hub): RuleGroupModel => hubRuleGroup(hub));
  return yamlText({ groups: ruleGroups([...model.groups, ...ofHubs]) });
}

const messages = { 1: 'prometheus.WriteRequest', 2: 'io.prometheus.write.v2.Request' } as const;

function remote(model: RemoteWriteModel): object {
  const { queue, sigv4 } = model;
  return defined({
    url: model.url,
    name: model.name,
    headers: unlessEmpty(model.headers),
    remote_timeout: model.timeout,
    ...plainClient(model.client),
    sigv4: sigv4 && defined({ region: sigv4.region, profile: sigv4.profile, role_arn: sigv4.roleArn }),
    write_relabel_configs: model.relabel.length > 0 ? model.relabel.map(relabelStep) : undefined,
    send_exemplars: model.sendExemplars,
    send_native_histograms: model.sendNativeHistograms,
    protobuf_message: model.protocol && messages[model.protocol],
    queue_config:
      queue &&
      defined({
        capacity: queue.capacity,
        min_shards: queue.minShards,
        max_shards: queue.maxShards,
        max_samples_per_send: queue.maxSamplesPerSend,
        batch_send_deadline: queue.batchSendDeadline,
        min_backoff: queue.minBackoff,
        max_backoff: queue.maxBackoff,
        retry_on_http_429: queue.retryOnRateLimit,
        sample_age_limit: queue.sampleAgeLimit,
      }),
  });
}
