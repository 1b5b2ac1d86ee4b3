import type { HubAlertModel } from '../model/hub';
import type { HubHandle, PrometheusDuration } from '../model/value';
import type { Promql } from '../prometheus/promql';
import { Trigger, TriggerValue } from './trigger';

/** What an alert of a hub says. */
export interface AlertProps<L extends readonly string[]> {
  /** When it fires: a PromQL expression, in which `promql` puts metrics by their handles. */
  readonly expr: Promql | string;
  /**
   * The labels of the expression's result that automations may use.
   * @default none
   */
  readonly labels?: L;
  /** The label `severity`. */
  readonly severity: 'warning' | 'critical';
  /**
   * How long the expression has to hold before the alert fires.
   * @default it fires at once
   */
  readonly for?: PrometheusDuration;
  /**
   * How long the alert keeps firing after the expression has stopped to hold. MDAI operator 0.2 takes the value but
   * does not pass it on to Prometheus.
   * @default none
   */
  readonly keepFiringFor?: PrometheusDuration;
}

/** An alert of a hub, with the labels `L`. */
export class Alert<L extends string> {
  /** @internal */
  constructor(
    /** @internal */
    readonly model: HubAlertModel,
    private readonly hub: HubHandle,
  ) {}

  /** The alert begins to fire. */
  firing(): Trigger {
    return new Trigger({ alert: this.model.name, status: 'firing' }, this.hub);
  }

  /** The alert stops firing. */
  resolved(): Trigger {
    return new Trigger({ alert: this.model.name, status: 'resolved' }, this.hub);
  }

  /** The value of a label of the alert that started the automation. */
  label(name: L): TriggerValue {
    return new TriggerValue(`payload.labels.${name}`);
  }
}
