import type { Construct } from 'constructs';
import type { AuditEntry } from '../analysis/loop/audit';
import { HubLoop, type LoopOptions, type LoopRun } from '../analysis/loop/loop';
import type { Ambiguity } from '../analysis/loop/orders';
import type { RequestData } from '../analysis/loop/request';
import type { VariableValue } from '../analysis/loop/variables';
import type { WebhookCall } from '../analysis/loop/webhook';
import type { Collector } from '../collector/collector';
import type { Alert } from '../hub/alert';
import type { ScalarType, ScalarValue, ScalarVariable } from '../hub/scalar-variable';
import type { HubVariable } from '../hub/variable-state';
import type { VariableDataType } from '../model/hub';
import type { ReplayModel } from '../model/replay';
import type { DurationLike } from '../model/value';
import { Registry } from '../registry';
import type { Routed } from './routed';
import { type RouteTestOptions, type RouteTests, routesThrough } from './routes';
import type { Sample } from './sample';

/** An alert of a hub, its name, or `hub/name` where several hubs have one of that name. */
export type LoopAlert<L extends string> = Alert<L> | string;

/** A variable of a hub, its key, or `hub/key` where several hubs have one of that key. */
export type LoopVariable<T extends VariableDataType = VariableDataType> = HubVariable<T> | string;

/** The series that an alert is about. */
export interface AlertSeries<L extends string> {
  /** The labels of the expression's result. @default none */
  readonly labels?: { readonly [K in L]?: string };
}

/** An alert that fires. */
export interface FiringSeries<L extends string> extends AlertSeries<L> {
  /** The value of the expression. @default 1 */
  readonly value?: number;
}

/**
 * The closed loop of the hubs in a tree, to be tested without a cluster: alerts and people change variables, variables
 * change the environment of collectors, and samples show what these do with telemetry then.
 *
 * @param scope a cluster, a chart, or the app: the loop is that of the whole tree, as it is now
 * @throws MdaiError where the program cannot be synthesized
 */
export function loop(scope: Construct, options: LoopOptions = {}): Loop {
  return new Loop(new HubLoop(Registry.of(scope).model, options));
}

/** The hubs of a tree, and what happened to them. */
export class Loop {
  /** @internal */
  constructor(private readonly hubs: HubLoop) {}

  /**
   * An alert begins to fire with these labels. Where it does already, the gateway is told of it again.
   *
   * @throws MdaiError where there is no such alert
   */
  fire<L extends string>(alert: LoopAlert<L>, { labels = {}, value = 1 }: FiringSeries<L> = {}): LoopRun {
    return this.hubs.fire(...named(alert), given(labels), value);
  }

  /**
   * An alert that fires with these labels stops.
   *
   * @throws MdaiError where it does not fire
   */
  resolve<L extends string>(alert: LoopAlert<L>, { labels = {} }: AlertSeries<L> = {}): LoopRun {
    return this.hubs.resolve(...named(alert), given(labels));
  }

  /**
   * Somebody sets a manual variable, by the gateway's `POST`: a text, a whole number or a boolean is set to a value,
   * members are added to a set, entries are put into a map.
   *
   * @throws MdaiError where the gateway refuses it: the variable is not manual, or takes other data
   */
  set(variable: HubVariable<'set'>, members: readonly string[]): LoopRun;
  set(variable: HubVariable<'map'>, entries: Readonly<Record<string, string>>): LoopRun;
  set<T extends ScalarType>(variable: ScalarVariable<T>, value: ScalarValue<T>): LoopRun;
  set(variable: string, data: RequestData): LoopRun;
  set(variable: LoopVariable, data: RequestData): LoopRun {
    return this.hubs.request(...named(variable), { operation: 'add', data });
  }

  /**
   * Somebody removes from a manual variable, by the gateway's `DELETE`: members from a set, entries from a map by their
   * keys. Other variables become empty, whatever the data are.
   *
   * @throws MdaiError where the gateway refuses it
   */
  remove(variable: HubVariable<'set' | 'map'>, members: readonly string[]): LoopRun;
  remove<T extends ScalarType>(variable: ScalarVariable<T>, value: ScalarValue<T>): LoopRun;
  remove(variable: string, data: RequestData): LoopRun;
  remove(variable: LoopVariable, data: RequestData): LoopRun {
    return this.hubs.request(...named(variable), { operation: 'remove', data });
  }

  /**
   * A replay tells the gateway that it is done, which sets its status variable.
   *
   * @throws MdaiError where there is no such replay
   */
  finishReplay(name: string, status: 'completed' | 'failed' = 'completed'): LoopRun {
    return this.hubs.finishReplay(name, status);
  }

  /** Lets time pass; a minute passes with each thing that happens. */
  advance(time: DurationLike): void {
    this.hubs.advance(time.toMilliseconds());
  }

  /**
   * The value of a variable; `undefined` where it was never set, or is an empty set or map.
   *
   * @throws MdaiError where there is no such variable
   */
  value(variable: LoopVariable): VariableValue {
    return this.hubs.value(...named(variable));
  }

  /** What a collector gets of its hub in its environment now. */
  environment(collector: Collector): Readonly<Record<string, string>> {
    return this.hubs.environment(Registry.of(collector).modelOf('collectors', collector));
  }

  /** The replays that exist now. */
  get replays(): readonly ReplayModel[] {
    return this.hubs.replays;
  }

  /** All requests that automations made. */
  get webhooks(): readonly WebhookCall[] {
    return this.hubs.webhooks;
  }

  /** The history of the hubs, as their stream holds it. */
  get audit(): readonly AuditEntry[] {
    return this.hubs.audit;
  }

  /** What depends on an order that the event hub does not promise, in everything that happened so far. */
  get ambiguities(): readonly Ambiguity[] {
    return this.hubs.ambiguities;
  }

  /** The routes of a collector, with the environment that it and others have now. */
  routesOf(collector: Collector, options: RouteTestOptions = {}): RouteTests {
    return routesThrough(this.hubs.collectors, collector, options);
  }

  /** Sends a sample through a collector with the environment that it has now, and says what became of it. */
  send(collector: Collector, sample: Sample, options: RouteTestOptions = {}): Routed {
    return this.routesOf(collector, options).send(sample);
  }
}

/** The hub and the name of an alert or a variable. */
function named(one: LoopAlert<never> | LoopVariable): readonly [hub: string | undefined, name: string] {
  if (typeof one !== 'string') {
    return 'owner' in one ? [one.owner.hubName, one.key] : [one.changed().hub.hubName, one.model.name];
  }
  const slash = one.indexOf('/');
  return slash === -1 ? [undefined, one] : [one.slice(0, slash), one.slice(slash + 1)];
}

function given(labels: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(labels).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
