import type { ComponentKind } from '../../src/model/component-id';

/** A component that no release of contrib holds, described by hand. */
export interface HandMade {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly module: string;
  readonly version: string;
  readonly stability: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly defaults: Readonly<Record<string, unknown>>;
}

const text = { type: 'string' };

/** What only MDAI's own builds of the collector hold, as mdai-collectors has it in November 2025. */
export const handMade: readonly HandMade[] = [
  {
    kind: 'connector',
    type: 'datavolume',
    module: 'github.com/MyDecisive/mdai-collectors/datavolumeconnector',
    version: 'v0.1.6',
    stability: ['traces', 'metrics', 'logs'].map((from) => ({ from, to: 'metrics', stability: 'development' })),
    properties: {
      aggregation_temporality: text,
      bytes_metric_name: text,
      count_metric_name: text,
      label_resource_attributes: { type: 'array', items: text },
      logs: { type: 'object', additionalProperties: false, properties: { count_severity_by: text } },
    },
    defaults: {
      aggregation_temporality: '',
      bytes_metric_name: '',
      count_metric_name: '',
      label_resource_attributes: [],
      logs: null,
    },
  },
  {
    kind: 'processor',
    type: 'datadogsemantics',
    module: 'github.com/open-telemetry/opentelemetry-collector-contrib/processor/datadogsemanticsprocessor',
    version: 'v0.139.0',
    stability: { traces: 'development' },
    properties: { override_incoming_datadog_fields: { type: 'boolean' } },
    defaults: { override_incoming_datadog_fields: false },
  },
];
