/** Drops everything. It has no fields. */
export interface NopExporterConfig {
  readonly [field: string]: never;
}
