/** A dashboard as plain data, before Grafana's own builders make JSON of it. */
export interface DashboardSpec {
  /** The last part of its name, uid and file. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly variables: readonly VariableSpec[];
  readonly rows: readonly RowSpec[];
}

/** A choice at the top of a dashboard: the values that a label has. */
export interface VariableSpec {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** The series whose label is meant. */
  readonly series: string;
  readonly of: string;
}

export interface RowSpec {
  readonly title: string;
  readonly panels: readonly PanelSpec[];
}

/** A picture of the answers to some queries. */
export type PanelSpec = GraphSpec | NumberSpec | TextSpec;

interface Framed {
  readonly title: string;
  /** What it shows, and what to make of it. */
  readonly description: string;
  /** Of the 24 columns of a dashboard. */
  readonly width: number;
}

/** Lines over time. */
export interface GraphSpec extends Framed {
  readonly kind: 'graph';
  readonly unit: Unit;
  readonly queries: readonly QuerySpec[];
  /** Where it gets worse, as dashed lines. */
  readonly limits?: Limits;
  /** Where the axis begins. @default 0 */
  readonly lowest?: 'any';
  /** The top of the axis. */
  readonly max?: number;
  /** One above the other, where the sum is a whole. */
  readonly stacked?: true;
}

/** One number. */
export interface NumberSpec extends Framed {
  readonly kind: 'number';
  readonly unit: Unit;
  readonly queries: readonly [QuerySpec];
  readonly limits?: Limits;
}

/** Words, in Markdown. */
export interface TextSpec extends Framed {
  readonly kind: 'text';
  readonly content: string;
  /** Of rows of 30 pixels. */
  readonly height: number;
}

export interface QuerySpec {
  readonly expr: string;
  /** The name of a series, with its labels as `{{label}}`. */
  readonly legend: string;
}

/** Above which numbers something is worth a look, and wrong. */
export interface Limits {
  readonly warning?: number;
  readonly critical: number;
}

/** Grafana's names of units; of those that it has no name for, the word behind the number. */
export type Unit = 'short' | 'percentunit' | 'bytes' | 'Bps' | 'items/s' | 'traces/s' | 'cores';
