import { needsOf } from '../needs/needs-of';
import { error, perCollector } from './rule';

/** The operator's network policy lets TCP in alone: what is sent to a UDP receiver would be lost in silence. */
export const udpBlocked = perCollector(function* ({ path, collector }) {
  if (collector.pod?.operator.networkPolicy?.enabled !== true) return;
  for (const { port, transport, by } of needsOf(collector).ports) {
    if (transport !== 'UDP') continue;
    const message = `the operator's network policy blocks ${by}, which listens on UDP port ${port}: it opens every port for TCP.`;
    const fix = 'Leave operator.networkPolicy out: the policy that comes with the collector opens UDP ports as such.';
    yield error('udp-blocked', `${path}/operator/networkPolicy`, message, fix);
  }
});
