import { type ConditionContext, pathsOf, qualified } from '../analysis/conditions/contexts';
import { type ConfigMap, isConfigMap } from '../model/config';
import type { Keys } from '../model/keys';
import { isReference, isWholeReference } from '../model/reference';
import { isAtLeast, type Release } from '../model/release';
import type { Signal } from '../model/signal';
import type { BooleanExpression } from '../ottl/ast';
import { parseCondition, parseStatement } from '../ottl/parser';
import { inferContext } from '../ottl/types/infer';
import type { CollectorView, ComponentView, PipelineView } from '../view/view';
import { connectorUses } from './connector-use';

/** What a row of a routing table is evaluated on; `request` has a small language of its own. */
export type RowContext = ConditionContext | 'request';

/** A row of a routing table. */
export interface RoutingRow {
  /** `table/0`, as the path of its issues goes on. */
  readonly name: string;
  readonly path: string;
  /** Where it stands in the configuration. */
  readonly keys: Keys;
  /** What the collector makes of it; absent where that is not known. */
  readonly context?: RowContext;
  /** The condition, its paths with their contexts; absent where it cannot be read. */
  readonly condition?: BooleanExpression;
  /** The condition as it stands there, or the statement. */
  readonly text?: string;
  /** Whether the statement changes what it looks at. */
  readonly edits: boolean;
  /** Whether what matches goes on to the next rows, too. */
  readonly copies: boolean;
  readonly pipelines: readonly string[];
}

/** A connector that routes, in pipelines. */
export interface RoutingTable {
  readonly connector: ComponentView;
  /** Pipelines that send to it. */
  readonly from: readonly PipelineView[];
  readonly signals: readonly Signal[];
  readonly rows: readonly RoutingRow[];
  /** False where rows, or the table, are read from elsewhere. */
  readonly known: boolean;
  /** Where goes what no row takes; absent where it is read from elsewhere. */
  readonly otherwise?: readonly string[];
}

/** The routing connectors that a collector's pipelines use. */
export function routingTables(view: CollectorView): readonly RoutingTable[] {
  const { release } = view.collector;
  return connectorUses(view)
    .filter(({ connector }) => (connector.facts?.type ?? connector.type) === 'routing')
    .map(({ connector, from }) => {
      const table = connector.config.table ?? [];
      const otherwise = connector.config.default_pipelines ?? [];
      const rows = Array.isArray(table) ? table : [];
      return {
        connector,
        from,
        signals: [...new Set(from.flatMap(({ signal }) => signal ?? []))],
        rows: rows.flatMap((row, i) => (isConfigMap(row) ? [rowOf(row, i, connector, release)] : [])),
        known: Array.isArray(table) && rows.every(isConfigMap),
        ...(Array.isArray(otherwise) && !otherwise.some(isReference) && { otherwise: otherwise.map(String) }),
      };
    });
}

function rowOf(row: ConfigMap, index: number, connector: ComponentView, release: Release): RoutingRow {
  const name = `table/${index}`;
  const written = typeof row.context === 'string' && !isReference(row.context) ? row.context : undefined;
  const isKnown = row.context === undefined || row.context === null || written !== undefined;
  const { tree, text, edits } = isKnown ? readRow(row, written, release) : { edits: true };
  const context = isKnown ? resolved(written ?? '', tree, release) : undefined;
  const plain = context === 'request' ? tree : tree && context && qualified(tree, context);
  return {
    name,
    path: `${connector.path}/${name}`,
    keys: ['connectors', connector.id, 'table', index],
    ...(context && { context }),
    ...(plain && { condition: plain }),
    ...(text !== undefined && { text }),
    edits,
    copies: row.action === 'copy',
    pipelines: Array.isArray(row.pipelines) ? row.pipelines.map(String) : [],
  };
}

interface ReadRow {
  readonly tree?: BooleanExpression;
  readonly text?: string;
  readonly edits: boolean;
}

function readRow(row: ConfigMap, context: string | undefined, release: Release): ReadRow {
  const { condition, statement } = row;
  if (typeof condition === 'string' && condition !== '') {
    // A comparison of its own, of which nothing else is known.
    if (context === 'request') return { tree: { kind: 'opaque', env: condition }, text: condition, edits: false };
    const text = `route() where ${condition}`;
    return isWholeReference(condition)
      ? { text, edits: false }
      : { tree: parseCondition(condition, { release }).tree, text, edits: false };
  }
  if (typeof statement !== 'string' || statement === '') return { edits: false };
  const { tree } = parseStatement(statement, { release });
  if (tree === undefined) return { text: statement, edits: true };
  return {
    tree: tree.where ?? { kind: 'constant', value: true },
    text: statement,
    edits: tree.editor.kind === 'opaque' || tree.editor.name !== 'route',
  };
}

/** The first release that finds the context by the paths; older ones take the resource. */
const infersSince = '0.159.0';

const candidates: readonly string[] = ['otelcol', 'resource', 'log', 'span', 'metric', 'datapoint'];
const contexts: ReadonlySet<string> = new Set([...candidates, 'request']);

function resolved(written: string, tree: BooleanExpression | undefined, release: Release): RowContext | undefined {
  if (written !== '') return contexts.has(written) ? (written as RowContext) : undefined;
  if (tree === undefined) return undefined;
  if (!isAtLeast(release, infersSince)) return 'resource';
  const paths = pathsOf(tree);
  // Where a path does not say what it is read from, the collector falls back to the resource.
  if (paths.length === 0 || paths.some(({ context }) => context === undefined)) return 'resource';
  return inferContext([tree], { release, functions: 'routing', candidates }).context as RowContext | undefined;
}

const contextsOf: Readonly<Record<Signal, readonly RowContext[]>> = {
  logs: ['log'],
  traces: ['span'],
  metrics: ['datapoint', 'metric'],
  profiles: [],
};

const shared: readonly RowContext[] = ['resource', 'otelcol', 'request'];

/** The contexts that rows can have in a pipeline of a signal; in others they match nothing. */
export function rowContexts(signal: Signal): readonly RowContext[] {
  return [...contextsOf[signal], ...shared];
}

/** Whether a row can match in all pipelines that send to its table. */
export function isEffective({ context }: RoutingRow, { signals }: RoutingTable): boolean {
  return context !== undefined && signals.every((signal) => rowContexts(signal).includes(context));
}
