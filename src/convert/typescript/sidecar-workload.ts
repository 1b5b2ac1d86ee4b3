import { at } from '../../model/config';
import { defaultRelease } from '../../model/release';
import { newApiObject } from './api-object';
import { blankLine, method, object, plain, type Statement, unlessEmpty } from './code';
import { releaseOf } from './derived';
import { writeDerived } from './derived-collector';
import type { ImportedObject, Made, Place } from './form';
import { ownVariables, sidecarIn } from './sidecar';
import { Unfit } from './unfit';
import { literal } from './value';
import { containerFields, hubIn } from './workload-spec';

/** A workload whose pods a collector joined: the object without it, and a `Collector` that joins. @throws Unfit */
export function sidecarWorkload(routes: boolean) {
  return (imported: ImportedObject, place: Place): Made => {
    const { content, made } = imported;
    const found = sidecarIn(content);
    if (found === undefined || made === undefined) throw new Unfit('no collector joined its pods');
    const { container, config, native, workload } = found;
    const spec = {
      ...containerFields(container),
      env: ownVariables(container),
      mode: 'sidecar',
      config,
    };
    const key = `sidecar ${JSON.stringify(container)}`;
    // Several workloads may be joined by one.
    const known = place.shared.get(key);
    const statements: Statement[] = [];
    let variable = known;
    if (variable === undefined) {
      const collector = {
        made,
        namespace: at(content, 'metadata', 'namespace'),
        release: releaseOf(container.image) ?? defaultRelease,
        spec,
        hub: hubIn(spec),
        backend: 'workload',
      } as const;
      const written = writeDerived(collector, place, routes);
      const name = written.variable ?? '';
      variable = plain(name);
      place.shared.set(key, variable);
      const { before, value, after } = written;
      statements.push(...before, ...(before.length > 1 ? [blankLine] : []), { kind: 'const', name, value }, ...after);
    }
    const name = place.names.claim(String(at(content, 'metadata', 'name')), `${made.name}_${content.kind}`);
    const options = object([['native', native ? plain('true') : undefined]]);
    return {
      before: statements,
      variable: name,
      value: newApiObject({ ...imported, content: workload }, place, literal),
      proposals: [],
      after: [{ kind: 'run', value: method(variable, 'joinPodsOf', plain(name), ...unlessEmpty(options)) }],
      ...(known === undefined && { also: [made.id] }),
    };
  };
}
