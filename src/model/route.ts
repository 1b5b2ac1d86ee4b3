/** One row of a routing table, or one condition of a filter, and the rules that it is made of. */
export interface ExplainedRow {
  /** The rules behind it; none for a row that only leads to other tables. */
  readonly rules: readonly string[];
  /** The component that holds it: `routing/logs`, or `filter/logs.debug-noise`. */
  readonly component: string;
  /** What it is evaluated on. */
  readonly context: string;
  /** In OTTL. */
  readonly condition: string;
  /** What happens to records that match. */
  readonly action: 'move' | 'copy' | 'drop';
  /** Where they go. */
  readonly pipelines: readonly string[];
}

/** A route of a collector, and what became of its rules. */
export interface RouteModel {
  /** The id of the pipeline by which telemetry enters. */
  readonly pipeline: string;
  /** The names of the rules, in their order. */
  readonly rules: readonly string[];
  /** In the order in which records meet them. */
  readonly rows: readonly ExplainedRow[];
  /** The pipelines at whose end records are dropped, with the rule that asked for it, or `otherwise`. */
  readonly discards: Readonly<Record<string, string>>;
}
