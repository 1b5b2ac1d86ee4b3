import type { CollectorModel } from '../model/collector';
import type { Issue } from '../model/issue';
import { needsOf } from '../needs/needs-of';
import { error, perCollector } from './rule';

// IANA service names, as Kubernetes takes them for ports (apimachinery, util/validation).
const portName = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/** Ports given for the Services that Kubernetes refuses, or that stand twice. */
export const servicePorts = perCollector(function* ({ path, collector }) {
  const taken = derived(collector);
  for (const [i, { name, port, protocol = 'TCP' }] of (collector.pod?.options.ports ?? []).entries()) {
    const at = `${path}/pod/ports/${name ?? i}`;
    if (name === undefined || !portName.test(name)) yield badName(at, name);
    if (!Number.isInteger(port) || port < 1 || port > maxPort) {
      yield error('port-invalid', at, `${port} is no port.`, `Give a number from 1 to ${maxPort}.`);
    }
    const other = taken.get(`${port} ${protocol}`);
    if (other !== undefined && other !== name) {
      const message = `port ${port} (${protocol}) stands twice: as "${name}" and as "${other}".`;
      yield error('port-shared', at, message, `Call it "${other}" to replace the derived one, or give another port.`);
    }
    if (name !== undefined) taken.set(`${port} ${protocol}`, name);
  }
});

const maxPort = 65535;

function derived(collector: CollectorModel): Map<string, string> {
  if (!collector.pod?.derive.ports) return new Map();
  return new Map(needsOf(collector).ports.map(({ name, port, transport }) => [`${port} ${transport}`, name]));
}

function badName(at: string, name: string | undefined): Issue {
  const message = name === undefined ? 'a port of a Service needs a name.' : `"${name}" is no name of a port.`;
  return error(
    'port-invalid',
    at,
    message,
    'Use at most 15 lower-case letters, digits and inner dashes, a letter among them.',
  );
}
