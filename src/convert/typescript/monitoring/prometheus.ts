import { at, type ConfigMap } from '../../../model/config';
import { quantity } from '../../../model/quantity';
import { defaultVersion } from '../../monitoring/version';
import { list, map } from '../../values';
import { array, type Code, call, object, plain, standingFor, string, unlessEmpty } from '../code';
import type { ImportedObject, Made, Place } from '../form';
import { sizeCode } from '../measures';
import { Unfit } from '../unfit';
import type { Entries } from './entries';
import { identityOf } from './identity';
import { remoteWriteCode } from './remote-write';
import { numberOf, textOf, textsOf } from './scalars';
import { type ServerDefaults, serverEntries } from './server';
import { texts } from './texts';

/** A `Prometheus` as this library writes it. @throws Unfit for another */
export function prometheus(imported: ImportedObject, place: Place): Made {
  const spec = map(imported.content.spec);
  const { retention, retentionSize, evaluationInterval, storage } = spec;
  const usualRetention = storage === undefined ? '24h' : '15d';
  return server('Prometheus', imported, place, [
    ['evaluationInterval', unless(usualInterval, evaluationInterval)],
    ['retention', unless(usualRetention, retention)],
    ['retentionSize', sizeCode(String(retentionSize).replace(/B$/, ''), usualSize(spec))],
    ['alertmanager', alertmanagerOf(imported.content, place)],
  ]);
}

/** A `PrometheusAgent` as this library writes it. @throws Unfit for another */
export function prometheusAgent(imported: ImportedObject, place: Place): Made {
  return server('PrometheusAgent', imported, place, []);
}

const usualInterval = '30s';

const defaults: ServerDefaults = {
  version: defaultVersion,
  repository: 'quay.io/prometheus/prometheus',
  memoryMiB: 1024,
  cpu: 1,
};

function server(type: string, imported: ImportedObject, place: Place, own: Entries): Made {
  const { id, content } = imported;
  const { name, props } = identityOf(imported, id, place);
  const spec = map(content.spec);
  if (spec.serviceAccountName !== `${name}-prometheus`) {
    throw new Unfit(
      `a ${type} of this library has an account of its own, with the rights that follow from what it reads`,
    );
  }
  const variable = place.names.claim(name, `${name}_server`);
  const remotes = list(spec.remoteWrite).map(remoteWriteCode);
  const all = object([
    ...props,
    ...serverEntries(spec, defaults),
    ['shards', numberOf(spec.shards)],
    ['scrapeInterval', unless(usualInterval, spec.scrapeInterval)],
    ['scrapeTimeout', textOf(spec.scrapeTimeout)],
    ['externalLabels', texts(spec.externalLabels && unescaped(spec.externalLabels))],
    ['enableFeatures', textsOf(spec.enableFeatures)],
    ...own,
    ['remoteWrite', remotes.length === 0 ? undefined : array(remotes)],
  ]);
  return {
    before: [],
    variable,
    value: call(`new ${type}`, plain(place.chart), string(id), ...unlessEmpty(standingFor(all, spec))),
    proposals: [],
    after: [],
    prometheus: { variable, id, name },
  };
}

function unless(usual: string, value: ConfigMap[string] | undefined): Code | undefined {
  return value === usual ? undefined : textOf(value);
}

/** Where Prometheus fills in variables, a `$` is written twice. */
function unescaped(labels: NonNullable<ConfigMap[string]>): ConfigMap {
  const entries = Object.entries(map(labels));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? value.replaceAll('$$', '$') : value]),
  );
}

/** What may be filled of a claim, in mebibytes. */
function usualSize(spec: ConfigMap): number | undefined {
  const claimed = at(spec, 'storage', 'volumeClaimTemplate', 'spec', 'resources', 'requests', 'storage');
  const bytes = quantity(claimed);
  return bytes === undefined ? undefined : Math.floor((bytes / 2 ** 20) * 0.8);
}

/** The Alertmanager of the program that alerts go to. */
function alertmanagerOf(content: ConfigMap, place: Place): Code | undefined {
  const first = at(content, 'spec', 'alerting', 'alertmanagers', 0);
  const [service, namespace] = [at(first, 'name'), at(first, 'namespace')];
  if (typeof service !== 'string') return undefined;
  return place.alertmanagers.get(`${typeof namespace === 'string' ? namespace : ''}/${service}`);
}
