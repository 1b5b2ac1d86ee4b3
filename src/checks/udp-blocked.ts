import { needsOf } from '../needs/needs-of';
import { error, perCollector } from './rule';

/** The operator's network policy lets TCP in alone: what is sent to a UDP receiver would be lost in silence. */
export const udpBlocked = perCollector(function* ({ path, collector }) {
  if (collector.pod?.operator.networkPolicy?.enabled !== true) return;
  for (const { port, transport, by } of needsOf(collector).ports) {
    if (transport !== 'UDP') continue;
    const message = `the operator's network policy blocks ${by}, which listens on UDP port ${port}: it opens every port for TCP.`;
    const fix = 'Leave it out, and let another policy open the UDP port; in TypeScript, one comes with the collector.';
    yield error('udp-blocked', `${path}/operator/networkPolicy`, message, fix);
  }
});
