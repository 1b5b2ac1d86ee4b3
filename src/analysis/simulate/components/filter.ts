import { isConfigMap } from '../../../model/config';
import { isAtLeast } from '../../../model/release';
import { OttlError, Unsupported } from '../../../ottl/evaluate/value';
import type { Batch, DataPoint, Metric, ResourceRecords, ScopeRecords, Span } from '../../../telemetry/data';
import { type Call, Refusal } from '../consumer';
import { contextsOf, inferContext } from '../infer';
import { asText, errorModeOf, listOf, mapOf, textOf, textsOf } from '../options';
import { conditionRule, type ErrorMode, firstTrue, type Rule, readCondition } from '../ottl';
import { Cursor } from '../place';
import { type ProcessorKind, type Setup, type Signal, tell } from '../setup';
import { countRecords, eachOriginIn, eachOriginOf, pointsOf, removeIf } from '../walk';

/** Conditions of which each drops what it is true for, by the context that they are evaluated in. */
interface Group {
  readonly mode: ErrorMode;
  readonly rules: Readonly<Record<string, readonly Rule[]>>;
}

const newField: Readonly<Record<Signal, string>> = {
  logs: 'log_conditions',
  traces: 'trace_conditions',
  metrics: 'metric_conditions',
};

/** The fields of the sections that conditions stood in before, with their contexts. */
const oldFields: Readonly<Record<Signal, Readonly<Record<string, string>>>> = {
  logs: { resource: 'resource', log_record: 'log' },
  traces: { resource: 'resource', span: 'span', spanevent: 'spanevent' },
  metrics: { resource: 'resource', metric: 'metric', datapoint: 'datapoint' },
};

// Until then an error of a condition was returned by default.
const ignoresSince = '0.159.0';

export const filter: ProcessorKind = {
  mutates: true,
  make(setup) {
    const groups = groupsOf(setup);
    if (groups.length === 0) return (batch) => batch;
    return (batch, call) => {
      const dropped = new Map<string, number>();
      const errors: OttlError[] = [];
      const before = countRecords(batch);
      for (const group of groups) new Run(setup, call, group, batch, dropped, errors).run();
      for (const [condition, count] of dropped) {
        call.sink.drop?.({ collector: setup.collector.path, by: setup.id, condition, count });
      }
      const [error] = errors;
      if (batch.resources.length === 0) return undefined;
      if (error !== undefined) {
        const fault = { collector: setup.collector.path, by: setup.id, message: error.message, count: before };
        throw new Refusal([fault]);
      }
      return batch;
    };
  },
};

function groupsOf(setup: Setup): Group[] {
  const { config, signal, collector } = setup;
  const mode = errorModeOf(config, isAtLeast(collector.release, ignoresSince) ? 'ignore' : 'propagate');
  const entries = listOf(config, newField[signal]);
  if (entries.length > 0) {
    const texts = entries.filter((entry) => !isConfigMap(entry)).map((entry) => asText(entry, newField[signal]));
    const groups = entries.filter(isConfigMap).map((entry) => {
      const context = textOf(entry, 'context')?.toLowerCase();
      return { mode: errorModeOf(entry, mode), rules: rulesOf(setup, textsOf(entry, 'conditions'), context) };
    });
    return texts.length === 0 ? groups : [...groups, { mode, rules: rulesOf(setup, texts, undefined) }];
  }
  if (signal === 'traces' && (config.spans ?? null) !== null) throw new Unsupported('"spans" is not simulated');
  const section = mapOf(config, signal);
  if (section === undefined) return [];
  for (const key of ['include', 'exclude']) {
    if ((section[key] ?? null) !== null) throw new Unsupported(`"${signal}.${key}" is not simulated`);
  }
  const rules: Record<string, Rule[]> = {};
  for (const [field, context] of Object.entries(oldFields[signal])) {
    const texts = textsOf(section, field);
    if (texts.length > 0) rules[context] = texts.map((text) => conditionRule(setup, text, context));
  }
  return Object.keys(rules).length === 0 ? [] : [{ mode, rules }];
}

function rulesOf(setup: Setup, texts: readonly string[], context: string | undefined): Record<string, Rule[]> {
  const rules: Record<string, Rule[]> = {};
  const field = { release: setup.collector.release, functions: 'conditions', candidates: contextsOf[setup.signal] };
  for (const text of texts) {
    const tree = readCondition(setup, text);
    const own = context ?? inferContext([tree], field);
    if (own === undefined)
      throw new Unsupported(`the collector refuses ${JSON.stringify(text)}: no path names a context`);
    rules[own] ??= [];
    rules[own].push(conditionRule(setup, text, own, tree));
  }
  return rules;
}

/** One group over one batch: what contains records first, so that what was dropped is not looked into. */
class Run {
  private readonly cursor: Cursor;

  constructor(
    private readonly setup: Setup,
    private readonly call: Call,
    private readonly group: Group,
    private readonly batch: Batch,
    private readonly dropped: Map<string, number>,
    private readonly errors: OttlError[],
  ) {
    this.cursor = new Cursor(call);
  }

  run(): void {
    removeIf<ResourceRecords<unknown>>(this.batch.resources, (resource) => {
      this.cursor.resource = resource;
      const verdict = this.judge('resource', (visit) => eachOriginIn(this.batch.signal, resource, visit));
      if (verdict !== 'pass') return verdict === 'drop';
      if (this.has('scope', 'log', 'span', 'spanevent', 'metric', 'datapoint')) {
        removeIf(resource.scopes, (scope) => this.scope(scope));
      }
      return resource.scopes.length === 0;
    });
  }

  private scope(scope: ScopeRecords<unknown>): boolean {
    const { signal } = this.batch;
    this.cursor.scope = scope;
    const verdict = this.judge('scope', (visit) => {
      for (const record of scope.records) eachOriginOf(signal, record, visit);
    });
    if (verdict !== 'pass') return verdict === 'drop';
    if (this.has('log', 'span', 'spanevent', 'metric', 'datapoint'))
      removeIf(scope.records, (record) => this.record(record));
    return scope.records.length === 0;
  }

  private record(record: unknown): boolean {
    const { signal } = this.batch;
    const own = ({ logs: 'log', traces: 'span', metrics: 'metric' } as const)[signal];
    this.cursor[own] = record as never;
    const verdict = this.judge(own, (visit) => eachOriginOf(signal, record, visit));
    if (verdict !== 'pass') return verdict === 'drop';
    if (signal === 'traces') this.events(record as Span);
    return signal === 'metrics' && this.points(record as Metric);
  }

  private events(span: Span): void {
    if (!this.has('spanevent')) return;
    removeIf(span.events, (event) => {
      this.cursor.spanevent = event;
      return this.judge('spanevent', () => undefined) === 'drop';
    });
  }

  private points(metric: Metric): boolean {
    if (!this.has('datapoint') || metric.data.kind === 'none') return false;
    const before = this.errors.length;
    removeIf<DataPoint>(metric.data.points, (point) => {
      this.cursor.datapoint = point;
      return this.judge('datapoint', (visit) => visit(point.origin)) === 'drop';
    });
    return this.errors.length === before && pointsOf(metric).length === 0;
  }

  private has(...contexts: readonly string[]): boolean {
    return contexts.some((context) => this.group.rules[context] !== undefined);
  }

  /** Whether what the cursor is at goes; an error that is returned keeps it, and what it contains is not looked at. */
  private judge(context: string, origins: (visit: (origin: number) => void) => void): 'pass' | 'drop' | 'error' {
    const rules = this.group.rules[context];
    if (rules === undefined) return 'pass';
    const { setup, call, group, cursor } = this;
    cursor.renew();
    const { visit } = call.sink;
    try {
      const matched = firstTrue(rules, group.mode, cursor, (condition, { message: error }) => {
        if (visit) origins((origin) => tell(setup, call, origin, { event: 'failed', condition, error }));
      });
      if (matched === undefined) return 'pass';
      let count = 0;
      origins((origin) => {
        count++;
        if (visit) tell(setup, call, origin, { event: 'dropped', condition: matched.text });
      });
      if (count > 0) this.dropped.set(matched.text, (this.dropped.get(matched.text) ?? 0) + count);
      return 'drop';
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      this.errors.push(error);
      return 'error';
    }
  }
}
