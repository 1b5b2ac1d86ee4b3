import type * as plus from 'cdk8s-plus-28';

/** The core objects of Kubernetes, typed by cdk8s-plus. Loaded on first use, because loading it takes a while. */
export function core(): typeof plus.k8s {
  return (require('cdk8s-plus-28') as typeof plus).k8s;
}
