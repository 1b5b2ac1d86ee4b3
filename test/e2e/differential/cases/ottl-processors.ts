import type { CaseSignal } from '../case';
import type { PrefixName } from '../ottl/paths';
import type { Author } from './author';

const CONDITION_FIELDS: Readonly<Record<CaseSignal, string>> = {
  logs: 'log_conditions',
  traces: 'trace_conditions',
  metrics: 'metric_conditions',
};

const STATEMENT_FIELDS: Readonly<Record<CaseSignal, string>> = {
  logs: 'log_statements',
  traces: 'trace_statements',
  metrics: 'metric_statements',
};

/** The older fields of the filter, by context. */
const OLDER: Readonly<Record<CaseSignal, Readonly<Partial<Record<PrefixName, string>>>>> = {
  logs: { log: 'log_record', resource: 'resource' },
  traces: { span: 'span', spanevent: 'spanevent', resource: 'resource' },
  metrics: { datapoint: 'datapoint', metric: 'metric', resource: 'resource' },
};

/** A filter in one of the forms that its configuration has. */
export function filter(author: Author): object {
  const { dice, signal, old } = author;
  const error_mode = author.errorMode();
  if (old || dice.chance(35)) return { error_mode, [signal]: olderConditions(author) };
  if (dice.chance(50)) {
    return { error_mode, [CONDITION_FIELDS[signal]]: inferred(author, 4) };
  }
  const groups = Array.from({ length: dice.int(1, 3) }, () => {
    const context = author.context();
    const explicit = dice.chance(60);
    return {
      ...(explicit && { context }),
      ...(dice.chance(25) && { error_mode: author.errorMode() }),
      conditions: explicit ? author.conditions(context, 3, { bare: dice.chance(30) }) : inferred(author, 3),
    };
  });
  return { error_mode, [CONDITION_FIELDS[signal]]: groups };
}

/** The context of each condition follows from its own paths. */
function inferred(author: Author, most: number): string[] {
  return Array.from({ length: author.dice.int(1, most) }, () => author.condition(author.context(), { inferred: true }));
}

function olderConditions(author: Author): object {
  const fields = Object.entries(OLDER[author.signal]).filter(([context]) => !(author.old && context === 'resource'));
  return Object.fromEntries(
    author.dice.some(fields, 1, fields.length).map(([context, field]) => {
      const bare = author.dice.chance(30);
      return [field, author.conditions(context as PrefixName, 3, { bare })];
    }),
  );
}

/** A transform in one of the forms that its configuration has. */
export function transform(author: Author, most = 4): object {
  const { dice, signal } = author;
  const error_mode = author.errorMode();
  const field = STATEMENT_FIELDS[signal];
  if (dice.chance(40)) return { error_mode, [field]: author.statements(author.context(), most, { inferred: true }) };
  const groups = Array.from({ length: dice.int(1, 3) }, () => {
    const context = author.context();
    const explicit = dice.chance(60);
    const bare = explicit && dice.chance(30);
    return {
      ...(explicit && { context }),
      ...(dice.chance(25) && { error_mode: author.errorMode() }),
      ...(dice.chance(30) && { conditions: author.conditions(context, 2, { bare, inferred: !explicit }) }),
      statements: author.statements(context, most, { bare, inferred: !explicit }),
    };
  });
  return { error_mode, [field]: groups };
}
