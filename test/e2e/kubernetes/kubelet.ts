import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Manifest } from '../../../src/testing';
import type { Cluster } from '../kubernetes';
import type { Account } from './accounts';

/**
 * Of the kubelet, what a node and its pods use. Like the real one it asks the API server whether whoever asks may get
 * `nodes/stats`; unlike that one it speaks HTTP, and is told who asks.
 */
export class Kubelet {
  static async start(cluster: Cluster, asking: Account, pods: readonly Manifest[]): Promise<Kubelet> {
    const server = createServer(async (request, response) => {
      const isAllowed = await cluster.may(asking, { verb: 'get', resource: 'nodes/stats' });
      const status = !isAllowed ? 403 : request.url === '/stats/summary' ? 200 : 404;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 200 ? JSON.stringify(summary(pods)) : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Kubelet(server);
  }

  private constructor(private readonly server: Server) {}

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Of k8s.io/kubelet/pkg/apis/stats/v1alpha1, what the collector reads by default. */
function summary(pods: readonly Manifest[]) {
  const time = new Date().toISOString();
  const used = {
    startTime: time,
    cpu: { time, usageNanoCores: 2_000_000, usageCoreNanoSeconds: 9_000_000_000 },
    memory: { time, availableBytes: 3e6, usageBytes: 2e6, workingSetBytes: 1e6, rssBytes: 1e6, pageFaults: 2 },
  };
  const disk = { time, availableBytes: 5e9, capacityBytes: 9e9, usedBytes: 4e9 };
  return {
    node: { nodeName: pods[0]?.spec.nodeName, ...used, fs: disk },
    pods: pods.map(({ metadata: { name, namespace, uid }, spec }) => ({
      podRef: { name, namespace, uid },
      ...used,
      network: { time, name: 'eth0', rxBytes: 100, rxErrors: 0, txBytes: 200, txErrors: 0 },
      containers: spec.containers.map((container: Manifest) => ({ name: container.name, ...used, rootfs: disk })),
    })),
  };
}
