/** The kind of telemetry that a case sends. */
export type CaseSignal = 'logs' | 'traces' | 'metrics';

/** A pipeline of a case. Its receivers are `otlp` or connectors. */
export interface CasePipeline {
  receivers: string[];
  processors?: string[];
  exporters: string[];
}

/**
 * A collector's configuration, whole but for what the driver fills in: the receiver `otlp` and the paths of the `file`
 * exporters.
 */
export interface CaseConfig {
  readonly receivers: { readonly otlp: object };
  readonly processors: Readonly<Record<string, unknown>>;
  readonly connectors: Readonly<Record<string, unknown>>;
  readonly exporters: Readonly<Record<string, object>>;
  readonly service: { readonly pipelines: Readonly<Record<string, CasePipeline>> };
}

/** A condition or statement of a case's configuration, as OTTL: `$` is single here. */
export interface CaseExpression {
  readonly kind: 'condition' | 'statement';
  readonly context: string;
  readonly text: string;
}

/** What is sent through the real collector and through the simulator. */
export interface Case {
  /** Unique in a run: `raw 17`. */
  readonly name: string;
  readonly signal: CaseSignal;
  readonly config: CaseConfig;
  /** OTLP JSON: `{ resourceLogs: […] }`. */
  readonly input: object;
  /** HTTP headers, which the receiver passes on as metadata. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expressions: readonly CaseExpression[];
}

/** A configuration with its receiver. */
export function config(parts: {
  processors?: Record<string, unknown>;
  connectors?: Record<string, unknown>;
  exporters: readonly string[];
  pipelines: Record<string, CasePipeline>;
}): CaseConfig {
  return {
    receivers: { otlp: { protocols: { http: { include_metadata: true } } } },
    processors: parts.processors ?? {},
    connectors: parts.connectors ?? {},
    exporters: Object.fromEntries(parts.exporters.map((id) => [id, {}])),
    service: { pipelines: parts.pipelines },
  };
}

/** Whether an exporter gets what a count connector makes: its data points come in any order. */
export function getsCounts({ config: { service } }: Case, exporter: string): boolean {
  return Object.values(service.pipelines).some(
    ({ receivers, exporters }) => exporters.includes(exporter) && receivers.some((id) => id.startsWith('count/')),
  );
}
