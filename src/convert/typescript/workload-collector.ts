import { objectName } from '../../model/collector-names';
import { at, type ConfigMap, isConfigMap } from '../../model/config';
import { defaultRelease, type Release, releases } from '../../model/release';
import { type Code, object, string } from './code';
import { writeDerived } from './derived-collector';
import { embeddedConfigs, parsedConfig } from './embedded';
import type { ImportedObject, ImportedWorkload, Made, Place } from './form';
import { Unfit } from './unfit';
import { literal } from './value';
import { objectOf, workloadSpec } from './workload-spec';

/** The ConfigMap of a collector without an operator as a `Collector` that derives all its objects. @throws Unfit */
export function workloadCollector(routes: boolean) {
  return ({ content, workload }: ImportedObject, place: Place): Made => {
    const [embedded, ...more] = embeddedConfigs(content);
    const config = embedded && parsedConfig(embedded.text);
    if (workload === undefined || config === undefined || more.length > 0) throw new Unfit('it is of no workload');
    const spec = { ...workloadSpec(workload), config };
    const { id, name } = workload;
    const made = writeDerived(
      {
        id,
        name,
        namespace: at(content, 'metadata', 'namespace'),
        release: releaseIn(content),
        spec,
        hub: hubOf(spec),
        backend: 'workload',
        serviceAccount: account(workload, spec),
        defaults: defaults(workload),
      },
      place,
      routes,
    );
    return { ...made, within: { id, child: 'ConfigMap' } };
  };
}

function releaseIn(content: ConfigMap): Release {
  const label = at(content, 'metadata', 'labels', 'app.kubernetes.io/version');
  return releases.find((release) => release === label) ?? defaultRelease;
}

/** The hub whose variables the pods read. */
function hubOf({ envFrom }: ConfigMap): string | undefined {
  const name = at(envFrom, 0, 'configMapRef', 'name');
  return typeof name === 'string' && name.endsWith('-variables') ? name.slice(0, -'-variables'.length) : undefined;
}

/** The account of the pods: one of the collector's own, or another one. */
function account(workload: ImportedWorkload, { serviceAccount }: ConfigMap): Code | undefined {
  const own = serviceAccount === objectName(workload) ? objectOf(workload, 'ServiceAccount') : undefined;
  if (own === undefined) return typeof serviceAccount === 'string' ? string(serviceAccount) : undefined;
  const annotations = at(own, 'metadata', 'annotations');
  return isConfigMap(annotations) ? object([['annotations', literal(annotations)]]) : undefined;
}

function defaults(workload: ImportedWorkload): Code | undefined {
  return objectOf(workload, 'NetworkPolicy') === undefined ? literal({ networkPolicy: false }) : undefined;
}
