import type { ConfigMap } from '../../model/config';
import { apiObject, objectWithConfigs } from './api-object';
import { collectorObject } from './collector-object';
import { looksDerived } from './derived';
import { derivedCollector } from './derived-collector';
import { embeddedConfigs, isCollectorConfig, parsedConfig } from './embedded';
import type { Form } from './form';
import { hubForms } from './hub-forms';
import { looksLikeWorkload } from './made-objects';
import { monitoringForms } from './monitoring/forms';
import { routesIn } from './route';
import { sidecarIn } from './sidecar';
import { sidecarWorkload } from './sidecar-workload';
import { workloadCollector } from './workload-collector';

const collectorForms: readonly Form[] = [collectorObject('others'), collectorObject('all'), apiObject];
const configForms: readonly Form[] = [objectWithConfigs(false), apiObject];
const plainForms: readonly Form[] = [apiObject];

const known = new WeakMap<ConfigMap, readonly Form[]>();

/** The forms in which an object can be said, the one that a person would like best first; the last one says any object. */
export function formsOf(content: ConfigMap): readonly Form[] {
  let forms = known.get(content);
  if (forms === undefined) {
    forms = findForms(content);
    known.set(content, forms);
  }
  return forms;
}

function findForms(content: ConfigMap): readonly Form[] {
  const { apiVersion, kind, spec } = content;
  if (apiVersion === 'opentelemetry.io/v1beta1' && kind === 'OpenTelemetryCollector') {
    const isMap = typeof spec === 'object' && spec !== null && 'config' in spec && isCollectorConfig(spec.config);
    if (isMap) {
      const derived = looksDerived(spec as ConfigMap);
      const routes = hasRoutes(spec.config);
      return [
        ...(derived && routes ? [derivedCollector(true, false), derivedCollector(true, true)] : []),
        ...(derived ? [derivedCollector(false, false), derivedCollector(false, true)] : []),
        ...(routes ? [collectorObject('others', true)] : []),
        ...collectorForms,
      ];
    }
  }
  const configs = embeddedConfigs(content).map(({ text }) => parsedConfig(text));
  if (configs.length > 0) {
    const routes = configs.some(hasRoutes);
    const derived = looksLikeWorkload(content)
      ? [...(routes ? [workloadCollector(true)] : []), workloadCollector(false)]
      : [];
    return [...derived, ...(routes ? [objectWithConfigs(true)] : []), ...configForms];
  }
  const sidecar = sidecarIn(content)?.config;
  if (sidecar) return [...(hasRoutes(sidecar) ? [sidecarWorkload(true)] : []), sidecarWorkload(false), apiObject];
  const isHub = apiVersion === 'hub.mydecisive.ai/v1' && Object.hasOwn(hubForms, String(kind));
  const hub = isHub ? hubForms[String(kind)] : undefined;
  return hub === undefined ? [...monitoringForms(content), ...plainForms] : [hub, apiObject];
}

/** How many forms a configuration in a file of its own has; the last one says any. */
export function fileForms(content: ConfigMap): number {
  return hasRoutes(content) ? 3 : 2;
}

function hasRoutes(config: unknown): boolean {
  return isCollectorConfig(config) && routesIn(config).size > 0;
}
