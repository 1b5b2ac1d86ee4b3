import type { Visit } from '../analysis/simulate/result';
import type { Exporter } from '../catalog/component';
import { isComponent } from '../catalog/component';
import { MdaiError } from '../model/issue';
import type { Batch } from '../telemetry/data';
import { type Arrival, arrivalsIn } from './plain';

/** An exporter: the value itself, its id, or its name where only one has it. */
export type ExporterName = string | Exporter<never>;

/** A batch that an exporter got. */
export interface Landing {
  /** The name of the collector. */
  readonly collector: string;
  readonly exporter: string;
  readonly batch: Batch;
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
    private readonly known: readonly string[],
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
    const wanted = isComponent(exporter) ? exporter.id : exporter;
    if (this.known.includes(wanted)) return wanted;
    const named = this.known.filter((id) => id.endsWith(`/${wanted}`));
    const [only] = named;
    if (only !== undefined && named.length === 1) return only;
    const list = this.known.map((id) => `"${id}"`).join(', ') || 'none';
    throw new MdaiError(
      named.length > 1
        ? `Several exporters are called "${wanted}": ${named.join(', ')}. Write the whole id.`
        : `There is no exporter "${wanted}". The exporters: ${list}.`,
    );
  }
}
