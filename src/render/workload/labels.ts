import type { CollectorModel } from '../../model/collector';
import { type Identity, identityOf, objectName, selectorLabels } from '../../model/collector-names';
import type { Release } from '../../model/release';
import type { Owner } from '../kubernetes/plain-object';

/** Who is labelled, and the release that runs. */
interface Labelled extends Identity {
  readonly release: Release;
}

/** The labels of a collector's plain objects: those that select its pods, and what Kubernetes recommends beside. */
export function objectLabels(collector: Labelled): Record<string, string> {
  return {
    ...selectorLabels(collector),
    'app.kubernetes.io/name': objectName(collector)
      .slice(0, maxLabel)
      .replace(/[^A-Za-z0-9]+$/, ''),
    'app.kubernetes.io/part-of': 'opentelemetry',
    'app.kubernetes.io/version': collector.release,
  };
}

/** Who the plain objects of a collector belong to. */
export function ownerOf(collector: CollectorModel): Owner {
  const { namespace, release } = collector;
  return { namespace, labels: objectLabels({ ...identityOf(collector), release }) };
}

const maxLabel = 63;
