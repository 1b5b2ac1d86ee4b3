import type { PrometheusModel } from '../../model/prometheus';
import { headerOf, metadataOf } from '../kubernetes/plain-object';
import { prometheusAgentHeader, prometheusHeader } from '../operator/headers';
import { plainLabels } from './labels';

type Named = Pick<PrometheusModel, 'name' | 'namespace' | 'mode' | 'backend'>;

/** What a Prometheus itself is in Kubernetes: a custom resource, or a StatefulSet. */
export function mainHeader(prometheus: Named) {
  const { name, namespace, mode, backend } = prometheus;
  const metadata = { name, ...(namespace !== undefined && { namespace }) };
  if (backend === 'operator') {
    return { header: mode === 'agent' ? prometheusAgentHeader : prometheusHeader, metadata } as const;
  }
  const owner = { namespace, labels: plainLabels(prometheus) };
  return { header: headerOf('StatefulSet'), metadata: metadataOf(owner, name) };
}
