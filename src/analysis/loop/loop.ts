import type { CollectorModel } from '../../model/collector';
import { defaultHopLimit, type HubModel, variablesConfigMap } from '../../model/hub';
import { MdaiError } from '../../model/issue';
import type { Model } from '../../model/model';
import type { ReplayModel } from '../../model/replay';
import { type ActiveAlert, activeAlert, alertEvent, undelivered } from './alert';
import { type AuditEntry, publishedAudit, restartAudit } from './audit';
import type { ReplayChange, VariableChange, World } from './command';
import { environmentOf, type HubEnvironment } from './environment';
import type { HubEvent } from './event';
import { hubNamed, memberOf } from './find';
import { type Ambiguity, ambiguityOf } from './orders';
import { replayEvent, requestEvent, type VariableRequest } from './request';
import { type HandledEvent, type Request, runEvent, type Setting } from './run';
import type { Sources } from './sources';
import { unstartable } from './startable';
import { StoreError, storageKey, storedValue, type VariableValue } from './variables';
import type { WebhookCall } from './webhook';

/** What is known of the cluster around the hubs. */
export interface LoopOptions extends Sources {
  /** How many actions of automations may follow from each other, the event hub's `HOP_LIMIT`. @default 2 */
  readonly hopLimit?: number;
  /** When it begins. @default the beginning of 2024 */
  readonly start?: Date;
}

/** What followed from one thing that happened. */
export interface LoopRun {
  /** The automations that ran, in this order. */
  readonly automations: readonly string[];
  /** What they did to variables, in this order; what people or replays set comes first. */
  readonly changes: readonly VariableChange[];
  /** The requests that they made, in this order. */
  readonly webhooks: readonly WebhookCall[];
  /** The replays that they deployed and cleaned up. */
  readonly replays: readonly ReplayChange[];
  /** The names of the collectors that the MDAI operator restarted, because their environment changed. */
  readonly restarted: readonly string[];
  /** All events, in the order in which they were handled. */
  readonly events: readonly HandledEvent[];
  /** What did not happen, and why: alerts that nobody hears of, actions that fail, collectors that do not start. */
  readonly stopped: readonly string[];
  /** What another order would have changed; absent where there is no such thing. */
  readonly ambiguity?: Ambiguity;
  /** What the hub's history says of it. */
  readonly audit: readonly AuditEntry[];
}

/** What happens between two calls. */
const minute = 60_000;

const beginning = new Date('2024-01-01T00:00:00Z');

/** The loop of the hubs of a model, without a cluster: from alerts and requests to the environment of collectors. */
export class HubLoop {
  /** Everything that was called, in this order. */
  readonly webhooks: WebhookCall[] = [];
  /** The hubs' history. */
  readonly audit: AuditEntry[] = [];
  readonly ambiguities: Ambiguity[] = [];
  private readonly setting: Setting;
  private readonly environments = new Map<string, HubEnvironment>();
  private readonly active = new Map<string, ActiveAlert>();
  /** When the gateway last heard of a change of an alert, by fingerprint. */
  private readonly heard = new Map<string, number>();
  private world: World = { variables: new Map(), replays: new Map() };
  private clock: number;
  private count = 0;

  constructor(
    private readonly model: Model,
    { hopLimit = defaultHopLimit, start = beginning, ...sources }: LoopOptions = {},
  ) {
    this.setting = { hubs: model.hubs, hopLimit, sources };
    this.clock = start.getTime();
    for (const hub of this.setting.hubs) this.environments.set(hub.name, environmentOf(hub, this.world.variables));
  }

  get now(): Date {
    return new Date(this.clock);
  }

  /** The replays that exist. */
  get replays(): readonly ReplayModel[] {
    return [...this.world.replays.values()];
  }

  /** Lets time pass. */
  advance(milliseconds: number): void {
    this.clock += milliseconds;
  }

  /** An alert begins to fire, or goes on: then it is told of again. */
  fire(hubName: string | undefined, name: string, series: Readonly<Record<string, string>>, value: number): LoopRun {
    const [hub, alert] = memberOf(this.setting.hubs, hubName, 'alert', name, ({ alerts }) => alerts);
    this.clock += minute;
    const given = activeAlert(this.model, hub, alert, series, value, this.now);
    const key = activeKey(given);
    const firing = { ...given, startsAt: this.active.get(key)?.startsAt ?? given.startsAt };
    this.active.set(key, firing);
    return this.tell(firing, 'firing', firing.startsAt);
  }

  /** An alert that fires stops. */
  resolve(hubName: string | undefined, name: string, series: Readonly<Record<string, string>>): LoopRun {
    const [hub, alert] = memberOf(this.setting.hubs, hubName, 'alert', name, ({ alerts }) => alerts);
    const key = activeKey(activeAlert(this.model, hub, alert, series, 0, this.now));
    const firing = this.active.get(key);
    if (firing === undefined) {
      throw new MdaiError(
        `The alert "${name}" does not fire with the labels ${JSON.stringify(series)}. Let it fire first.`,
      );
    }
    this.clock += minute;
    this.active.delete(key);
    return this.tell(firing, 'resolved', this.now);
  }

  /** Somebody sets a manual variable through the gateway. */
  request(hubName: string | undefined, name: string, request: VariableRequest): LoopRun {
    const [hub, variable] = this.variable(hubName, name);
    const { event, part } = requestEvent(
      hub,
      variable,
      request,
      `event-${this.count + 1}`,
      new Date(this.clock + minute),
    );
    this.count++;
    this.clock += minute;
    return this.happen(event, { hub, parts: [part] });
  }

  /** A replay reports to the gateway that it is done. */
  finishReplay(name: string, status: 'completed' | 'failed'): LoopRun {
    const replay = this.replays.find((one) => one.name === name);
    if (replay === undefined) {
      const known = this.replays.map((one) => one.name).join(', ') || 'none';
      throw new MdaiError(`There is no replay "${name}". There are: ${known}.`);
    }
    const hub = hubNamed(this.setting.hubs, replay.hubName);
    this.clock += minute;
    const { event, part } = replayEvent(hub, replay.statusVariable, name, status, this.nextId(), this.now);
    return this.happen(event, { hub, parts: [part] });
  }

  /** The value of a variable; `undefined` where it was never set. */
  value(hubName: string | undefined, name: string): VariableValue {
    const [hub, { key }] = this.variable(hubName, name);
    return storedValue(this.world.variables, storageKey(hub.name, key));
  }

  /** What a collector gets of its hub in its environment. */
  environment(collector: CollectorModel): HubEnvironment {
    const { hub, envFrom } = collector;
    const reads =
      hub !== undefined && envFrom.some(({ kind, name }) => kind === 'configMap' && name === variablesConfigMap(hub));
    return (reads && this.environments.get(hub)) || {};
  }

  /** The collectors of the model with the environment that they have now. */
  get collectors(): readonly CollectorModel[] {
    return this.model.collectors.map((collector) => {
      const given = Object.entries(this.environment(collector)).map(
        ([name, value]) => [name, { kind: 'value', value }] as const,
      );
      // What a container sets itself stands before what it takes from a ConfigMap.
      return given.length === 0 ? collector : { ...collector, env: { ...Object.fromEntries(given), ...collector.env } };
    });
  }

  private variable(hubName: string | undefined, name: string) {
    return memberOf(this.setting.hubs, hubName, 'variable', name, ({ variables }) => variables);
  }

  /** Tells the gateway of an alert. */
  private tell(alert: ActiveAlert, status: 'firing' | 'resolved', changed: Date): LoopRun {
    const event = alertEvent(alert, status, changed, this.nextId());
    const lost = undelivered(this.model, alert, status, this.now);
    if (lost !== undefined) return nothing(event, lost);
    const before = this.heard.get(alert.fingerprint);
    if (before !== undefined && changed.getTime() <= before) {
      return nothing(event, 'the gateway was told of this already, and skips it');
    }
    this.heard.set(alert.fingerprint, changed.getTime());
    return this.happen(event);
  }

  private happen(event: HubEvent, request?: Request): LoopRun {
    const ambiguity = ambiguityOf(this.setting, this.world, event, request);
    const { world, audit, ...run } = runEvent(this.setting, this.world, event, request);
    this.world = world;
    const restarts = this.reconcile();
    const entries = [publishedAudit(event), ...audit, ...restarts.audit];
    this.audit.push(...entries);
    this.webhooks.push(...run.webhooks);
    if (ambiguity) this.ambiguities.push(ambiguity);
    return {
      ...run,
      audit: entries,
      automations: run.events.flatMap(({ automations }) => automations),
      restarted: restarts.collectors,
      stopped: [...stoppedIn(run.events), ...restarts.problems],
      ...(ambiguity && { ambiguity }),
    };
  }

  /** The MDAI operator writes the environment of collectors anew, and restarts those of which it changed. */
  private reconcile() {
    const collectors: string[] = [];
    const audit: AuditEntry[] = [];
    const problems: string[] = [];
    for (const hub of this.setting.hubs) {
      const before = this.environments.get(hub.name) ?? {};
      const after = this.environmentOf(hub, problems) ?? before;
      if (sameEntries(before, after)) continue;
      this.environments.set(hub.name, after);
      for (const collector of this.model.collectors.filter((one) => one.hub === hub.name)) {
        collectors.push(collector.name);
        const problem = unstartable(collector, this.environment(collector));
        if (problem !== undefined) problems.push(problem);
        audit.push(restartAudit(hub.name, this.now, after));
      }
    }
    return { collectors, audit, problems };
  }

  private environmentOf(hub: HubModel, problems: string[]): HubEnvironment | undefined {
    try {
      return environmentOf(hub, this.world.variables);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      problems.push(
        `the MDAI operator cannot read the variables of ${hub.name}, and collectors keep what they have: ${error.message}`,
      );
      return undefined;
    }
  }

  private nextId(): string {
    this.count++;
    return `event-${this.count}`;
  }
}

function activeKey({ hub, fingerprint }: ActiveAlert): string {
  return `${hub.path} ${fingerprint}`;
}

function nothing({ name, subject, depth, payload }: HubEvent, why: string): LoopRun {
  const events = [{ name, subject, depth, payload, automations: [], stopped: why }];
  return {
    events,
    changes: [],
    webhooks: [],
    replays: [],
    audit: [],
    automations: [],
    restarted: [],
    stopped: stoppedIn(events),
  };
}

function stoppedIn(events: readonly HandledEvent[]): readonly string[] {
  return events.flatMap(({ name, stopped }) => (stopped === undefined ? [] : [`${name}: ${stopped}`]));
}

function sameEntries(one: HubEnvironment, other: HubEnvironment): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
