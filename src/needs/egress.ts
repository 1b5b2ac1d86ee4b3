import type { CollectorModel } from '../model/collector';
import { at, type ConfigMap, type ConfigValue, strings } from '../model/config';
import { references } from '../model/reference';
import type { CollectorView } from '../view/view';
import type { RunningComponent } from './component';
import { rowsFor } from './condition';
import { localByDefault, silent, toldByFields } from './egress-kinds';
import { apiServer, egressTable } from './egress-table';
import type { EgressNeed } from './needs';
import { type Target, targetOf } from './target';

/** Fields that hold addresses, or lists of them, wherever they stand in what connects. */
const addressField = /^(endpoints?|.+_endpoint|urls?|.+_ur[li]|brokers?|proxy_address)$/;
// Texts of that name which nobody connects to.
const noAddress: ReadonlySet<string> = new Set(['generator_url', 'schema_url']);
// Components whose addresses are of datagrams, and say so nowhere.
const datagrams: ReadonlySet<string> = new Set(['receiver chrony', 'receiver ntp', 'receiver snmp']);

// Components whose field `endpoint` is a host alone: the port is in another field, and their row reads both.
const hostsAlone: ReadonlySet<string> = new Set(['exporter syslog']);

// The Service before the API server, which is no pod in the namespace of that name.
const apiService = /^kubernetes\.default(\.svc(\.cluster\.local)?)?\.?$/;

const anywhere: Target = { transport: 'TCP' };
const withRows: ReadonlySet<string> = new Set(egressTable.map(({ component }) => component));

/** Where a collector connects to: its components, its own telemetry, and what its configuration is read from. */
export function egressOf(
  components: readonly RunningComponent[],
  { config, service, collector }: CollectorView,
): readonly EgressNeed[] {
  const own = components.flatMap((component) => named(targets(component, collector), component.by));
  const telemetry = written(at(service, 'telemetry') ?? {}, [], collector, 'TCP');
  return distinct([
    ...own,
    ...named(telemetry, 'the collector’s own telemetry'),
    ...named(sources(config, collector), 'the configuration'),
  ]);
}

/** Whether anything is known of what a component connects to. */
export function isToldOf(key: string): boolean {
  return silent.has(key) || localByDefault.has(key) || toldByFields.has(key) || withRows.has(key);
}

/** Where a component connects to; a target without a host is somewhere. */
export function targets(component: RunningComponent, collector: CollectorModel): readonly Target[] {
  const { key, config, listens, found } = component;
  if (silent.has(key)) return [];
  const own = listens.map(({ path }) => path.join('.'));
  const fields = hostsAlone.has(key) ? [] : written(config, own, collector, datagrams.has(key) ? 'UDP' : 'TCP');
  const rows = rowsFor(egressTable, component, collector).flatMap(({ to }) => to.from(config, collector));
  const all = [...rows, ...fields].flatMap((target) => (apiService.test(target.host ?? '') ? apiServer : [target]));
  if (!isToldOf(key)) return [...all, anywhere];
  // What an observer found is put into a field that is not written.
  const isTold = all.length > 0 || writesAddress(config, own) || (!found && !toldByFields.has(key));
  return isTold ? all : [anywhere];
}

/** The addresses in the fields of a configuration, without those that it listens on. */
function written(
  config: ConfigValue,
  listens: readonly string[],
  collector: CollectorModel,
  transport: Target['transport'],
): readonly Target[] {
  return [...addressesIn(config, listens)].flatMap((one) => targetOf(one, collector, { transport }) ?? []);
}

function writesAddress(config: ConfigMap, listens: readonly string[]): boolean {
  return !addressesIn(config, listens).next().done;
}

/** The texts in the fields for addresses, but for those that are listened on. */
export function* addressesIn(config: ConfigValue, listens: readonly string[]): Generator<string> {
  for (const { text, path } of strings(config)) {
    const field = path.findLast((key) => typeof key === 'string');
    if (typeof field !== 'string' || !addressField.test(field) || noAddress.has(field) || text === '') continue;
    if (listens.includes(path.join('.'))) continue;
    for (const one of text.includes('://') ? [text] : text.split(',')) yield one;
  }
}

/** The servers that parts of the configuration are read from when the collector starts. */
function sources(config: ConfigMap, collector: CollectorModel): readonly Target[] {
  const found = [...strings(config)].flatMap(({ text }) => references(text));
  return found.flatMap(({ uri, source }): readonly Target[] => {
    if (source === undefined) return [];
    if (/^https?$/.test(source.scheme)) return [targetOf(uri, collector) ?? []].flat();
    return secretStores.has(source.scheme) ? [{ port: 443, transport: 'TCP' }] : [];
  });
}

// Providers of the contrib distribution that ask a cloud.
const secretStores: ReadonlySet<string> = new Set(['s3', 'secretsmanager', 'googlesecretmanager']);

function named(all: readonly Target[], by: string): readonly EgressNeed[] {
  return all.map((target) => ({ ...target, by }));
}

function distinct(needs: readonly EgressNeed[]): readonly EgressNeed[] {
  const key = ({ host, port, transport, by }: EgressNeed) => JSON.stringify([host, port, transport, by]);
  return [...new Map(needs.map((need) => [key(need), need])).values()];
}
