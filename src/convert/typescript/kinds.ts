import { at, type ConfigMap } from '../../model/config';
import { formsOf } from './forms';
import { monitoringRank } from './monitoring/forms';

/** The namespace of an object, if it says one. */
export function namespaceOf(content: ConfigMap): string | undefined {
  const namespace = at(content, 'metadata', 'namespace');
  return typeof namespace === 'string' ? namespace : undefined;
}

/** Whether an object is one of the MDAI operator's. */
export function isHub({ apiVersion }: ConfigMap): boolean {
  return String(apiVersion).startsWith('hub.mydecisive.ai/');
}

/** Whether an object is a collector, or holds configurations of some. */
export function isCollector(content: ConfigMap): boolean {
  return formsOf(content).length > 1 && !isHub(content) && monitoringRank(content) < 0;
}
