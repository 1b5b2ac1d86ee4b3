import type { ConfigMap } from '../../../../model/config';
import { isAtLeast } from '../../../../model/release';
import type { Statement } from '../../../../ottl/ast';
import { Unsupported } from '../../../../ottl/evaluate/value';
import { type OttlNode, walk } from '../../../../ottl/walk';
import type { Call } from '../../consumer';
import { inferContext } from '../../infer';
import { mapsOf, textOf, textsOf } from '../../options';
import { conditionRule, type Rule, readStatement, statementRule } from '../../ottl';
import type { Setup } from '../../setup';
import { requestCondition } from './request';

/** A row of a routing table. */
export interface Row {
  /** Its position, from 0. */
  readonly index: number;
  readonly context: string;
  readonly copies: boolean;
  /** The condition or statement, as it is written. */
  readonly text: string;
  readonly pipelines: readonly string[];
  /** What decides on a whole batch, by its request. */
  readonly ofRequest?: (call: Call) => boolean;
  readonly rule: Rule;
}

// Until then a row without a context was one for resources.
const infersSince = '0.159.0';

const contexts = ['resource', 'log', 'span', 'metric', 'datapoint', 'otelcol'];

/** The rows that count: one that repeats an earlier one is ignored, and so are its pipelines. */
export function readTable(setup: Setup): Row[] {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of mapsOf(setup.config, 'table').entries()) {
    const { key, ...row } = readRow(setup, entry, index);
    if (seen.has(key)) continue;
    seen.add(key);
    rows.push(row);
  }
  return rows;
}

function readRow(setup: Setup, entry: ConfigMap, index: number): Row & { readonly key: string } {
  const condition = textOf(entry, 'condition') ?? '';
  const written = textOf(entry, 'context') ?? '';
  const common = {
    index,
    copies: textOf(entry, 'action') === 'copy',
    text: condition || (textOf(entry, 'statement') ?? ''),
    pipelines: textsOf(entry, 'pipelines'),
  };
  if (written === 'request') return { ...common, ...requestRow(condition), key: `[request] ${condition}` };
  const statement = condition === '' ? common.text : `route() where ${condition}`;
  const tree = readStatement(setup, statement);
  const context = contextOf(setup, written, tree);
  return {
    ...common,
    context,
    rule: ruleOf(setup, common.text, context, tree),
    key: `[${context}] ${prefixed(statement, context, tree)}`,
  };
}

function requestRow(condition: string) {
  return { context: 'request', ofRequest: requestCondition(condition), rule: { text: condition, run: () => false } };
}

function contextOf({ collector }: Setup, written: string, tree: Statement): string {
  if (written !== '') return written;
  if (!isAtLeast(collector.release, infersSince)) return 'resource';
  // Paths without a context mean those of a resource; the collector tries that where it cannot infer one.
  if (unprefixed(tree).length > 0) return 'resource';
  const field = { release: collector.release, functions: 'routing', candidates: contexts };
  return inferContext([tree], field) ?? 'resource';
}

/** `route()` does nothing: what counts is whether its condition holds. Other editors change the record, too. */
function ruleOf(setup: Setup, text: string, context: string, tree: Statement): Rule {
  const { editor, where } = tree;
  if (editor.kind === 'opaque') throw new Unsupported(`${JSON.stringify(text)} is a variable`);
  if (editor.name !== 'route') return statementRule(setup, text, context, tree);
  return conditionRule(setup, text, context, where ?? { kind: 'constant', value: true });
}

/** The text with the context in front of each path that has none: the same for rows that mean the same. */
function prefixed(text: string, context: string, tree: Statement): string {
  let result = text;
  for (const start of unprefixed(tree).sort((a, b) => b - a)) {
    result = `${result.slice(0, start)}${context}.${result.slice(start)}`;
  }
  return result;
}

function unprefixed(tree: OttlNode): number[] {
  const starts: number[] = [];
  walk(tree, (node) => {
    if (node.kind === 'path' && node.context === undefined && node.range) starts.push(node.range.start);
  });
  return starts;
}
