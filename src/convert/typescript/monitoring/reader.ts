import { type Code, call, object, plain, type Statement, string } from '../code';
import type { Place, PrometheusVariable } from '../form';
import { constructId, kebabCase } from '../names';
import { Unfit } from '../unfit';
import { literal } from '../value';
import { commonLabels, isReadByCollector } from './readers-elsewhere';

/** The Prometheus that reads a monitor, and the statements that make it where it is not there yet. */
export interface Reader {
  readonly prometheus: PrometheusVariable;
  readonly before: readonly Statement[];
}

/** The Prometheus of the program in a namespace; where there is none, one that is somewhere else. @throws Unfit for neither */
export function readerOf(namespace: string | undefined, place: Place): Reader {
  const managed = place.prometheuses.get(namespace ?? '');
  if (managed) return { prometheus: managed, before: [] };
  const key = `Prometheus of ${place.chart}/${namespace ?? ''}`;
  const known = place.shared.get(key);
  if (isReadByCollector(place.objects)) throw new Unfit('a target allocator reads it');
  if (known)
    return { prometheus: { variable: textIn(known), id: textIn(place.shared.get(`id of ${key}`)) }, before: [] };
  const isElsewhere = namespace !== undefined && namespace !== place.namespace;
  const own = isElsewhere ? `prometheus-${namespace}` : 'prometheus';
  const id = place.freeId(constructId(kebabCase(own)));
  const variable = place.names.claim(own, `existing_${own}`);
  place.shared.set(key, string(variable));
  place.shared.set(`id of ${key}`, string(id));
  const props = object([
    ['namespace', isElsewhere ? string(namespace) : undefined],
    ['selectorLabels', literal({ ...commonLabels(place.objects, namespace) })],
  ]);
  const value = call('Prometheus.existing', plain(place.chart), string(id), props);
  return { prometheus: { variable, id }, before: [{ kind: 'const', name: variable, value }] };
}

function textIn(code: Code | undefined): string {
  return code?.kind === 'string' ? code.value : '';
}
