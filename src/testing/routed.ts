import type { Visit } from '../analysis/simulate/result';
import type { Exporter } from '../catalog/component';
import { isComponent } from '../catalog/component';
import { MdaiError } from '../model/issue';
import { didYouMean } from '../model/nearest';
import type { Batch } from '../telemetry/data';
import { type Arrival, arrivalsIn } from './plain';

/** An exporter: the value itself, its id, or its name where only one has it. */
export type ExporterName = string | Exporter<never>;

// A name that does not exist would meet every negative expectation.
function assertKnown(what: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const all = known.map((one) => `"${one}"`).join(', ') || 'none';
  throw new MdaiError(`There is no ${what} "${name}". ${didYouMean(name, known, `There are: ${all}.`)}`);
}

/** A batch that an exporter got. */
export interface Landing {
  /** The name of the collector. */
  readonly collector: string;
  readonly exporter: string;
  readonly batch: Batch;
}

/** What can be named in an expectation. */
export interface RoutedNames {
  readonly exporters: readonly string[];
  readonly rules: readonly string[];
  /** Rules, processors and connectors, and `otherwise`. */
  readonly droppers: readonly string[];
}

/** What became of a sample. */
export class Routed {
  /** @internal */
  constructor(
    /** What was sent. */
    readonly description: string,
    /** The places that the records passed, in order. */
    readonly visits: readonly Visit[],
    /** The rules that took a record, or a copy, or dropped it, in the order in which they were met. */
    readonly rules: readonly string[],
    /** The rules, or else the components, that dropped a record. */
    readonly droppedBy: readonly string[],
    /** Why the receiver refused it; empty where it was taken. */
    readonly refused: readonly string[],
    /** What the simulator does not know how to do, on the way of these records. */
    readonly unsupported: readonly string[],
    private readonly landings: readonly Landing[],
    private readonly names: RoutedNames,
  ) {}

  /** The ids of the exporters that got something, each once. */
  get exporters(): readonly string[] {
    return [...new Set(this.landings.map(({ exporter }) => exporter))];
  }

  /**
   * What an exporter got, record by record.
   *
   * @throws MdaiError where no collector has the exporter
   */
  at(exporter: ExporterName): readonly Arrival[] {
    const id = this.idOf(exporter);
    return this.landings.filter((landing) => landing.exporter === id).flatMap(({ batch }) => arrivalsIn(batch));
  }

  /**
   * Whether an exporter got something.
   *
   * @throws MdaiError where no collector has the exporter
   */
  reached(exporter: ExporterName): boolean {
    return this.exporters.includes(this.idOf(exporter));
  }

  /** The id of an exporter that one of the collectors has. */
  idOf(exporter: ExporterName): string {
    const { exporters } = this.names;
    const wanted = isComponent(exporter) ? exporter.id : exporter;
    if (exporters.includes(wanted)) return wanted;
    const named = exporters.filter((id) => id.endsWith(`/${wanted}`));
    const [only] = named;
    if (only !== undefined && named.length === 1) return only;
    const list = exporters.map((id) => `"${id}"`).join(', ') || 'none';
    throw new MdaiError(
      named.length > 1
        ? `Several exporters are called "${wanted}": ${named.join(', ')}. Write the whole id.`
        : `There is no exporter "${wanted}". The exporters: ${list}.`,
    );
  }

  /**
   * Whether a rule took it, a copy of it, or dropped it.
   *
   * @throws MdaiError where no collector has the rule
   */
  met(rule: string): boolean {
    assertKnown('rule', rule, this.names.rules);
    return this.rules.includes(rule);
  }

  /**
   * Whether a rule, a component or `otherwise` dropped it.
   *
   * @throws MdaiError where no collector has any such
   */
  wasDroppedBy(name: string): boolean {
    assertKnown('rule, processor or connector', name, this.names.droppers);
    return this.droppedBy.includes(name);
  }
}
