import type { PrometheusDuration } from '../model/value';

/** How an alert of the collectors differs from its default. */
export interface MonitoringAlert {
  /** The label `severity`. @default the alert's own */
  readonly severity?: string;
  /** How long it has to hold before it fires. @default the alert's own */
  readonly for?: PrometheusDuration;
  /** How long it keeps firing after it has stopped to hold. @default none */
  readonly keepFiringFor?: PrometheusDuration;
  /** Further labels. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Further annotations, or others in place of those it has. @default none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The same, for an alert that compares a measurement with a number. */
export interface MonitoringThreshold extends MonitoringAlert {
  /** The alert fires above it. @default the alert's own */
  readonly threshold?: number;
}

/** The alerts of collectors. Each can be `false`, and is only there for collectors that can raise it. */
export interface CollectorAlerts {
  /** A queue is fuller than this part of its capacity. @default 0.8 for 5 minutes, a warning */
  readonly queueFilling?: false | MonitoringThreshold;
  /** A queue was full, and items were lost. @default 1 minute, critical */
  readonly queueFull?: false | MonitoringAlert;
  /** An exporter gives up more than this part of its items. @default 0.05 for 5 minutes, a warning */
  readonly exportFailing?: false | MonitoringThreshold;
  /** The same, much worse. @default 0.2 for 5 minutes, critical */
  readonly exportBroken?: false | MonitoringThreshold;
  /** Items wait in a queue, and none leaves: retries that fail count nothing until they are given up. @default 5 minutes, critical */
  readonly exportStalled?: false | MonitoringAlert;
  /** A receiver turns away traces, metrics or profiles. @default 2 minutes, critical */
  readonly receiverRefusing?: false | MonitoringAlert;
  /** A receiver turns away logs, whose senders mostly send again. @default 5 minutes, critical */
  readonly receiverRefusingLogs?: false | MonitoringAlert;
  /** The memory limiter turns items away. @default 1 minute, a warning */
  readonly memoryLimiting?: false | MonitoringAlert;
  /** A pod uses more than this part of its memory limit. @default 0.9 for 5 minutes, a warning */
  readonly memoryHigh?: false | MonitoringThreshold;
  /**
   * A pod above two thirds of its memory limit grows so that its heap alone passes this part of the limit within an hour.
   * @default 1 for 15 minutes, a warning
   */
  readonly memoryGrowing?: false | MonitoringThreshold;
  /**
   * Less is sent than was accepted, by more than this part, though no queue grows: only where nothing drops, samples,
   * merges or routes. @default 0.01 for 15 minutes, a warning
   */
  readonly losingData?: false | MonitoringThreshold;
  /** Receivers that scrape fail for more than this part of what they read. @default 0.1 for 10 minutes, a warning */
  readonly scrapeErrors?: false | MonitoringThreshold;
  /** A receiver that scrapes metrics brings none for an hour, or since it started. @default 15 minutes, a warning */
  readonly scrapeEmpty?: false | MonitoringAlert;
  /** A container started anew more often than this within 15 minutes. @default 2 at once, a warning */
  readonly restarting?: false | MonitoringThreshold;
  /** A load-balancing exporter has nobody to send to. @default 2 minutes, critical */
  readonly backendsEmpty?: false | MonitoringAlert;
  /** A load-balancing exporter cannot hand items to one of its backends. @default 2 minutes, critical */
  readonly backendsFailing?: false | MonitoringAlert;
  /** Tail sampling forgets traces before it has decided about them. @default 5 minutes, a warning */
  readonly tracesDroppedEarly?: false | MonitoringAlert;
  /** Nothing of a collector can be read. @default 5 minutes, critical */
  readonly absent?: false | MonitoringAlert;
  /** A pod of a collector cannot be read. @default 10 minutes, a warning */
  readonly podUnreachable?: false | MonitoringAlert;
}

/** The name of an alert of the collectors. */
export type CollectorAlertName = keyof CollectorAlerts;

/** A collector, or its path. */
export type CollectorReference = string | { readonly node: { readonly path: string } };

/** Collectors that are watched otherwise than the others. */
export interface CollectorException {
  readonly collectors: readonly CollectorReference[];
  /** What differs for them; `false` for no alerts at all. */
  readonly alerts: false | CollectorAlerts;
}

/** What `prometheus.monitorCollectors` takes. */
export interface MonitorCollectorsOptions {
  /** What differs from the defaults; `false` for recording rules alone. @default all alerts, with their defaults */
  readonly alerts?: false | CollectorAlerts;
  /** Collectors that are watched otherwise; a later entry counts more. @default none */
  readonly except?: readonly CollectorException[];
  /** Labels of every alert. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** What the name of an alert is put behind to make its annotation `runbook_url`. @default no such annotation */
  readonly runbookUrl?: string;
  /** The time over which rates are taken, at least four scrapes. @default 5 minutes */
  readonly window?: PrometheusDuration;
  /** How often the rules are evaluated. @default the Prometheus' own interval */
  readonly interval?: PrometheusDuration;
}
