import type { StorageModel } from '../../model/collector';
import { volumeName } from '../../needs/volume-name';
import type { PodSelector } from '../kubernetes/plain-object';
import { spread } from '../pods/availability';
import { defined } from '../pods/merge';
import { nobody, restrictedContainer, restrictedPod } from '../pods/security';
import { claimSpec, objectVolume } from '../pods/volumes';

/** A volume, and where the server finds it. */
export interface MountedVolume {
  readonly name: string;
  readonly path: string;
  /** What the volume is, in Kubernetes' own fields. */
  readonly source: object;
}

/** A server that keeps data in a folder, such as a Prometheus: the pods of a StatefulSet. */
export interface Server {
  readonly replicas: number;
  /** The Service that the names of its pods belong to. */
  readonly serviceName: string;
  readonly selector: PodSelector;
  /** Labels of its pods besides. */
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  readonly serviceAccountName: string;
  /** Whether it asks the API server. */
  readonly usesToken: boolean;
  readonly terminationGracePeriodSeconds: number;
  /** What is its own in its container, in Kubernetes' fields. */
  readonly container: { readonly name: string; readonly [field: string]: unknown };
  /** The folder of its data; without storage, it ends with the pod. */
  readonly data: { readonly path: string; readonly storage?: StorageModel | undefined };
  readonly configs: readonly MountedVolume[];
  /** Secrets and ConfigMaps of others. */
  readonly objects: readonly MountedVolume[];
}

const dataVolume = 'data';

/** The spec of a server's StatefulSet. */
export function serverSetSpec(server: Server): object {
  const { replicas, selector, annotations, data } = server;
  return defined({
    replicas,
    serviceName: server.serviceName,
    podManagementPolicy: 'Parallel',
    selector: { matchLabels: selector },
    volumeClaimTemplates: data.storage && [
      { metadata: { name: dataVolume }, spec: claimSpec({ storage: data.storage }) },
    ],
    template: {
      metadata: defined({ labels: { ...server.labels, ...selector }, annotations }),
      spec: defined({
        serviceAccountName: server.serviceAccountName,
        automountServiceAccountToken: server.usesToken,
        securityContext: restrictedPod(nobody),
        topologySpreadConstraints: spread(selector, replicas),
        terminationGracePeriodSeconds: server.terminationGracePeriodSeconds,
        containers: [container(server)],
        volumes: volumes(server),
      }),
    },
  });
}

function container({ container: own, configs, data, objects }: Server): object {
  const readOnly = ({ name, path }: MountedVolume) => ({ name, mountPath: path, readOnly: true });
  return defined({
    ...own,
    securityContext: restrictedContainer,
    volumeMounts: [...configs.map(readOnly), { name: dataVolume, mountPath: data.path }, ...objects.map(readOnly)],
  });
}

function volumes({ configs, data, objects }: Server): object[] {
  const volume = ({ name, source }: MountedVolume) => ({ name, ...source });
  return [
    ...configs.map(volume),
    ...(data.storage ? [] : [{ name: dataVolume, emptyDir: {} }]),
    ...objects.map(volume),
  ];
}

/** The probe of a path that the server answers on its port. */
export function webProbe(path: string, port: number) {
  return { httpGet: { path, port }, timeoutSeconds: 3 };
}

/** The port of a server that people use, by the name that all of its objects have for it. */
export function webPort(port: number) {
  return {
    number: port,
    ofContainer: { name: 'web', containerPort: port, protocol: 'TCP' },
    ofService: { name: 'web', port, protocol: 'TCP', targetPort: 'web' },
    ofPolicy: { port, protocol: 'TCP' },
  } as const;
}

/** The flags of a server with an address outside: its path is that of whoever stands before it, and nobody else asks with it. */
export function externalUrlFlags(url: string | undefined): string[] {
  return url === undefined ? [] : [`--web.external-url=${url}`, '--web.route-prefix=/'];
}

/** The Service by which the pods of a server are found one by one. */
export function serverHeadlessName({ name }: { readonly name: string }): string {
  return `${name}-headless`;
}

/** A ConfigMap that the server reads. */
export function configVolume(name: string, configMap: string, path: string): MountedVolume {
  return { name, path, source: objectVolume({ kind: 'configMap', name: configMap }) };
}

/** A Secret or ConfigMap of others, in a folder of its own. */
export function mountedObject(
  object: { readonly kind: 'secret' | 'configMap'; readonly name: string },
  path: string,
): MountedVolume {
  // A name may hold dots and a volume's may not, so that two could become one.
  const checked = object.name.includes('.') ? 'always' : 'if-lossy';
  return { name: volumeName(object.kind.toLowerCase(), object.name, checked), path, source: objectVolume(object) };
}
