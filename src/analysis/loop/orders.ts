import type { HubModel } from '../../model/hub';
import { compareText } from '../../ottl/evaluate/utf8';
import { runCommand, type World } from './command';
import type { HubEvent } from './event';
import { CommandFailure } from './failure';
import { type Part, reactionOf } from './match';
import type { Request, Setting } from './run';
import { storedValue, type VariableValue } from './variables';

/** Something that depends on an order that the event hub does not promise. */
export interface Ambiguity {
  /** The event that it follows from. */
  readonly event: string;
  /** The automations that take part, in alphabetical order. */
  readonly automations: readonly string[];
  /** What differs, each with everything that it can be. */
  readonly differs: readonly Difference[];
  /** Whether all orders were tried; there may be more differences where they were not. */
  readonly complete: boolean;
}

/** A variable, or what was done, and everything that it can be. */
export interface Difference {
  /** `<hub>/<variable>`, `webhooks` or `replays`. */
  readonly of: string;
  readonly outcomes: readonly VariableValue[];
}

/** Something that is being done: the rest of an automation, and the automations of the same event that come after it. */
interface Task {
  readonly event: HubEvent;
  readonly hub: HubModel;
  readonly part?: Part;
  readonly next: number;
  readonly waiting: readonly Part[];
}

interface State {
  readonly world: World;
  readonly queue: readonly HubEvent[];
  readonly tasks: readonly Task[];
  /** The automations of the requests that were sent. */
  readonly calls: readonly string[];
}

interface Outcome {
  readonly world: World;
  readonly calls: readonly string[];
}

/** More states than these are not looked at. */
const mostStates = 4000;

/**
 * Whether what follows from an event depends on what the event hub does not promise: the order of the automations of one
 * event, and which of several events it handles first, or while another automation is not done yet.
 */
export function ambiguityOf(setting: Setting, world: World, event: HubEvent, request?: Request): Ambiguity | undefined {
  const search = new Search(setting);
  search.explore({ world, queue: [], calls: [], tasks: search.begin(event, request) });
  const { outcomes, automations, complete } = search;
  const differs = differences([...outcomes.values()]);
  if (differs.length === 0 && complete) return undefined;
  return { event: event.name, automations: [...automations].sort(), differs, complete };
}

class Search {
  readonly outcomes = new Map<string, Outcome>();
  readonly automations = new Set<string>();
  complete = true;
  private readonly seen = new Set<string>();

  constructor(private readonly setting: Setting) {}

  /** What an event sets off; nothing where no automation begins with it. */
  begin(event: HubEvent, request?: Request): readonly Task[] {
    if (request) return [{ event, hub: request.hub, next: 0, waiting: request.parts }];
    const reaction = reactionOf(this.setting.hubs, event, this.setting.hopLimit);
    return reaction.kind === 'runs' ? [{ event, hub: reaction.hub, next: 0, waiting: reaction.parts }] : [];
  }

  explore(start: State): void {
    const open = [start];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (this.seen.size === mostStates) {
        this.complete = false;
        return;
      }
      const key = keyOf(state);
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      const next = [...this.moves(state)];
      if (next.length === 0) this.outcomes.set(outcomeKey(state), state);
      open.push(...next);
    }
  }

  private *moves(state: State): Generator<State> {
    const busy = new Set(state.tasks.map(({ event }) => event.subject));
    for (const [i, event] of state.queue.entries()) {
      // Events of one subject are handled one after the other.
      if (busy.has(event.subject)) continue;
      busy.add(event.subject);
      yield { ...state, queue: state.queue.toSpliced(i, 1), tasks: [...state.tasks, ...this.begin(event)] };
    }
    for (const [i, task] of state.tasks.entries()) {
      if (task.part !== undefined) yield this.step(state, i, task.part, task);
      else
        for (const [j, part] of task.waiting.entries()) {
          yield this.step(state, i, part, { ...task, next: 0, waiting: task.waiting.toSpliced(j, 1) });
        }
    }
  }

  /** Runs the next action of a task. */
  private step(state: State, at: number, part: Part, task: Task): State {
    if (part.automation !== '') this.automations.add(part.automation);
    const others = state.tasks.toSpliced(at, 1);
    const action = part.actions[task.next];
    if (action === undefined) return { ...state, tasks: [...others, ...rest(task)] };
    const command = { hub: task.hub, event: task.event, automation: part.automation, index: task.next, action };
    try {
      const { world, emitted, call } = runCommand(command, state.world, this.setting.sources);
      const isLast = task.next + 1 === part.actions.length;
      return {
        world,
        queue: emitted && this.begin(emitted).length > 0 ? [...state.queue, emitted] : state.queue,
        tasks: [...others, ...(isLast ? rest(task) : [{ ...task, part, next: task.next + 1 }])],
        calls: call ? [...state.calls, part.automation].sort() : state.calls,
      };
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      return { ...state, tasks: others };
    }
  }
}

function rest({ part: _, ...task }: Task): readonly Task[] {
  return task.waiting.length === 0 ? [] : [{ ...task, next: 0 }];
}

function differences(outcomes: readonly Outcome[]): Difference[] {
  const variables = new Set(outcomes.flatMap(({ world }) => [...world.variables.keys()]));
  return [
    ...[...variables].sort().map((of) => ({
      of,
      outcomes: distinct(outcomes.map(({ world }) => unordered(storedValue(world.variables, of)))),
    })),
    { of: 'webhooks', outcomes: distinct(outcomes.map(({ calls }) => calls)) },
    { of: 'replays', outcomes: distinct(outcomes.map(({ world }) => [...world.replays.keys()].sort())) },
  ].filter((difference) => difference.outcomes.length > 1);
}

function distinct(values: readonly VariableValue[]): readonly VariableValue[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value) ?? '', value]));
  return [...byText].sort(([one], [other]) => compareText(one, other)).map(([, value]) => value);
}

/** The members of a set have no order, and neither have the entries of a map. */
function unordered(value: VariableValue): VariableValue {
  if (value === undefined || typeof value === 'string') return value;
  if (Array.isArray(value)) return [...(value as readonly string[])].sort();
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => compareText(one, other)));
}

function outcomeKey({ world, calls }: Outcome): string {
  const variables = [...world.variables.keys()]
    .sort()
    .map((key) => [key, unordered(storedValue(world.variables, key))]);
  return JSON.stringify([variables, [...world.replays.keys()].sort(), calls]);
}

function keyOf({ world, queue, tasks, calls }: State): string {
  const events = queue.map(({ subject, payload, depth }) => `${subject} ${depth} ${payload}`);
  const running = tasks.map(({ event, part, next, waiting }) =>
    JSON.stringify([
      event.subject,
      event.depth,
      event.payload,
      part?.automation,
      next,
      waiting.map((one) => one.automation).sort(),
    ]),
  );
  return JSON.stringify([outcomeKey({ world, calls }), stableBySubject(events), running.sort()]);
}

/** Events of one subject keep their order, others have none. */
function stableBySubject(events: readonly string[]): string[] {
  const subjectOf = (event: string) => event.slice(0, event.indexOf(' '));
  return [...events].sort((one, other) => compareText(subjectOf(one), subjectOf(other)));
}
