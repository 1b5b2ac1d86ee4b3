/** Joins pipelines, or splits one. It has no fields. */
export interface ForwardConnectorConfig {
  readonly [field: string]: never;
}
