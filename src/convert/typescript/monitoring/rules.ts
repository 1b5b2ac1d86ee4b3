import { at, type ConfigMap } from '../../../model/config';
import { collectorGroup } from '../../../monitoring/collector-rules';
import { volumeGroup } from '../../../monitoring/volume-rules';
import { map, maps } from '../../values';
import { blankLine, call, method, object, plain, type Statement, standingFor, string, unlessEmpty } from '../code';
import { collectorKey, type ImportedObject, type Made, type Place, type PrometheusVariable } from '../form';
import { Unfit } from '../unfit';
import { groupStatements } from './groups';
import { identityOf } from './identity';
import { texts } from './texts';

/** The rules of a Prometheus of the program, with those by which it watches collectors. @throws Unfit for other rules */
export function watchingRules(imported: ImportedObject, place: Place): Made {
  const prometheus = ownerOf(imported, place);
  const groups = maps(at(imported.content, 'spec', 'groups'));
  const own = groups.filter(({ name }) => name !== collectorGroup && name !== volumeGroup);
  if (own.length === groups.length) throw new Unfit('no group of it watches collectors');
  const watch: Statement = { kind: 'run', value: method(plain(prometheus.variable), 'monitorCollectors') };
  return rulesOf(prometheus, own, [watch], place);
}

/** The rules of a Prometheus of the program. @throws Unfit for other rules */
export function ownRules(imported: ImportedObject, place: Place): Made {
  const prometheus = ownerOf(imported, place);
  return rulesOf(prometheus, maps(at(imported.content, 'spec', 'groups')), [], place);
}

/** A `PrometheusRule` with its groups, for whichever Prometheus selects it. @throws Unfit */
export function prometheusRules(imported: ImportedObject, place: Place): Made {
  const { id, content } = imported;
  const { name, props } = identityOf(imported, id, place);
  const variable = place.names.claim(/rules?$/i.test(name) ? name : `${name}_rules`);
  const all = object([
    ...props,
    ['labels', texts(at(content, 'metadata', 'labels'))],
    ['annotations', texts(at(content, 'metadata', 'annotations'))],
  ]);
  return {
    before: [],
    variable,
    value: call(
      'new PrometheusRules',
      plain(place.chart),
      string(id),
      ...unlessEmpty(standingFor(all, map(content.metadata))),
    ),
    proposals: [],
    after: groupStatements(plain(variable), at(content, 'spec', 'groups'), place),
  };
}

/** The Prometheus whose own rules an object holds: it has the same name. */
function ownerOf({ content }: ImportedObject, place: Place): PrometheusVariable {
  const found = place.prometheuses.get(collectorKey(content));
  if (found === undefined) throw new Unfit('no Prometheus of the program has its name');
  return found;
}

function rulesOf(
  { variable, id, name }: PrometheusVariable,
  groups: readonly ConfigMap[],
  more: readonly Statement[],
  place: Place,
): Made {
  const [first, ...after] = [...groupStatements(plain(variable), groups, place, name), ...more];
  if (first === undefined || first.kind === 'blank' || !('value' in first)) throw new Unfit('it has no rules');
  return {
    before: [blankLine],
    ...(first.kind === 'const' && { variable: first.name }),
    value: first.value,
    proposals: [],
    after: [...after, blankLine],
    also: [`${id}/Rules`, `${id}/rules`],
    part: { variable, id: 'Rules' },
  };
}
