import { mayFail } from '../analysis/conditions/may-fail';
import { Connector, Exporter, Processor, type Source } from '../catalog/component';
import { type Target, Through } from '../catalog/target';
import { Pipeline, type PipelineProps, subId } from '../collector/pipeline';
import type { Release } from '../model/release';
import type { ExplainedRow } from '../model/route';
import { attributeName } from './attribute-name';
import { cheapestFirst } from './cheapest';
import type { RoutedSignal } from './contexts';
import { dropsAhead } from './drops';
import { merged } from './merge';
import { nameOfTargets, namePart } from './names';
import type { Outcome } from './outcome';
import type { PlannedRule } from './planned';
import { tableRange } from './range';
import { filtersByContext, knowsCopy, knowsOtelcol, toleratesErrors } from './releases';
import { requestCondition } from './request';
import type { Route } from './route';
import { type Row, rowOf } from './row';
import { runAt } from './run';
import { samplers } from './sample';
import { conditionText, distinct, rowConfig, type TableRow } from './table-row';
import { type TreeNode, treeOf } from './tree';

/** The pipelines that a route becomes, the one that telemetry enters first. */
export interface ExpandedRoute {
  readonly pipelines: readonly Pipeline<string>[];
  readonly rows: readonly ExplainedRow[];
  readonly discards: Readonly<Record<string, string>>;
  /** The ids that a rule’s pipeline and another of the route would have. */
  readonly taken: readonly string[];
}

/** Turns the rules of a route into pipelines with filters and routing connectors between them. */
export function expandRoute(route: Route<string>, rules: readonly PlannedRule[], release: Release): ExpandedRoute {
  return new Expansion(route, release).run(rules);
}

const conditionsField = {
  logs: 'log_conditions',
  traces: 'trace_conditions',
  metrics: 'metric_conditions',
} as const satisfies Record<RoutedSignal, string>;

/** What is dropped ends here, where the collector's own metrics count it. */
const nowhere = new Exporter('exporter', 'nop', undefined, {});

/** What a pipeline is for: a rule, what several rules share, a table, or what is left. */
type Purpose = 'rule' | 'shared' | 'table' | 'otherwise' | 'uncopied';

interface Sub {
  readonly props: Pick<PipelineProps<string>, 'processors' | 'to'>;
  readonly purpose: Purpose;
}

class Expansion {
  private readonly pipelines = new Map<string, Sub>();
  private readonly feeds = new Map<string, Source<string>[]>();
  private readonly rows: ExplainedRow[] = [];
  private readonly discards: Record<string, string> = {};
  private readonly taken = new Set<string>();
  private optimises = false;
  private readonly signal: RoutedSignal;
  /** What the names of this route's components begin with. */
  private readonly base: string;

  constructor(
    private readonly route: Route<string>,
    private readonly release: Release,
  ) {
    this.signal = route.parsed.signal as RoutedSignal;
    this.base = route.pipelineId.replace('/', '.');
  }

  run(rules: readonly PlannedRule[]): ExpandedRoute {
    const all = rules.map((rule) => rowOf(rule, this.signal));
    this.optimises = this.mayOptimise(all);
    const early = this.dropsEarly(all);
    const rest = all.slice(early.length);
    const filters = early.map((row) => this.filter(row));
    const targets = this.build(this.optimises ? merged(rest, this.signal) : rest, this.base);
    this.outcome('otherwise', 'otherwise', this.route.declaration.otherwise);
    const subs = [...this.pipelines].map(
      ([id, { props }]) => new Pipeline(this.route.owner, id, { from: this.feeds.get(id) ?? [], ...props }),
    );
    return {
      pipelines: [this.route.leading(filters, targets), ...subs],
      rows: this.rows,
      discards: this.discards,
      taken: [...this.taken],
    };
  }

  /** What telemetry is sent to so that it meets these rows, and `otherwise` behind them. */
  private build(rows: readonly Row[], name: string): readonly Target<string>[] {
    const [first] = rows;
    if (!first) return [this.forward(name, this.id('otherwise'))];
    const cut = rows.findIndex((_, i) => this.copiesBeside(rows[i]) || this.runAt(rows.slice(i)) !== undefined);
    if (cut !== 0) {
      const own = cut === -1 ? rows : rows.slice(0, cut);
      return [
        this.table(
          name,
          own.map((row) => this.tableRow(row)),
          this.behind(rows.slice(own.length)),
        ),
      ];
    }
    const run = this.runAt(rows);
    if (run) {
      const node = treeOf(rows.slice(0, run.length), run.path);
      return [this.tree(name, node, run.path, this.behind(rows.slice(run.length)))];
    }
    // The copy gets a table beside those that the record itself goes to.
    const rest = this.pipeline('uncopied', 'uncopied', { to: [nowhere] });
    const copy = this.table(name, [{ ...this.tableRow(first), action: 'move' }], rest);
    return [copy, ...this.build(rows.slice(1), this.nameBehind(first))];
  }

  /** Whether a row sends copies that the release's routing connector cannot make. */
  private copiesBeside(row: Row | undefined): boolean {
    return row?.rules[0]?.copies === true && !knowsCopy(this.release);
  }

  /** Rules that drop get a filter where they would need a table of their own otherwise; as rows among others they cost less. */
  private dropsEarly(rows: readonly Row[]): readonly Row[] {
    if (!this.optimises || !filtersByContext(this.release)) return [];
    const drops = dropsAhead(rows);
    return this.runAt(rows.slice(drops.length)) ? drops : [];
  }

  private runAt(rows: readonly Row[]) {
    return this.optimises ? runAt(rows) : undefined;
  }

  /** Where an error is more than a record that is not taken, rows that may raise one mean something else elsewhere. */
  private mayOptimise(rows: readonly Row[]): boolean {
    if (!this.route.declaration.optimise) return false;
    return toleratesErrors(this.release) || rows.every(({ tree }) => mayFail(tree) === 'no');
  }

  /** The pipeline that gets what a table leaves: the id of the one with the next rows, or of `otherwise`. */
  private behind(rows: readonly Row[]): string {
    const [first] = rows;
    if (!first) return this.id('otherwise');
    const name = `at.${first.rules[0]?.name}`;
    return this.pipeline(name, 'table', { to: this.build(rows, `${this.base}.${name}`) });
  }

  private nameBehind(row: Row): string {
    return `${this.base}.behind.${row.rules[0]?.name}`;
  }

  /** The tables that divide rows by the texts of an attribute. */
  private tree(name: string, node: TreeNode, path: string, otherwise: string): Connector<string, string> {
    if (node.kind === 'leaf')
      return this.table(
        name,
        node.rows.map((row) => this.tableRow(row)),
        otherwise,
      );
    const part = (child: TreeNode) =>
      [namePart(attributeName(path)), ...(child.level > 0 ? [`${child.level}`] : []), namePart(child.first)].join('.');
    const rows = node.children.map(
      (child, i): TableRow => ({
        rules: [],
        ...tableRange(path, child.first, node.children[i + 1]?.first),
        action: 'move',
        pipeline: this.id(part(child)),
      }),
    );
    const table = this.table(name, rows, otherwise);
    for (const child of node.children) {
      this.pipeline(part(child), 'table', { to: [this.tree(`${this.base}.${part(child)}`, child, path, otherwise)] });
    }
    return table;
  }

  private table(name: string, given: readonly TableRow[], otherwise: string): Connector<string, string> {
    const rows = distinct(given);
    const table = new Connector<string, string>('connector', 'routing', name, {
      error_mode: 'ignore',
      table: rows.map(rowConfig),
      default_pipelines: [otherwise],
    });
    for (const row of rows) this.rows.push(this.explained(table.id, row));
    for (const id of [...rows.map(({ pipeline }) => pipeline), otherwise]) this.feed(id, table);
    return table;
  }

  private tableRow(row: Row): TableRow {
    const [first] = row.rules as readonly [PlannedRule, ...PlannedRule[]];
    const request = row.context === 'otelcol' && !knowsOtelcol(this.release) ? requestCondition(row.tree) : undefined;
    return {
      rules: row.rules,
      context: request === undefined ? row.context : 'request',
      condition: request ?? conditionOf(this.optimises ? cheapestFirst(row) : row),
      action: first.copies ? 'copy' : 'move',
      pipeline: row.rules.length === 1 ? this.outcome(first.name, 'rule', first.outcome) : this.shared(first.outcome),
    };
  }

  /** A pipeline that several rules lead to. */
  private shared(outcome: Outcome<string>): string {
    const name = outcome.to && nameOfTargets(outcome.to);
    if (name === undefined) throw new Error('only plain targets are shared');
    return this.outcome(name, 'shared', outcome);
  }

  /** The pipeline in which an outcome happens. */
  private outcome(name: string, purpose: Purpose, outcome: Outcome<string>): string {
    if (outcome.drop) {
      const id = this.pipeline(name, purpose, { to: [nowhere] });
      this.discards[id] = name;
      return id;
    }
    const { processors = [], sample } = outcome;
    const sampling = sample ? samplers(this.signal, `${this.base}.${name}`, sample) : [];
    const [behind, to] = flattened(outcome.to);
    return this.pipeline(name, purpose, { processors: [...sampling, ...processors, ...behind], to });
  }

  private filter(row: Row): Processor<string> {
    const [{ name }] = row.rules as readonly [PlannedRule];
    const condition = conditionOf(row);
    const filter = new Processor('processor', 'filter', `${this.base}.${name}`, {
      error_mode: 'ignore',
      [conditionsField[this.signal]]: [{ context: row.context, conditions: [condition] }],
    });
    const { context } = row;
    this.rows.push(this.explained(filter.id, { rules: row.rules, context, condition, action: 'move' }));
    return filter;
  }

  private forward(name: string, pipeline: string): Connector<string, string> {
    const forward = new Connector<string, string>('connector', 'forward', name, {});
    this.feed(pipeline, forward);
    return forward;
  }

  private explained(component: string, row: Omit<TableRow, 'pipeline'> | TableRow): ExplainedRow {
    const { rules, context, action } = row;
    const pipelines = 'pipeline' in row ? [row.pipeline] : [];
    const dropped = rules.length > 0 && rules.every(({ outcome }) => outcome.drop);
    return {
      rules: rules.map(({ name }) => name),
      component,
      context,
      condition: conditionText(row.condition),
      action: dropped ? 'drop' : action,
      pipelines,
    };
  }

  private id(name: string): string {
    return subId(this.route, name);
  }

  /** Notes a pipeline, which several tables may lead to; returns its id. */
  private pipeline(name: string, purpose: Purpose, props: Sub['props']): string {
    const id = this.id(name);
    const known = this.pipelines.get(id);
    if (known === undefined) this.pipelines.set(id, { props, purpose });
    else if (known.purpose !== purpose) this.taken.add(id);
    return id;
  }

  private feed(pipeline: string, source: Connector<string, string>): void {
    const sources = this.feeds.get(pipeline) ?? [];
    this.feeds.set(pipeline, sources);
    if (!sources.includes(source)) sources.push(source);
  }
}

function conditionOf({ when }: Row): TableRow['condition'] {
  return when === 'always' ? 'true' : when;
}

/** What happens before targets, where there is one target alone: that needs no pipeline of its own. */
function flattened(
  to: readonly Target<string>[],
): readonly [processors: readonly Processor<string>[], to: readonly Target<string>[]] {
  const [only] = to;
  if (!(only instanceof Through) || to.length > 1) return [[], to];
  const [behind, last] = flattened([only.target]);
  return [[...only.processors, ...behind], last];
}
