import { type Extension, isComponent, type Receiver } from '../catalog/component';
import { env, text, type Value } from '../model/value';
import { component, extensions, type PresetOptions, type ReceiverConfig, receivers } from './preset';

type FileLog = ReceiverConfig<'file_log'>;

/** Containers by their names. In each of them, `*` stands for any text. */
export interface PodLogFiles {
  /** The pod's namespace. @default '*' */
  readonly namespace?: Value<string>;
  /** The pod's name. @default '*' */
  readonly pod?: Value<string>;
  /** The container's name. @default '*' */
  readonly container?: Value<string>;
}

/** What `presets.podLogs` takes. */
export interface PodLogsOptions extends PresetOptions<FileLog> {
  /** The containers whose logs are read. @default all */
  readonly include?: readonly PodLogFiles[];
  /** Containers that are left out, of those. The collector's own pod is left out besides. @default none */
  readonly exclude?: readonly PodLogFiles[];
  /**
   * Read the logs of the collector's own pod too. Where it logs what it sends, or that sending fails, each record
   * makes another one.
   * @default false
   */
  readonly ownLogs?: boolean;
  /**
   * Where files are read from that are there when the collector starts. Files that come later are read whole, and with
   * `checkpoints` every file is read on from where it was left.
   * @default 'end'
   */
  readonly startAt?: 'beginning' | 'end';
  /**
   * Keeps the read positions on disk, so that a restart loses and repeats nothing: `true` in a `file_storage` of the
   * receiver's own, or in the storage extension that is given.
   * @default false
   */
  readonly checkpoints?: boolean | Extension<'storage'>;
  /** Steps behind the one that parses the container runtime's format, in order. @default none */
  readonly operators?: FileLog['operators'];
}

/**
 * Reads what containers on the collector's node write to their output: a `file_log` receiver for a daemon set. Records
 * carry namespace, pod, container and restart count, and wait where the pipeline refuses them.
 */
export function podLogs(options: PodLogsOptions = {}): Receiver<'logs', FileLog> {
  const {
    include = [{}],
    exclude = [],
    ownLogs = false,
    startAt = 'end',
    checkpoints = false,
    operators = [],
  } = options;
  const left = [...exclude, ...(ownLogs ? [] : [ownPod])];
  return component(receivers.file_log, options, {
    include: include.map(filesOf),
    ...(left.length > 0 && { exclude: left.map(filesOf) }),
    start_at: startAt,
    // The parser takes namespace, pod and container from the path, which says all that the name does.
    include_file_path: true,
    include_file_name: false,
    operators: [{ type: 'container', id: 'container' }, ...operators],
    retry_on_failure: { enabled: true },
    ...(checkpoints !== false && { storage: isComponent(checkpoints) ? checkpoints : offsets(options.name) }),
  });
}

const ownPod: PodLogFiles = { namespace: env('K8S_NAMESPACE'), pod: env('K8S_POD_NAME') };

/** The kubelet's folders are `<namespace>_<pod>_<uid>/<container>`, and names have no underscore. */
function filesOf({ namespace = '*', pod = '*', container = '*' }: PodLogFiles): Value<string> {
  if (namespace === '*' && pod === '*') return text`/var/log/pods/*/${container}/*.log`;
  return text`/var/log/pods/${namespace}_${pod}_*/${container}/*.log`;
}

function offsets(name: string | undefined): Extension<'storage'> {
  const folder = name ?? 'pod-logs';
  return extensions.file_storage(`${folder}-offsets`, {
    directory: `/var/lib/otelcol/${folder}`,
    create_directory: true,
  });
}
