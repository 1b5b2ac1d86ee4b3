import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../../src/testing';
import { tool } from '../../../tools/locate';
import type { Cluster } from '../kubernetes';
import { permit } from '../kubernetes/outside';
import { freePorts } from '../kubernetes/ports';
import { Running, scratch, until } from '../process';
import type { Redis } from './redis';

/** What the event hub may do: read what the operator writes for it and what webhooks name, and deploy replays. */
const account = { namespace: 'mdai', name: 'mdai-event-hub' };
const role = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'mdai-event-hub' },
  rules: [
    { apiGroups: [''], resources: ['configmaps', 'secrets'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: ['hub.mydecisive.ai'], resources: ['mdaireplays'], verbs: ['create', 'delete'] },
  ],
};

/** An event, and what became of it. */
export interface Handled {
  readonly name: string;
  readonly hub: string;
  readonly source: string;
  readonly depth: number;
  /** JSON. */
  readonly payload: string;
  readonly automations: readonly string[] | null;
  readonly failure?: string;
}

/** What makes values of variables from alerts and requests, by the packages of MDAI's gateway and event hub. */
export class RealLoop {
  static async start(cluster: Cluster, store: Redis): Promise<RealLoop> {
    const [port = 0] = await freePorts(1);
    const folder = scratch();
    // It looks for the cluster where kubectl does.
    const config = join(folder, '.kube/config');
    mkdirSync(dirname(config));
    renameSync(await permit(cluster, account, [role], folder), config);
    const flags = [`--address=127.0.0.1:${port}`, `--folder=${join(folder, 'queues')}`];
    const program = new Running(tool('mdai-loop'), flags, {
      HOME: folder,
      VALKEY_ENDPOINT: store.address,
      VALKEY_PASSWORD: store.password,
    });
    const loop = new RealLoop(`http://127.0.0.1:${port}`, program, folder);
    try {
      await program.printed('listening on', 60);
      return loop;
    } catch (error) {
      await loop.stop();
      throw error;
    }
  }

  private seen = 0;

  private constructor(
    private readonly address: string,
    private readonly program: Running,
    private readonly folder: string,
  ) {}

  async stop(): Promise<void> {
    await this.program.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Waits until the automations of a hub are known. */
  async knows(hub: string): Promise<void> {
    await until(async () => hub in (await this.ask('GET', '/hubs')), `the automations of ${hub} to be known`);
  }

  /** A notification of Alertmanager; returns all events that followed from it. */
  async notify(notification: Manifest): Promise<readonly Handled[]> {
    await this.ask('POST', '/alerts/alertmanager', notification);
    return this.settled();
  }

  /** Somebody sets a manual variable, or removes from it; returns all events that followed. */
  async request(method: 'POST' | 'DELETE', hub: string, variable: string, data: unknown): Promise<readonly Handled[]> {
    await this.ask(method, `/variables/hub/${hub}/var/${variable}`, { data });
    return this.settled();
  }

  /** A replay says that it has ended, by what its status variable becomes; returns all events that followed. */
  async ended(hub: string, variable: string, status: string): Promise<readonly Handled[]> {
    await this.ask('POST', `/replays/hub/${hub}/var/${variable}`, { data: status });
    return this.settled();
  }

  private async settled(): Promise<readonly Handled[]> {
    let events: readonly Handled[] = [];
    await until(async () => {
      const answer = await this.ask('GET', '/events');
      events = answer.events;
      return answer.settled;
    }, 'all events to be handled');
    const after = events.slice(this.seen);
    this.seen = events.length;
    return after;
  }

  private async ask(method: string, path: string, body?: unknown): Promise<Manifest> {
    const answer = await fetch(`${this.address}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  }
}
