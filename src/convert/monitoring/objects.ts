import { at } from '../../model/config';
import { identityOf } from '../found';
import { originOf, type Reader } from '../reading';
import { map, texts } from '../values';
import { monitoringApis } from './kinds';
import { addRules } from './rule-files';

/** A monitor or a set of rules for the Prometheus operator; rules are read whoever takes them. */
export const monitoringObject: Reader = (object, reading) => {
  const kind = monitoringApis[object.kind];
  if (kind === undefined) return;
  const labels = texts(at(object.content, 'metadata', 'labels') ?? {});
  reading.lists.monitoring.push({ ...identityOf(object), kind, labels });
  reading.origins.set(object.path, originOf(object, [['spec']]));
  if (kind === 'PrometheusRule') addRules(reading, object.path, map(object.content.spec), originOf(object, [['spec']]));
};
