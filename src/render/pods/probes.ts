import type { CollectorModel } from '../../model/collector';
import { at } from '../../model/config';
import { viewOf } from '../../view/view';

/** Where the collector says that it is well. */
export interface HealthEndpoint {
  readonly path: string;
  readonly port: number;
  readonly scheme: 'HTTP' | 'HTTPS';
}

/** The endpoint of the enabled `health_check` extension; none where there is none that a kubelet can reach. */
export function healthEndpoint(collector: CollectorModel): HealthEndpoint | undefined {
  const view = viewOf(collector);
  for (const id of view.enabled.ids) {
    const extension = view.sections.extension.components.get(id);
    if (extension?.type !== 'health_check') continue;
    const endpoint = at(extension.config, 'endpoint');
    const [, host, port] = typeof endpoint === 'string' ? (/^(.*):(\d+)$/.exec(endpoint) ?? []) : [];
    if (host === undefined || local.has(host)) continue;
    const path = at(extension.config, 'path');
    return {
      path: typeof path === 'string' ? path : '/',
      port: Number(port),
      scheme: at(extension.config, 'tls') === undefined ? 'HTTP' : 'HTTPS',
    };
  }
  return undefined;
}

const local = new Set(['localhost', '127.0.0.1', '[::1]']);
