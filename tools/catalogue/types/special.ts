import type { ComponentKind } from '../../../src/model/component-id';

/** Where the types that the emitter does not write are, from the repository's root. */
export const modules: Readonly<Record<string, string>> = {
  Value: 'src/model/value',
  DurationValue: 'src/model/value',
  SizeValue: 'src/model/value',
  Extension: 'src/catalog/component',
  ComponentType: 'src/catalog/factories',
  ConnectorType: 'src/catalog/factories',
  ExtensionType: 'src/catalog/factories',
  ConfigInput: 'src/catalog/special/config-input',
  EnabledConfig: 'src/catalog/special/enabled',
  Headers: 'src/catalog/special/headers',
  PipelineRef: 'src/catalog/special/references',
  DataPointCondition: 'src/catalog/special/conditions',
  LogCondition: 'src/catalog/special/conditions',
  MetricCondition: 'src/catalog/special/conditions',
  ResourceCondition: 'src/catalog/special/conditions',
  ScopeCondition: 'src/catalog/special/conditions',
  SpanCondition: 'src/catalog/special/conditions',
  SpanEventCondition: 'src/catalog/special/conditions',
  DataPointExpression: 'src/catalog/special/conditions',
  LogExpression: 'src/catalog/special/conditions',
  MetricExpression: 'src/catalog/special/conditions',
  ResourceExpression: 'src/catalog/special/conditions',
  ScopeExpression: 'src/catalog/special/conditions',
  SpanExpression: 'src/catalog/special/conditions',
  SpanEventExpression: 'src/catalog/special/conditions',
  DataPointStatement: 'src/catalog/special/conditions',
  LogStatement: 'src/catalog/special/conditions',
  MetricStatement: 'src/catalog/special/conditions',
  ResourceStatement: 'src/catalog/special/conditions',
  ScopeStatement: 'src/catalog/special/conditions',
  SpanStatement: 'src/catalog/special/conditions',
  SpanEventStatement: 'src/catalog/special/conditions',
  AuthConfig: 'src/catalog/special/auth',
  ClientAuthConfig: 'src/catalog/special/auth',
  HttpServerAuthConfig: 'src/catalog/special/auth',
  ServerAuthConfig: 'src/catalog/special/auth',
  AttributeAction: 'src/catalog/special/attribute-action',
  FilterLogConditions: 'src/catalog/special/filter',
  FilterMetricCondition: 'src/catalog/special/filter',
  FilterMetricConditions: 'src/catalog/special/filter',
  FilterProfileConditions: 'src/catalog/special/filter',
  FilterTraceCondition: 'src/catalog/special/filter',
  FilterTraceConditions: 'src/catalog/special/filter',
  RoutingTableItem: 'src/catalog/special/routing',
  TailSamplingPolicy: 'src/catalog/special/tail-sampling-policy',
  TransformLogStatements: 'src/catalog/special/transform',
  TransformMetricStatements: 'src/catalog/special/transform',
  TransformProfileStatements: 'src/catalog/special/transform',
  TransformTraceStatements: 'src/catalog/special/transform',
};

/** Fields whose types a schema can't say well, by kind and type of the component and the path of the field. */
export const specialFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'processor/filter': {
    trace_conditions: 'readonly FilterTraceCondition[] | readonly FilterTraceConditions[]',
    metric_conditions: 'readonly FilterMetricCondition[] | readonly FilterMetricConditions[]',
    log_conditions: 'readonly LogCondition[] | readonly FilterLogConditions[]',
    profile_conditions: 'readonly string[] | readonly FilterProfileConditions[]',
  },
  'processor/tail_sampling': { policies: 'readonly TailSamplingPolicy[]' },
  'processor/transform': {
    trace_statements: 'readonly (SpanStatement | SpanEventStatement)[] | readonly TransformTraceStatements[]',
    metric_statements: 'readonly (MetricStatement | DataPointStatement)[] | readonly TransformMetricStatements[]',
    log_statements: 'readonly LogStatement[] | readonly TransformLogStatements[]',
    profile_statements: 'readonly string[] | readonly TransformProfileStatements[]',
  },
};

/** The same, by Go struct. */
export const specialStructs: Readonly<Record<string, string>> = {
  'config/confighttp.AuthConfig': 'HttpServerAuthConfig',
  'connector/routingconnector.RoutingTableItem': 'RoutingTableItem',
  'internal/coreinternal/attraction.ActionKeyValue': 'AttributeAction',
};

/** Fields without which a section says nothing, though the collector may start: by component or by Go struct. */
export const requiredFields: Readonly<Record<string, readonly string[]>> = {
  'processor/tail_sampling': ['policies'],
  'config/configmiddleware.Config': ['id'],
  'internal/filter/filterconfig.InstrumentationLibrary': ['name'],
  'internal/filter/filterconfig.LogSeverityNumberMatchProperties': ['min'],
  'internal/filter/filterconfig.MatchProperties': ['match_type'],
  'internal/filter/filterconfig.MetricMatchProperties': ['match_type'],
  'processor/filterprocessor.LogMatchProperties': ['match_type'],
  'processor/filterprocessor.LogSeverityNumberMatchProperties': ['min'],
};

/** Structs of which exactly one section is given. */
export const exactlyOne: ReadonlySet<string> = new Set(['exporter/loadbalancingexporter.ResolverSettings']);

/** The struct that names an authenticator, for clients and servers alike. */
const authStruct = 'config/configauth.Config';

/** What tells a client's section from a server's, where both inline their struct. */
const clientFields = ['balancer_name', 'max_idle_conns', 'proxy_url'];
const serverFields = ['cors', 'max_concurrent_streams', 'max_request_body_size'];

/** The type of a struct that is written by hand, beside the fields of the section around it. */
export function specialStruct(
  struct: string,
  around: readonly string[],
  kind: ComponentKind | undefined,
): string | undefined {
  if (struct !== authStruct) return specialStructs[struct];
  if (clientFields.some((name) => around.includes(name)) || kind === 'exporter') return 'ClientAuthConfig';
  if (serverFields.some((name) => around.includes(name))) return 'ServerAuthConfig';
  return 'AuthConfig';
}
