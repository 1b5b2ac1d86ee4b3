import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { moduleFolder, pinnedVersion } from '../../../tools/crds/fetch';
import { tool } from '../../../tools/locate';
import type { Cluster } from '../kubernetes';
import { isReady, objectsIn, permit, registerWebhooks } from '../kubernetes/outside';
import { freePorts } from '../kubernetes/ports';
import { Running, scratch, until } from '../process';
import type { Redis } from './redis';

const operatorModule = 'github.com/mydecisive/mdai-operator';

/** The ServiceAccount that the operator runs as; it may do what the operator's own manifests let it do. */
const account = { namespace: 'mdai', name: 'mdai-operator-controller-manager' };

/** The MDAI operator, outside of the cluster that it acts on, with its webhooks. */
export class MdaiOperator {
  /**
   * @param cluster has the custom resources
   * @param store where the operator finds the values of variables
   */
  static async start(cluster: Cluster, store: Redis): Promise<MdaiOperator> {
    const [webhookPort = 0, probePort = 0] = await freePorts(2);
    const folder = scratch();
    const files = join(moduleFolder(operatorModule, pinnedVersion(operatorModule)), 'config');
    const kubeconfig = await permit(cluster, account, objectsIn(join(files, 'rbac/role.yaml')), folder);
    const { file, key } = cluster.certificate;
    const flags = [
      `--webhook-port=${webhookPort}`,
      `--webhook-cert-path=${dirname(file)}`,
      `--webhook-cert-name=${basename(file)}`,
      `--webhook-cert-key=${basename(key)}`,
      `--health-probe-bind-address=127.0.0.1:${probePort}`,
    ];
    const program = new Running(tool('mdai-operator'), flags, {
      KUBECONFIG: kubeconfig,
      RELEASE_NAME: 'mdai',
      OTEL_SDK_DISABLED: 'true',
      VALKEY_ENDPOINT: store.address,
      VALKEY_PASSWORD: store.password,
    });
    const operator = new MdaiOperator(program, folder);
    try {
      await program.printed('"Starting workers"', 60);
      await until(() => isReady(probePort), 'the MDAI operator to be ready', 60);
      await registerWebhooks(cluster, join(files, 'webhook/manifests.yaml'), webhookPort, 'mdai-operator-');
      return operator;
    } catch (error) {
      await operator.stop();
      throw new Error(`${error}\n${program.output}`);
    }
  }

  private constructor(
    private readonly program: Running,
    private readonly folder: string,
  ) {}

  async stop(): Promise<void> {
    await this.program.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What the operator has logged as more than information. */
  get problems(): string[] {
    return this.program.output.split('\n').filter((line) => line !== '' && !/"level":"(info|debug)"/.test(line));
  }
}
