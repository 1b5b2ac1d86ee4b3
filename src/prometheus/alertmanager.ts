import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { AlertmanagerModel } from '../model/prometheus';
import { Registry } from '../registry';
import { alertmanagerConfig, renderAlertmanager } from '../render/operator/alertmanager';
import { alertmanagerHeader } from '../render/operator/headers';

/** What an Alertmanager is given. */
export interface AlertmanagerProps {
  /** @default the construct's id */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /** @default 1 */
  readonly replicas?: number;
  /**
   * Where the MDAI gateway takes alerts.
   * @default the gateway of a Helm release `mdai` in the same namespace
   */
  readonly gatewayUrl?: string;
}

/** An Alertmanager that hands all alerts to the MDAI gateway, run by the Prometheus operator. */
export class Alertmanager extends Construct {
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;

  constructor(scope: Construct, id: string, props: AlertmanagerProps = {}) {
    super(scope, id);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    const domain = this.namespace === undefined ? '' : `.${this.namespace}.svc.cluster.local`;
    const model: AlertmanagerModel = {
      path: this.node.path,
      name: this.name,
      namespace: this.namespace,
      replicas: props.replicas ?? 1,
      gatewayUrl: props.gatewayUrl ?? `http://mdai-gateway${domain}:8081/alerts/alertmanager`,
    };
    new ApiObject(this, 'Default', {
      ...alertmanagerHeader,
      metadata: { name: this.name, namespace: this.namespace },
      spec: renderAlertmanager(model).spec,
    });
    new ApiObject(this, 'Config', alertmanagerConfig(model));
    Registry.of(this).add(this, {
      contribute: (draft) => {
        draft.alertmanagers.push(model);
      },
    });
  }
}
