import { fields, nonNegative, oneOf } from '../parts';
import type { StructOverlay } from '../structs';

/** How a component proves to the Kubernetes API who it is. */
const authType = oneOf('none', 'serviceAccount', 'kubeConfig', 'tls');

export const kubernetesStructs: readonly StructOverlay[] = [
  // k8sconfig.APIConfig
  { fields: ['auth_type', 'context'], schema: fields({ auth_type: authType }) },
  { fields: ['auth_type', 'kube_api_qps'], schema: fields({ kube_api_qps: nonNegative, kube_api_burst: nonNegative }) },
];
