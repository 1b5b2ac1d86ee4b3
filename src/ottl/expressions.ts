import { MdaiError } from '../model/issue';
import type { ListValue, Ref } from '../model/value';
import { Condition, type Context, type Literal, type Path, type SeverityLevel } from './condition';
import { quote } from './literal';

/** A place in a record, to ask about. */
export class Field<C extends Context> {
  /** @internal */
  constructor(private readonly path: Path) {}

  /** It holds exactly this value, of this type. An empty reference equals nothing. */
  equals(value: Literal | Ref): Condition<C> {
    return new Condition({ kind: 'equals', path: this.path, value });
  }

  /** It holds exactly one of these, or a member of a hub's set or list. An empty list holds nothing. */
  in(values: readonly Literal[] | ListValue): Condition<C> {
    if (Array.isArray(values) && values.length === 0) {
      throw new MdaiError(`${this.path.text} is in no empty list. Name at least one value.`);
    }
    // Reading a hub's variable exports it, so it happens now and not when the model is read.
    const list = 'asList' in values ? values.asList() : undefined;
    return new Condition({ kind: 'in', path: this.path, values: list ? { asList: () => list } : values });
  }

  /**
   * Its text matches this regular expression somewhere (RE2, not anchored: write `^…$` for the whole). An empty
   * reference matches nothing. A hub's set matches as the alternatives that its members are.
   */
  matches(pattern: string | Ref | ListValue): Condition<C> {
    const text = typeof pattern === 'object' && 'asList' in pattern ? pattern.asList().ref : pattern;
    return new Condition({ kind: 'matches', path: this.path, pattern: text });
  }

  /** It holds something. */
  exists(): Condition<C> {
    return new Condition({ kind: 'exists', path: this.path });
  }
}

/** How a condition treats records without a severity. */
export interface SeverityOptions {
  /**
   * Whether a record whose severity was not set matches.
   * @default 'skip'
   */
  readonly unspecified?: 'match' | 'skip';
}

/** The severity of a log record. */
export class SeverityField {
  /** The severity is this level or above. */
  atLeast(level: SeverityLevel, options: SeverityOptions = {}): Condition<'log'> {
    return severity('atLeast', level, options);
  }

  /** The severity is under this level. */
  below(level: SeverityLevel, options: SeverityOptions = {}): Condition<'log'> {
    return severity('below', level, options);
  }
}

function severity(compare: 'atLeast' | 'below', level: SeverityLevel, options: SeverityOptions): Condition<'log'> {
  return new Condition({ kind: 'severity', compare, level, unspecified: options.unspecified === 'match' });
}

function field<C extends Context>(context: C, name: string, optional: boolean): Field<C> {
  return new Field<C>({ context, text: `${context}.${name}`, optional });
}

function attributes<C extends Context>(context: C): { attribute(key: string): Field<C> } {
  return { attribute: (key) => field(context, `attributes[${quote(key)}]`, true) };
}

/** What telemetry comes from: shared by all records of a source. */
export const resource = attributes('resource');

/** The instrumentation that made a record. */
export const scope = {
  ...attributes('scope'),
  name: field('scope', 'name', false),
  version: field('scope', 'version', false),
};

/** A log record. */
export const log = {
  ...attributes('log'),
  body: field('log', 'body', true),
  severity: new SeverityField(),
  severityText: field('log', 'severity_text', false),
};

/** A span. */
export const span = {
  ...attributes('span'),
  name: field('span', 'name', false),
  /** The span has no parent. */
  isRoot: (): Condition<'span'> => new Condition({ kind: 'function', name: 'IsRootSpan', context: 'span' }),
};

/** A metric, with all its data points. */
export const metric = { name: field('metric', 'name', false), unit: field('metric', 'unit', false) };

/** One data point of a metric. */
export const datapoint = attributes('datapoint');
