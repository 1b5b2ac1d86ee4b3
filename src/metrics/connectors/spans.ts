import { at, type ConfigMap, type ConfigValue } from '../../model/config';
import { isAtLeast } from '../../model/release';
import { gateIsOn } from '../../view/view';
import type { MadeMetric } from '../made';
import type { Makes } from './connector';

const ofSpan = ['service.name', 'span.name', 'span.kind'];

/** The first of this library's releases with the attribute. */
const collectorInstanceSince = '0.159.0';

/** Calls, their durations and, when they are on, events (spanmetricsconnector). */
export const spanMetrics: Makes = ({ collector, config }) => {
  const gate = (name: string, byDefault = false) => gateIsOn(collector, name, byDefault);
  const newer = isAtLeast(collector.release, collectorInstanceSince);
  const usual = [
    ...ofSpan,
    gate('spanmetrics.statusCodeConvention.useOtelPrefix') ? 'otel.status_code' : 'status.code',
    ...(newer && gate('connector.spanmetrics.includeCollectorInstanceID', true) ? ['collector.instance.id'] : []),
  ];
  const common = [
    ...usual.filter((name) => !list(config.exclude_dimensions).includes(name)),
    ...(list(config.include_instrumentation_scope).length > 0
      ? ['span.instrumentation.scope.name', 'span.instrumentation.scope.version']
      : []),
    ...(config.enable_metrics_sampling_method === true ? ['sampling.method'] : []),
  ];
  // What is beyond the limit is counted together.
  const overflow = Number(config.aggregation_cardinality_limit ?? 0) > 0 ? ['otel.metric.overflow'] : [];
  const namespace = namespaceOf(config, gate('connector.spanmetrics.legacyMetricNames'));
  const seconds = gate('connector.spanmetrics.useSecondAsDefaultMetricsUnit');
  const unit = at(config, 'histogram', 'unit') ?? (seconds ? 's' : 'ms');
  const metric = (name: string, kind: MadeMetric['kind'], dimensions: ConfigValue | undefined): MadeMetric => {
    const given = [...list(config.dimensions), ...list(dimensions)].map((one) => at(one as ConfigValue, 'name'));
    const attributes = [...common, ...overflow, ...given.filter((one) => typeof one === 'string')];
    // A dimension without a name is a pattern.
    const open = given.some((one) => typeof one !== 'string');
    return { name: `${namespace}${name}`, kind, unit: kind === 'counter' ? '' : String(unit), attributes, open };
  };
  const exponential = at(config, 'histogram', 'exponential') != null;
  return [
    metric('calls', 'counter', config.calls_dimensions),
    ...(at(config, 'histogram', 'disable') === true
      ? []
      : [metric('duration', exponential ? 'exponential' : 'histogram', at(config, 'histogram', 'dimensions'))]),
    ...(at(config, 'events', 'enabled') === true
      ? [metric('events', 'counter', at(config, 'events', 'dimensions'))]
      : []),
  ];
};

const defaultNamespace = 'traces.span.metrics';

function namespaceOf(config: ConfigMap, legacy: boolean): string {
  const namespace = config.namespace ?? defaultNamespace;
  return namespace === '' || (legacy && namespace === defaultNamespace) ? '' : `${namespace}.`;
}

/** Exceptions that spans recorded (exceptionsconnector). */
export const exceptions: Makes = ({ config }) => {
  const given = list(config.dimensions).map((one) => at(one as ConfigValue, 'name'));
  const attributes = [...ofSpan, 'status.code', ...given.filter((one) => typeof one === 'string')];
  return [{ name: 'exceptions', kind: 'counter', unit: '', attributes, open: false }];
};

/** Requests between services, and how long they took (servicegraphconnector). */
export const serviceGraph: Makes = ({ collector, config }) => {
  const dimensions = list(config.dimensions).filter((one) => typeof one === 'string');
  const virtual = config.virtual_node_extra_label === true ? ['virtual_node'] : [];
  const attributes = [
    ...['client', 'server', 'connection_type', 'failed'],
    ...dimensions.flatMap((name) => [`client_${name}`, `server_${name}`]),
    ...virtual,
  ];
  const prefix = 'traces_service_graph_request';
  const unit = gateIsOn(collector, 'connector.servicegraph.legacyLatencyUnitMs') ? 'ms' : 's';
  const durations = gateIsOn(collector, 'connector.servicegraph.legacyLatencyMetricNames')
    ? ['duration']
    : ['server', 'client'];
  const kind = Number(config.exponential_histogram_max_size ?? 0) > 0 ? 'exponential' : 'histogram';
  return [
    { name: `${prefix}_total`, kind: 'counter', unit: '', attributes, open: false },
    { name: `${prefix}_failed_total`, kind: 'counter', unit: '', attributes, open: false },
    ...durations.map((name): MadeMetric => ({ name: `${prefix}_${name}`, kind, unit, attributes, open: false })),
  ];
};

function list(value: ConfigValue | undefined): readonly ConfigValue[] {
  return Array.isArray(value) ? value : [];
}
