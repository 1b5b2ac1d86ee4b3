import type { CaseExpression, CaseSignal } from '../case';
import type { Dice } from '../dice';
import { condition } from '../ottl/conditions';
import type { Setting } from '../ottl/expressions';
import type { PrefixName } from '../ottl/paths';
import { statement } from '../ottl/statements';

/** The contexts of a signal, the most often used first. */
export const CONTEXTS: Readonly<Record<CaseSignal, readonly PrefixName[]>> = {
  logs: ['log', 'scope', 'resource'],
  traces: ['span', 'spanevent', 'scope', 'resource'],
  metrics: ['datapoint', 'metric', 'scope', 'resource'],
};

/** A path that every record of a context has. */
const ANCHORS: Readonly<Record<PrefixName, string>> = {
  resource: 'resource.attributes["env"]',
  scope: 'scope.name',
  log: 'log.body',
  span: 'span.name',
  spanevent: 'spanevent.name',
  metric: 'metric.name',
  datapoint: 'datapoint.attributes["tenant"]',
};

/** Whether a path of the context stands outside of the literals. */
function reads(text: string, context: PrefixName): boolean {
  return new RegExp(`\\b${context}\\.`).test(text.replace(/"(\\.|[^"\\])*"/g, '""'));
}

/** What gives lists of Go: the collector panics where it compares two of them. */
const LISTS = /\b(Split|Sort)\(|\b(bucket_counts|explicit_bounds)\b/g;

interface How {
  /** Whether paths leave the prefix of their own context out. @default false */
  readonly bare?: boolean;
  /** Whether the context follows from the paths. @default false */
  readonly inferred?: boolean;
  /** Whether it is for a routing table. @default false */
  readonly routing?: boolean;
}

/** Writes the OTTL of a case, and remembers it. */
export class Author {
  readonly expressions: CaseExpression[] = [];
  /** Whether nothing may make the collector panic. */
  steady = false;

  constructor(
    readonly dice: Dice,
    readonly signal: CaseSignal,
    /** Whether it is for 0.131.0. */
    readonly old: boolean,
  ) {}

  context(among: readonly PrefixName[] = CONTEXTS[this.signal]): PrefixName {
    return this.dice.chance(50) ? among[0]! : this.dice.pick(among);
  }

  /** As the configuration holds it. */
  condition(context: PrefixName, how: How = {}): string {
    const text = this.steadily(() => condition(this.dice, this.setting(context, how, false)));
    // Without such a path the collector infers another context, or none.
    const anchored = how.inferred && !reads(text, context) ? `${ANCHORS[context]} == nil or (${text})` : text;
    return this.remember('condition', context, anchored);
  }

  statement(context: PrefixName, how: How = {}): string {
    const text = this.steadily(() => statement(this.dice, this.setting(context, how, true)));
    return this.remember('statement', context, text);
  }

  conditions(context: PrefixName, most: number, how: How = {}): string[] {
    return Array.from({ length: this.dice.int(1, most) }, () => this.condition(context, how));
  }

  statements(context: PrefixName, most: number, how: How = {}): string[] {
    return Array.from({ length: this.dice.int(1, most) }, () => this.statement(context, how));
  }

  /** Undefined for what the component takes by itself. */
  errorMode(): string | undefined {
    return this.dice.weighted([12, 'ignore'], [6, 'silent'], [2, 'propagate'], [2, undefined]);
  }

  /** Without a panic, where it would depend on the order in which pipelines of a fan-out are called. */
  private steadily(make: () => string): string {
    for (;;) {
      const text = make();
      if (!this.steady || (text.match(LISTS)?.length ?? 0) < 2) return text;
    }
  }

  private setting(
    context: PrefixName,
    { bare = false, inferred = false, routing = false }: How,
    cache: boolean,
  ): Setting {
    return { context, bare, inferred, routing, cache, old: this.old };
  }

  private remember(kind: CaseExpression['kind'], context: PrefixName, text: string): string {
    this.expressions.push({ kind, context, text });
    // The configuration's own syntax takes a single one for a variable.
    return text.replaceAll('$', '$$$$');
  }
}
