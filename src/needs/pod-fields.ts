/**
 * Variables that carry a field of the pod wherever OpenTelemetry is documented: the collector's and the operator's own
 * pages, and the chart opentelemetry-collector. The paths are those of the downward API.
 */
const fields: Readonly<Record<string, readonly string[]>> = {
  'spec.nodeName': ['K8S_NODE_NAME', 'KUBE_NODE_NAME', 'NODE_NAME', 'OTEL_K8S_NODE_NAME'],
  'status.hostIP': ['K8S_NODE_IP', 'NODE_IP', 'HOST_IP', 'OTEL_K8S_NODE_IP'],
  'status.podIP': ['MY_POD_IP', 'K8S_POD_IP', 'POD_IP', 'OTEL_K8S_POD_IP'],
  'metadata.name': ['POD_NAME', 'MY_POD_NAME', 'K8S_POD_NAME', 'OTEL_K8S_POD_NAME'],
  'metadata.uid': ['POD_UID', 'K8S_POD_UID', 'OTEL_K8S_POD_UID'],
  'metadata.namespace': [
    'POD_NAMESPACE',
    'MY_POD_NAMESPACE',
    'K8S_NAMESPACE',
    'K8S_NAMESPACE_NAME',
    'K8S_POD_NAMESPACE',
    'OTEL_K8S_NAMESPACE',
  ],
  'spec.serviceAccountName': ['K8S_SERVICE_ACCOUNT', 'POD_SERVICE_ACCOUNT'],
};

const paths = new Map(Object.entries(fields).flatMap(([path, names]) => names.map((name) => [name, path] as const)));

/** The field of the pod that a variable is known for. */
export function podFieldOf(name: string): string | undefined {
  return paths.get(name);
}

/** The known variables by the field that they carry. */
export function podFields(): Readonly<Record<string, readonly string[]>> {
  return fields;
}
