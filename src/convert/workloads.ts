import type { CollectorMode } from '../model/collector';
import { at, type ConfigMap, isConfigMap } from '../model/config';
import type { Pointer } from '../source/document';
import type { Found } from './found';
import { maps, text, texts } from './values';

/** How a kind of workload runs pods, and where it has their template. */
interface WorkloadKind {
  readonly mode: Exclude<CollectorMode, 'sidecar'>;
  readonly template: Pointer;
}

const kinds: Readonly<Record<string, WorkloadKind>> = {
  'apps/v1 Deployment': { mode: 'deployment', template: ['spec', 'template'] },
  'apps/v1 DaemonSet': { mode: 'daemonset', template: ['spec', 'template'] },
  'apps/v1 StatefulSet': { mode: 'statefulset', template: ['spec', 'template'] },
  'apps/v1 ReplicaSet': { mode: 'deployment', template: ['spec', 'template'] },
  'batch/v1 Job': { mode: 'deployment', template: ['spec', 'template'] },
  'batch/v1 CronJob': { mode: 'deployment', template: ['spec', 'jobTemplate', 'spec', 'template'] },
  'v1 Pod': { mode: 'deployment', template: [] },
};

/** A container of a workload. */
export interface Container extends WorkloadKind {
  readonly workload: Found;
  readonly pod: ConfigMap;
  readonly content: ConfigMap;
  /** Where it stands in its workload. */
  readonly pointer: Pointer;
  /** Whether it is the first of the pod's own. */
  readonly first: boolean;
}

/** The labels of the pods that a workload makes; nothing for what is none. */
export function podLabels({ kind, content }: Found): Readonly<Record<string, string>> | undefined {
  const here = kinds[kind];
  return here && texts(at(content, ...here.template, 'metadata', 'labels') ?? {});
}

/** Where a workload has the template of its pods; nothing for what is none. */
export function templateOf({ apiVersion, kind }: ConfigMap): Pointer | undefined {
  return kinds[`${apiVersion} ${kind}`]?.template;
}

/** The containers of a workload, those that start before the others last. */
export function containersOf(workload: Found): Container[] {
  const here = kinds[workload.kind];
  const pod = here && at(workload.content, ...here.template, 'spec');
  if (here === undefined || !isConfigMap(pod)) return [];
  return (['containers', 'initContainers'] as const).flatMap((list) =>
    maps(pod[list]).map((content, i) => ({
      ...here,
      workload,
      pod,
      content,
      pointer: [...here.template, 'spec', list, i],
      first: list === 'containers' && i === 0,
    })),
  );
}

/** The words of a container's command line, with the variables in them that Kubernetes fills in. */
export function wordsOf({ content }: Container): Word[] {
  const values = new Map(maps(content.env).map((entry) => [text(entry.name), text(entry.value)]));
  return (['command', 'args'] as const).flatMap((field) => {
    const words = content[field];
    if (!Array.isArray(words)) return [];
    return words.map((word, i) => ({ text: filledIn(text(word), values), field, index: i }));
  });
}

/** A word of a command line, and where it stands in its container. */
export interface Word {
  readonly text: string;
  readonly field: 'command' | 'args';
  readonly index: number;
}

/** What Kubernetes makes of a text: `$(NAME)` is a variable, where there is one, and `$$` a plain `$`. */
export function filledIn(word: string, values: ReadonlyMap<string, string>): string {
  return word.replace(/\$\$|\$\(([^()]*)\)/g, (whole, name: string | undefined) =>
    name === undefined ? '$' : (values.get(name) ?? whole),
  );
}
