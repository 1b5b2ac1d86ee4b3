import type { HubModel } from '../../model/hub';
import { type AuditEntry, automationAudit } from './audit';
import { type ReplayChange, runCommand, type VariableChange, type World } from './command';
import type { HubEvent } from './event';
import { CommandFailure } from './failure';
import { type Part, reactionOf } from './match';
import type { Sources } from './sources';
import type { WebhookCall } from './webhook';

/** The hubs and what is around them. */
export interface Setting {
  readonly hubs: readonly HubModel[];
  readonly hopLimit: number;
  readonly sources: Sources;
}

/** An event, and what became of it. */
export interface HandledEvent {
  readonly name: string;
  readonly subject: string;
  /** How many actions of automations it follows from. */
  readonly depth: number;
  /** JSON. */
  readonly payload: string;
  /** The automations that began with it, in the order in which they ran here. */
  readonly automations: readonly string[];
  /** Why something did not happen. */
  readonly stopped?: string;
}

/** Everything that follows from an event. */
export interface Consequences {
  readonly world: World;
  readonly events: readonly HandledEvent[];
  /** In the order in which they happened. */
  readonly changes: readonly VariableChange[];
  readonly webhooks: readonly WebhookCall[];
  readonly replays: readonly ReplayChange[];
  readonly audit: readonly AuditEntry[];
}

/** What people or replays set, to be run with their event. */
export interface Request {
  readonly hub: HubModel;
  readonly parts: readonly Part[];
}

/**
 * Runs all that follows from an event: the automations of an event in the hub's order, and each event behind those that
 * were there before it.
 */
export function runEvent(setting: Setting, world: World, event: HubEvent, request?: Request): Consequences {
  const run = new Run(setting, world);
  run.handle(event, request);
  return run.consequences;
}

class Run {
  private readonly queue: HubEvent[] = [];
  private readonly events: HandledEvent[] = [];
  private readonly changes: VariableChange[] = [];
  private readonly webhooks: WebhookCall[] = [];
  private readonly replays: ReplayChange[] = [];
  private readonly audit: AuditEntry[] = [];

  constructor(
    private readonly setting: Setting,
    private world: World,
  ) {}

  get consequences(): Consequences {
    const { world, events, changes, webhooks, replays, audit } = this;
    return { world, events, changes, webhooks, replays, audit };
  }

  handle(first: HubEvent, request: Request | undefined): void {
    if (request) this.runParts(first, request.hub, request.parts);
    else this.react(first);
    for (let event = this.queue.shift(); event !== undefined; event = this.queue.shift()) this.react(event);
  }

  private react(event: HubEvent): void {
    const reaction = reactionOf(this.setting.hubs, event, this.setting.hopLimit);
    if (reaction.kind === 'runs') {
      this.runParts(event, reaction.hub, reaction.parts);
      return;
    }
    if (reaction.kind === 'unmatched') this.audit.push(automationAudit(event, '', true));
    this.record(event, [], reaction.kind === 'ignored' ? reaction.reason : undefined);
  }

  private runParts(event: HubEvent, hub: HubModel, parts: readonly Part[]): void {
    const ran: string[] = [];
    let stopped: string | undefined;
    for (const part of parts) {
      if (part.automation !== '') ran.push(part.automation);
      stopped = this.runPart(event, hub, part);
      if (part.automation !== '') this.audit.push(automationAudit(event, part.automation, stopped === undefined));
      if (stopped !== undefined) break;
    }
    this.record(event, ran, stopped);
  }

  /** Why it ended early; `undefined` where it did not. */
  private runPart(event: HubEvent, hub: HubModel, { automation, actions }: Part): string | undefined {
    for (const [index, action] of actions.entries()) {
      try {
        const done = runCommand({ hub, event, automation, index, action }, this.world, this.setting.sources);
        this.world = done.world;
        if (done.audit) this.audit.push(done.audit);
        if (done.change) this.changes.push(done.change);
        if (done.call) this.webhooks.push(done.call);
        if (done.replay) this.replays.push(done.replay);
        if (done.emitted) this.queue.push(done.emitted);
      } catch (error) {
        if (!(error instanceof CommandFailure)) throw error;
        const failed = automation === '' ? 'the request' : `action ${index + 1} of ${automation}`;
        return `${failed} failed, and nothing after it ran: ${error.message}`;
      }
    }
    return undefined;
  }

  private record({ name, subject, depth, payload }: HubEvent, automations: readonly string[], stopped?: string): void {
    this.events.push({ name, subject, depth, payload, automations, ...(stopped !== undefined && { stopped }) });
  }
}
