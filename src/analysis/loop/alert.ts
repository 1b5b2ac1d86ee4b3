import { fateOf } from '../../alertmanager/fate';
import type { AlertmanagerModel } from '../../model/alertmanager';
import { isConfigMap } from '../../model/config';
import type { HubAlertModel, HubModel } from '../../model/hub';
import type { Model } from '../../model/model';
import type { PrometheusModel } from '../../model/prometheus';
import type { HubEvent } from './event';
import { fingerprint } from './fingerprint';
import { goJson, goMap, goStruct } from './go-json';

/** An alert of a hub that fires, or fired. */
export interface ActiveAlert {
  readonly hub: HubModel;
  readonly alert: HubAlertModel;
  /** All labels, as the gateway gets them. */
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly fingerprint: string;
  readonly startsAt: Date;
}

/** An alert of a hub with the labels of its series, as Prometheus sends it. */
export function activeAlert(
  model: Model,
  hub: HubModel,
  alert: HubAlertModel,
  series: Readonly<Record<string, string>>,
  value: number,
  startsAt: Date,
): ActiveAlert {
  const external = prometheusOf(model, hub)?.externalLabels ?? {};
  const own = { ...series, alertname: alert.name, severity: alert.severity };
  const labels = Object.fromEntries(Object.entries({ ...external, ...own }).filter(([, text]) => text !== ''));
  const annotations = {
    alert_name: alert.name,
    hub_name: hub.name,
    current_value: twoDecimals(value),
    expression: alert.expr,
  };
  return { hub, alert, labels, annotations, fingerprint: fingerprint(labels), startsAt };
}

/** Why the gateway is not told of an alert; `undefined` where it is. */
export function undelivered(
  model: Model,
  { hub, labels }: ActiveAlert,
  status: 'firing' | 'resolved',
  at: Date,
): string | undefined {
  const { alertmanager: address } = prometheusOf(model, hub) ?? {};
  const alertmanager = model.alertmanagers.find(({ path }) => path === address?.path);
  // What is not in the model is taken to do what it should.
  if (alertmanager === undefined) return undefined;
  const { notified } = fateOf(alertmanager.config, labels, { at });
  const told = notified.filter((receiver) => tellsGateway(alertmanager, receiver, status));
  if (told.length > 0) return undefined;
  const said = notified.length === 0 ? 'nobody' : notified.join(', ');
  return `${alertmanager.path} tells ${said} of it when it is ${status}, and not the MDAI gateway`;
}

/** The event that the gateway makes of an alert. */
export function alertEvent(active: ActiveAlert, status: 'firing' | 'resolved', changed: Date, id: string): HubEvent {
  const { hub, alert, labels, annotations } = active;
  return {
    id,
    name: `${alert.name}.${status}`,
    subject: `eventing.alert.${hub.name}.${active.fingerprint}`,
    hub: hub.name,
    source: 'prometheus',
    sourceId: active.fingerprint,
    correlationId: `${changed.getTime()}-${active.fingerprint}`,
    timestamp: changed,
    depth: 0,
    payload: goStruct({
      labels: goJson(goMap(labels)),
      annotations: goJson(goMap(annotations)),
      status: goJson(status),
      value: goJson(annotations.current_value ?? ''),
    }),
    occasion: { kind: 'alert', alert: alert.name, status },
  };
}

/** The Prometheus that evaluates the alerts of a hub: one beside it, or else the only one. */
function prometheusOf({ prometheuses }: Model, { namespace }: HubModel): PrometheusModel | undefined {
  const servers = prometheuses.filter(({ mode }) => mode === 'server');
  return servers.find((one) => one.namespace === namespace) ?? (servers.length === 1 ? servers[0] : undefined);
}

function tellsGateway({ config }: AlertmanagerModel, receiver: string, status: 'firing' | 'resolved'): boolean {
  const receivers = Array.isArray(config.receivers) ? config.receivers.filter(isConfigMap) : [];
  const webhooks = receivers.find(({ name }) => name === receiver)?.webhook_configs;
  if (!Array.isArray(webhooks)) return false;
  return (
    webhooks
      .filter(isConfigMap)
      // An address that is read from a file may be the gateway's.
      .filter(({ url }) => typeof url !== 'string' || url.endsWith('/alerts/alertmanager'))
      .some(({ send_resolved: resolved }) => status === 'firing' || resolved !== false)
  );
}

/** As Prometheus prints it: to the nearest, and what lies in between to the even one. */
function twoDecimals(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  const rounded = value.toFixed(2);
  // An eighth is what lies in between exactly; JavaScript goes up there.
  const isBetween = Number.isInteger(value * 8) && !Number.isInteger(value * 4);
  return isBetween && Number(rounded.at(-1)) % 2 === 1
    ? (Math.sign(value) * (Math.abs(Number(rounded)) - 0.01)).toFixed(2)
    : rounded;
}
