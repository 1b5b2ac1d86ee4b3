import { canonicalId } from '../../../../model/component-id';
import { isAtLeast } from '../../../../model/release';
import { OttlError, Unsupported } from '../../../../ottl/evaluate/value';
import { copyBatch } from '../../../../telemetry/copy';
import type { Batch, ResourceRecords } from '../../../../telemetry/data';
import { type Call, type Consumer, type Fault, Refusal } from '../../consumer';
import { errorModeOf, textsOf } from '../../options';
import { Cursor, originsAt } from '../../place';
import { type ConnectorKind, type Outputs, type Setup, tell } from '../../setup';
import { countRecords, eachOrigin } from '../../walk';
import { type Row, readTable } from './table';
import { takeAll, takePoints, takeRecords, takeResources } from './take';

// Until then errors were propagated by default, and an error that was not gave a row's records to the default, too.
const ignoresSince = '0.159.0';

export const routing: ConnectorKind = {
  mutates: true,
  make(setup, outputs) {
    const table: Table = {
      setup,
      rows: readTable(setup).map((row) => ({ row, to: outputOf(outputs, row.pipelines) })),
      defaults: textsOf(setup.config, 'default_pipelines').map(canonicalId),
      propagates: propagates(setup),
      old: !isAtLeast(setup.collector.release, ignoresSince),
    };
    const otherwise = table.defaults.length === 0 ? undefined : outputOf(outputs, table.defaults);
    return (batch, call) => new Routed(table, batch, call, otherwise).run();
  },
};

interface Table {
  readonly setup: Setup;
  readonly rows: readonly { readonly row: Row; readonly to: Consumer }[];
  readonly defaults: readonly string[];
  readonly propagates: boolean;
  /** Whether it behaves as the release before `ignoresSince`. */
  readonly old: boolean;
}

function propagates({ config, collector }: Setup): boolean {
  return errorModeOf(config, isAtLeast(collector.release, ignoresSince) ? 'ignore' : 'propagate') === 'propagate';
}

function outputOf(outputs: Outputs, pipelines: readonly string[]): Consumer {
  const to = outputs.of(pipelines.map(canonicalId));
  if (to) return to;
  throw new Unsupported(
    `the collector refuses the pipelines ${pipelines.join(', ')}: not all receive from the connector`,
  );
}

/** One batch on its way through the table. */
class Routed {
  private readonly groups = new Map<Consumer, Batch>();
  private readonly cursor: Cursor;
  /** The errors of all rows: the old release never forgot one. */
  private readonly errors: OttlError[] = [];

  constructor(
    private readonly table: Table,
    private readonly batch: Batch,
    private readonly call: Call,
    private readonly otherwise: Consumer | undefined,
  ) {
    this.cursor = new Cursor(call);
  }

  run(): void {
    const { batch, table } = this;
    const count = table.propagates ? countRecords(batch) : 0;
    for (const { row, to } of table.rows) {
      if (batch.resources.length === 0) break;
      const errors = this.errors.length;
      const taken = this.take(row);
      const failed = table.old ? this.errors.length > 0 : this.errors.length > errors;
      const [error] = this.errors;
      if (failed && table.propagates && error) throw this.refusal(error, count);
      if (failed && table.old && !row.ofRequest) this.group(this.otherwise, this.copies(taken));
      this.group(to, taken);
    }
    this.rest();
    this.deliver();
  }

  private take(row: Row): ResourceRecords<unknown>[] {
    const { batch, call, cursor } = this;
    const { context, copies } = row;
    if (row.ofRequest) return row.ofRequest(call) ? this.all(row) : [];
    if (context === 'otelcol') {
      cursor.renew();
      return this.matches(row, () => undefined) ? this.all(row) : [];
    }
    const matches = () => this.matches(row, (visit) => originsAt(cursor, context as never, batch.signal, visit));
    if (context === 'resource') return takeResources(batch, copies, cursor, matches);
    const own = ({ logs: 'log', traces: 'span', metrics: 'metric' } as const)[batch.signal];
    if (context === own) return takeRecords(batch, copies, cursor, matches);
    // A row for another signal matches nothing.
    return context === 'datapoint' && batch.signal === 'metrics' ? takePoints(batch, copies, cursor, matches) : [];
  }

  private all(row: Row): ResourceRecords<unknown>[] {
    if (this.call.sink.visit) eachOrigin(this.batch, (origin) => this.tellTaken(row, origin));
    return takeAll(this.batch, row.copies);
  }

  /** Whether a row takes what the cursor is at; not where its condition raises an error. */
  private matches(row: Row, origins: (visit: (origin: number) => void) => void): boolean {
    const { setup } = this.table;
    try {
      const matched = row.rule.run(this.cursor);
      if (matched && this.call.sink.visit) origins((origin) => this.tellTaken(row, origin));
      return matched;
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      this.errors.push(error);
      const visit = { event: 'failed', row: row.index, condition: row.text, error: error.message } as const;
      if (this.call.sink.visit) origins((origin) => tell(setup, this.call, origin, visit));
      return false;
    }
  }

  private tellTaken({ copies, index, text, pipelines }: Row, origin: number): void {
    const event = copies ? 'copied' : 'moved';
    tell(this.table.setup, this.call, origin, { event, row: index, condition: text, pipelines });
  }

  /** What no row took. */
  private rest(): void {
    const { batch, call, table, otherwise } = this;
    const { setup, defaults } = table;
    if (call.sink.visit) {
      const visit = otherwise ? ({ event: 'defaulted', pipelines: defaults } as const) : ({ event: 'lost' } as const);
      eachOrigin(batch, (origin) => tell(setup, call, origin, visit));
    }
    this.group(otherwise, batch.resources);
    if (otherwise) return;
    const count = countRecords(batch);
    if (count > 0) call.sink.drop?.({ collector: setup.collector.path, by: setup.id, count });
  }

  private group(to: Consumer | undefined, resources: readonly ResourceRecords<unknown>[]): void {
    if (to === undefined || resources.length === 0) return;
    const { signal } = this.batch;
    const group = this.groups.get(to) ?? ({ signal, resources: [] } as Batch);
    this.groups.set(to, group);
    for (const resource of resources) (group.resources as ResourceRecords<unknown>[]).push(resource);
  }

  private copies(resources: ResourceRecords<unknown>[]): readonly ResourceRecords<unknown>[] {
    return copyBatch({ signal: this.batch.signal, resources } as Batch).resources;
  }

  /** Each pipeline gets its share, whatever the others return. */
  private deliver(): void {
    const faults: Fault[] = [];
    for (const [to, batch] of this.groups) {
      try {
        to.consume(batch, this.call);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        faults.push(...error.faults);
      }
    }
    const [error] = this.errors;
    if (this.table.old && error) faults.push(...this.refusal(error, 0).faults);
    if (faults.length > 0) throw new Refusal(faults);
  }

  private refusal({ message }: OttlError, count: number): Refusal {
    const { collector, id } = this.table.setup;
    return new Refusal([{ collector: collector.path, by: id, message, count }]);
  }
}
