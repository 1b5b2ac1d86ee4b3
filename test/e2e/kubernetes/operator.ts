import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../src/testing';
import { moduleFolder, pinnedVersion } from '../../../tools/crds/fetch';
import { tool } from '../../../tools/locate';
import type { Cluster } from '../kubernetes';
import { Running, scratch, until } from '../process';
import { accepted } from './client';
import { definitionOf } from './definitions';
import { isReady, objectsIn, outside, permit, registerWebhooks } from './outside';
import { freePorts } from './ports';

const operatorModule = 'github.com/open-telemetry/opentelemetry-operator';

/** The ServiceAccount that the operator runs as; it may do what the operator's own manifests let it do. */
const account = { namespace: 'opentelemetry-operator-system', name: 'opentelemetry-operator-controller-manager' };

/** The workload that each mode becomes; a sidecar becomes none. */
const workloads: Readonly<Record<string, string>> = {
  deployment: 'Deployment',
  daemonset: 'DaemonSet',
  statefulset: 'StatefulSet',
};

/** The OpenTelemetry operator, outside of the cluster that it acts on, with its webhooks. */
export class Operator {
  /** @param cluster has the custom resources */
  static async start(cluster: Cluster): Promise<Operator> {
    const [webhookPort = 0, probePort = 0] = await freePorts(2);
    const folder = scratch();
    const files = moduleFolder(operatorModule, pinnedVersion(operatorModule));
    const roles = ['role.yaml', 'auth_proxy_role.yaml'].flatMap((file) => objectsIn(join(files, 'config/rbac', file)));
    const kubeconfig = await permit(cluster, account, roles, folder);
    // There is no flag for the folder of the certificate.
    const certificates = join(folder, 'k8s-webhook-server', 'serving-certs');
    mkdirSync(certificates, { recursive: true });
    copyFileSync(cluster.certificate.file, join(certificates, 'tls.crt'));
    copyFileSync(cluster.certificate.key, join(certificates, 'tls.key'));
    const flags = [
      `--webhook-port=${webhookPort}`,
      `--health-probe-addr=127.0.0.1:${probePort}`,
      '--metrics-addr=0',
      '--metrics-secure=false',
    ];
    const program = new Running(tool('opentelemetry-operator'), flags, {
      KUBECONFIG: kubeconfig,
      TMPDIR: folder,
      NAMESPACE: account.namespace,
      SERVICE_ACCOUNT_NAME: account.name,
    });
    const operator = new Operator(cluster, program, folder);
    try {
      await program.printed('"Starting workers"', 60);
      await until(() => isReady(probePort), 'the operator to be ready', 60);
      await register(cluster, join(files, 'config/webhook/manifests.yaml'), webhookPort);
      return operator;
    } catch (error) {
      await operator.stop();
      throw new Error(`${error}\n${program.output}`);
    }
  }

  private constructor(
    private readonly cluster: Cluster,
    private readonly program: Running,
    private readonly folder: string,
  ) {}

  async stop(): Promise<void> {
    await this.program.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Waits until the operator has made what it makes of an OpenTelemetryCollector, and returns the workload. */
  async workloadOf(collector: Manifest): Promise<Manifest> {
    const { name, namespace } = collector.metadata;
    const kind = workloads[collector.spec.mode];
    if (kind === undefined) throw new Error(`The mode ${collector.spec.mode} has no workload.`);
    // The status is what it writes last.
    const isDone = async () => (await this.cluster.get(collector)).body.status?.image !== undefined;
    await until(isDone, `the operator to reconcile ${namespace}/${name}`).catch((error) => {
      throw new Error(`${error.message}\n${this.problems.join('\n')}`);
    });
    const workload = { apiVersion: 'apps/v1', kind, metadata: { name: `${name}-collector`, namespace } };
    return accepted(await this.cluster.get(workload)).body;
  }

  /** What the operator has logged as more than information. */
  get problems(): string[] {
    return this.program.output.split('\n').filter((line) => line !== '' && !/"level":"(INFO|DEBUG)"/.test(line));
  }
}

/** The conversion between versions, and the webhooks as the operator's manifests have them, but outside of the cluster. */
async function register(cluster: Cluster, manifests: string, port: number): Promise<void> {
  const definition = definitionOf('OpenTelemetryCollector');
  const conversion = {
    strategy: 'Webhook',
    webhook: { clientConfig: outside(cluster, port, '/convert'), conversionReviewVersions: ['v1alpha1', 'v1beta1'] },
  };
  accepted(await cluster.apply({ ...definition, spec: { ...definition.spec, conversion } }));
  await registerWebhooks(cluster, manifests, port);
}
