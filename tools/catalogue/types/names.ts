import type { ComponentKind } from '../../../src/model/component-id';

/** Names of shared structs as they read well in a hover. Others are named after their Go package and type. */
const structNames: Readonly<Record<string, string>> = {
  'config/configauth.Config': 'AuthConfig',
  'config/configcompression.CompressionParams': 'CompressionParams',
  'config/configgrpc.ClientConfig': 'GrpcClientConfig',
  'config/configgrpc.KeepaliveClientConfig': 'GrpcKeepaliveClientConfig',
  'config/configgrpc.KeepaliveEnforcementPolicy': 'GrpcKeepaliveEnforcementPolicy',
  'config/configgrpc.KeepaliveServerConfig': 'GrpcKeepaliveServerConfig',
  'config/configgrpc.KeepaliveServerParameters': 'GrpcKeepaliveServerParameters',
  'config/configgrpc.ServerConfig': 'GrpcServerConfig',
  'config/confighttp.AuthConfig': 'HttpServerAuthConfig',
  'config/confighttp.ClientConfig': 'HttpClientConfig',
  'config/confighttp.CookiesConfig': 'HttpCookiesConfig',
  'config/confighttp.CORSConfig': 'CorsConfig',
  'config/confighttp.ServerConfig': 'HttpServerConfig',
  'config/configmiddleware.Config': 'MiddlewareConfig',
  'config/confignet.AddrConfig': 'AddressConfig',
  'config/confignet.DialerConfig': 'DialerConfig',
  'config/confignet.TCPAddrConfig': 'TcpAddressConfig',
  'config/configretry.BackOffConfig': 'RetryOnFailureConfig',
  'config/configtls.ClientConfig': 'TlsClientConfig',
  'config/configtls.ServerConfig': 'TlsServerConfig',
  'config/configtls.TPMConfig': 'TpmConfig',
  'exporter/exporterhelper.QueueBatchConfig': 'SendingQueueConfig',
  'exporter/exporterhelper.TimeoutConfig': 'TimeoutConfig',
  'exporter/exporterhelper/internal/queuebatch.BatchConfig': 'QueueBatchConfig',
  'exporter/exporterhelper/internal/queuebatch.Config': 'SendingQueueConfig',
  'exporter/exporterhelper/internal/queuebatch.PartitionConfig': 'QueuePartitionConfig',
  'internal/coreinternal/attraction.ActionKeyValue': 'AttributeActionConfig',
  'internal/filter/filterconfig.Attribute': 'AttributeMatch',
  'internal/filter/filterconfig.InstrumentationLibrary': 'ScopeMatch',
  'internal/filter/filterconfig.LogSeverityNumberMatchProperties': 'LogSeverityNumberMatch',
  'internal/filter/filterconfig.MatchConfig': 'IncludeExcludeConfig',
  'internal/filter/filterconfig.MatchProperties': 'MatchConfig',
  'internal/filter/filterconfig.MetricMatchProperties': 'MetricMatchConfig',
  'internal/filter/filterset/regexp.Config': 'RegexpCacheConfig',
  'internal/healthcheck/internal/config.ComponentHealthConfig': 'ComponentHealthConfig',
  'internal/healthcheck/internal/grpc.Config': 'HealthCheckGrpcConfig',
  'internal/healthcheck/internal/httpserver.CheckCollectorPipelineConfig': 'HealthCheckPipelineConfig',
  'internal/healthcheck/internal/httpserver.Config': 'HealthCheckHttpConfig',
  'internal/healthcheck/internal/httpserver.PathConfig': 'HealthCheckPathConfig',
  'internal/healthcheck/internal/httpserver.ResponseBodyConfig': 'HealthCheckResponseBody',
  'scraper/scraperhelper.ControllerConfig': 'ScrapeConfig',
  'pkg/resourcetotelemetry.Settings': 'ResourceToTelemetryConfig',
};

/** Component types whose words cannot be seen. */
const typeNames: Readonly<Record<string, string>> = {
  bearertokenauth: 'BearerTokenAuth',
  groupbyattrs: 'GroupByAttrs',
  groupbytrace: 'GroupByTrace',
  zpages: 'ZPages',
  datadogsemantics: 'DatadogSemantics',
  datavolume: 'DataVolume',
  awss3: 'AwsS3',
  basicauth: 'BasicAuth',
  oauth2client: 'OAuth2Client',
  filelog: 'FileLog',
  hostmetrics: 'HostMetrics',
  httpcheck: 'HttpCheck',
  k8sattributes: 'K8sAttributes',
  kubeletstats: 'KubeletStats',
  loadbalancing: 'LoadBalancing',
  prometheusremotewrite: 'PrometheusRemoteWrite',
  resourcedetection: 'ResourceDetection',
  servicegraph: 'ServiceGraph',
  spanmetrics: 'SpanMetrics',
};

const core = 'go.opentelemetry.io/collector/';
const contrib = 'github.com/open-telemetry/opentelemetry-collector-contrib/';

/** A struct's name without the address of the repositories of the collector: `config/configtls.ClientConfig`. */
export function shortStruct(struct: string): string {
  for (const prefix of [core, contrib]) if (struct.startsWith(prefix)) return struct.slice(prefix.length);
  return struct;
}

/** `sending_queue` and `CORSConfig` as parts of a type's name: `SendingQueue`, `CorsConfig`. */
export function pascal(name: string): string {
  return name
    .replace(/[A-Z]{2,}(?=[A-Z][a-z]|$|[^A-Za-z])/g, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

export function componentName(kind: ComponentKind, type: string): string {
  return `${typeNames[type] ?? pascal(type)}${pascal(kind)}`;
}

export function configName(kind: ComponentKind, type: string): string {
  return `${componentName(kind, type)}Config`;
}

/** The interface of a struct, of which `owner` is the component whose module has it. */
export function structInterfaceName(struct: string, owner: string | undefined): string {
  const short = shortStruct(struct);
  const named = structNames[short];
  if (named !== undefined) return named;
  const { folder, type } = split(short);
  if (owner !== undefined) return type.startsWith(owner) ? type : `${owner}${type}`;
  const parts = words(folder);
  const [last = ''] = parts.slice(-1);
  if (/^config./.test(last)) return `${pascal(last.slice('config'.length))}${type}`;
  return `${pascal(parts.slice(-2).join('_'))}${type}`;
}

/** Another name, for a struct whose name another of the component's has: with its Go package. */
export function longerInterfaceName(struct: string, owner: string | undefined): string {
  const { folder, type } = split(shortStruct(struct));
  return `${owner ?? ''}${pascal(words(folder).slice(-1).join('_'))}${type}`;
}

/** Whether a struct is one that the collector's own generator writes for each metric, event or attribute. */
export function isMetadata(struct: string): boolean {
  return /\/metadata$/.test(split(shortStruct(struct)).folder);
}

/** The file of a shared struct, after its Go package. */
export function sharedFile(struct: string): string {
  const parts = words(split(shortStruct(struct)).folder);
  const last = parts[parts.length - 1] ?? 'shared';
  return last.startsWith('config') && last !== 'config' ? last : parts.slice(-2).join('-');
}

/** The Go package and the type, of which the parameters of a generic one become part. */
function split(short: string): { readonly folder: string; readonly type: string } {
  const [plain = '', ...parameters] = short.split('[');
  const dot = plain.lastIndexOf('.');
  const inner = parameters.map((one) => one.replace(/^.*\./, ''));
  return { folder: plain.slice(0, dot), type: pascal([plain.slice(dot + 1), ...inner].join('_')) };
}

function words(path: string): readonly string[] {
  return path
    .split('/')
    .filter((part) => !['internal', 'pkg'].includes(part) && !/^v\d+$/.test(part))
    .map((part) => part.replace(/[^A-Za-z0-9_-]/g, '_'));
}
