import { at, type ConfigMap } from '../../model/config';
import { defaultRelease, type Release, releases } from '../../model/release';
import { writeDerived } from './derived-collector';
import { embeddedConfigs, parsedConfig } from './embedded';
import type { ImportedObject, Made, Place } from './form';
import { Unfit } from './unfit';
import { hubIn, workloadSpec } from './workload-spec';

/** The ConfigMap of a collector without an operator as a `Collector` that derives all its objects. @throws Unfit */
export function workloadCollector(routes: boolean) {
  return ({ content, made }: ImportedObject, place: Place): Made => {
    const [embedded, ...more] = embeddedConfigs(content);
    const config = embedded && parsedConfig(embedded.text);
    if (made === undefined || config === undefined || more.length > 0) throw new Unfit('it is of no workload');
    const spec = { ...workloadSpec(made), config };
    const written = writeDerived(
      {
        made,
        namespace: at(content, 'metadata', 'namespace'),
        release: releaseIn(content),
        spec,
        hub: hubIn(spec),
        backend: 'workload',
      },
      place,
      routes,
    );
    return { ...written, within: { id: made.id, child: 'ConfigMap' } };
  };
}

function releaseIn(content: ConfigMap): Release {
  const label = at(content, 'metadata', 'labels', 'app.kubernetes.io/version');
  return releases.find((release) => release === label) ?? defaultRelease;
}
