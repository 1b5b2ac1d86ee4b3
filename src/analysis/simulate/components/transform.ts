import { isConfigMap } from '../../../model/config';
import { isAtLeast } from '../../../model/release';

import { OttlError, Unsupported } from '../../../ottl/evaluate/value';
import type { Batch } from '../../../telemetry/data';
import { type Call, Refusal } from '../consumer';
import { contextsOf, inferContext } from '../infer';
import { asText, errorModeOf, flagOf, listOf, textOf, textsOf } from '../options';
import {
  conditionRule,
  type ErrorMode,
  firstTrue,
  type Rule,
  readCondition,
  readStatement,
  runAll,
  statementRule,
} from '../ottl';
import { Cursor, eachPlace, originsAt, type WalkedContext } from '../place';
import { type ProcessorKind, type Setup, type Signal, tell } from '../setup';
import { countRecords } from '../walk';

/** Statements that run together at each place of a context; all places before the next group. */
interface Group {
  readonly mode: ErrorMode;
  readonly context: WalkedContext;
  /** One of them is true, where there are any. */
  readonly conditions: readonly Rule[];
  readonly statements: readonly Rule[];
}

const fields: Readonly<Record<Signal, string>> = {
  logs: 'log_statements',
  traces: 'trace_statements',
  metrics: 'metric_statements',
};

// Until then an error of a statement was returned by default.
const ignoresSince = '0.159.0';

export const transform: ProcessorKind = {
  mutates: true,
  make(setup) {
    const groups = groupsOf(setup);
    return (batch, call) => {
      for (const group of groups) run(setup, call, group, batch);
      return batch;
    };
  },
};

function groupsOf(setup: Setup): Group[] {
  const { config, signal, collector } = setup;
  if (flagOf(config, 'flatten_data', false)) throw new Unsupported('flatten_data is not simulated');
  const mode = errorModeOf(config, isAtLeast(collector.release, ignoresSince) ? 'ignore' : 'propagate');
  const field = fields[signal];
  const entries = listOf(config, field);
  const texts = entries.filter((entry) => !isConfigMap(entry)).map((entry) => asText(entry, field));
  const groups = entries
    .filter(isConfigMap)
    .map((entry) =>
      groupOf(
        setup,
        textsOf(entry, 'statements'),
        textsOf(entry, 'conditions'),
        errorModeOf(entry, mode),
        textOf(entry, 'context')?.toLowerCase(),
      ),
    );
  return texts.length === 0 ? groups : [...groups, groupOf(setup, texts, [], mode, undefined)];
}

function groupOf(
  setup: Setup,
  statements: readonly string[],
  conditions: readonly string[],
  mode: ErrorMode,
  written: string | undefined,
): Group {
  const actions = statements.map((text) => ({ text, tree: readStatement(setup, text) }));
  const tests = conditions.map((text) => ({ text, tree: readCondition(setup, text) }));
  const field = { release: setup.collector.release, functions: 'transform', candidates: contextsOf[setup.signal] };
  const context =
    written ||
    inferContext(
      [...actions, ...tests].map(({ tree }) => tree),
      field,
    );
  if (context === undefined) {
    throw new Unsupported(`the collector refuses ${JSON.stringify(statements[0] ?? '')}: no path names a context`);
  }
  if (!contextsOf[setup.signal].includes(context))
    throw new Unsupported(`the context ${context} is not one of ${setup.signal} that is simulated`);
  return {
    mode,
    context: context as WalkedContext,
    conditions: tests.map(({ text, tree }) => conditionRule(setup, text, context, tree)),
    statements: actions.map(({ text, tree }) => statementRule(setup, text, context, tree)),
  };
}

/** Throws `Refusal` where an error is propagated: what was changed before stays changed, and goes nowhere. */
function run(setup: Setup, call: Call, group: Group, batch: Batch): void {
  const { context, conditions, statements, mode } = group;
  const cursor = new Cursor(call);
  const onError = (condition: string, { message: error }: OttlError) => {
    if (!call.sink.visit) return;
    originsAt(cursor, context, batch.signal, (origin) =>
      tell(setup, call, origin, { event: 'failed', condition, error }),
    );
  };
  try {
    eachPlace(batch, context, cursor, () => {
      if (conditions.length > 0 && firstTrue(conditions, mode, cursor, onError) === undefined) return;
      runAll(statements, mode, cursor, onError);
    });
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    const { collector, id } = setup;
    throw new Refusal([{ collector: collector.path, by: id, message: error.message, count: countRecords(batch) }]);
  }
}
