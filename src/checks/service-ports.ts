import type { CollectorModel } from '../model/collector';
import type { Issue } from '../model/issue';
import { needsOf } from '../needs/needs-of';
import { error, perCollector, placedAt } from './rule';

// IANA service names, as Kubernetes takes them for ports (apimachinery, util/validation).
const portName = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/** Ports given for the Services that Kubernetes refuses, or that stand twice. */
export const servicePorts = perCollector(function* ({ path, collector }) {
  const taken = derived(collector);
  for (const [i, { name, port, protocol = 'TCP' }] of (collector.pod?.options.ports ?? []).entries()) {
    const place = `${path}/pod/ports/${name ?? i}`;
    const keys = ['ports', i];
    if (name === undefined || !portName.test(name)) yield placedAt(badName(place, name), [...keys, 'name']);
    if (!Number.isInteger(port) || port < 1 || port > maxPort) {
      const issue = error('port-invalid', place, `${port} is no port.`, `Give a number from 1 to ${maxPort}.`);
      yield placedAt(issue, [...keys, 'port']);
    }
    const other = taken.get(`${port} ${protocol}`);
    if (other !== undefined && other !== name) {
      const message = `port ${port} (${protocol}) stands twice: as "${name}" and as "${other}".`;
      const fix = `Call it "${other}" to replace the derived one, or give another port.`;
      yield placedAt(error('port-shared', place, message, fix), [...keys, 'port']);
    }
    if (name !== undefined) taken.set(`${port} ${protocol}`, name);
  }
});

const maxPort = 65535;

function derived(collector: CollectorModel): Map<string, string> {
  if (!collector.pod?.derive.ports) return new Map();
  return new Map(needsOf(collector).ports.map(({ name, port, transport }) => [`${port} ${transport}`, name]));
}

function badName(path: string, name: string | undefined): Issue {
  const message = name === undefined ? 'a port of a Service needs a name.' : `"${name}" is no name of a port.`;
  return error(
    'port-invalid',
    path,
    message,
    'Use at most 15 lower-case letters, digits and inner dashes, a letter among them.',
  );
}
