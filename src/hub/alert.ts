import { type AlertEvent, EventField } from '../model/event';
import type { HubAlertModel } from '../model/hub';
import { MdaiError } from '../model/issue';
import type { HubHandle, PrometheusDuration } from '../model/value';
import type { Promql } from '../prometheus/promql';
import { Trigger } from './trigger';

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

/** The labels that every alert of a hub has. */
export type GivenLabel = 'alertname' | 'severity';

/** The annotations that the MDAI operator gives every alert of a hub. */
export type AlertAnnotation = 'alert_name' | 'hub_name' | 'current_value' | 'expression';

/** An alert of a hub, with the labels `L`. */
export class Alert<L extends string> {
  /** `firing` or `resolved`, in the event that starts an automation. */
  readonly status = new EventField<AlertEvent>('payload.status');
  /** The value of the expression, in the event that starts an automation. */
  readonly value = new EventField<AlertEvent>('payload.value');

  /** @internal */
  constructor(
    /** @internal */
    readonly model: HubAlertModel,
    private readonly hub: HubHandle,
  ) {}

  /** The alert begins to fire. */
  firing(): Trigger<AlertEvent<L>> {
    return new Trigger({ alert: this.model.name, status: 'firing' }, this.hub);
  }

  /** The alert stops firing. */
  resolved(): Trigger<AlertEvent<L>> {
    return new Trigger({ alert: this.model.name, status: 'resolved' }, this.hub);
  }

  /** The alert begins or stops to fire: `status` says which. */
  changed(): Trigger<AlertEvent<L>> {
    return new Trigger({ alert: this.model.name }, this.hub);
  }

  /** The value of a label of the alert that starts the automation. */
  label<M extends L | GivenLabel>(name: M): AlertLabel<AlertEvent<Exclude<M, GivenLabel>>> {
    return new AlertLabel(name);
  }

  /** An annotation of the alert that starts the automation. */
  annotation(name: AlertAnnotation): EventField<AlertEvent> {
    return new EventField(`payload.annotations.${name}`);
  }
}

/** A label of the alert that starts an automation. */
export class AlertLabel<E = unknown> extends EventField<E> {
  /** @internal */
  constructor(
    /** @internal */
    readonly label: string,
  ) {
    super(`payload.labels.${label}`);
    // The event hub takes the path apart at dots, and the placeholder at colons and the brace.
    if (/[.:}]/.test(label)) {
      throw new MdaiError(
        `The event hub cannot read the label "${label}", which holds ".", ":" or "}". Rename it in the expression: label_replace(…).`,
      );
    }
  }
}
