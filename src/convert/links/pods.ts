import { objectName, selectorLabels } from '../../model/collector-names';
import { at } from '../../model/config';
import { type LabelSelector, meetsSelector } from '../../model/label-selector';
import type { KnownPort, ScrapeSubject } from '../../model/scrape';
import type { Found } from '../found';
import type { Reading } from '../reading';
import { map, maps, number, text } from '../values';
import { containersOf, podLabels } from '../workloads';

/** Pods that a part of the model has. */
export interface Pods {
  readonly subject: ScrapeSubject;
  /** The name of the part, for people. */
  readonly name: string;
  readonly namespace: string | undefined;
  /** The file that says it. */
  readonly file: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The ports that their containers declare; absent where another program writes them. */
  readonly ports?: readonly KnownPort[];
}

/** The pods of all parts of a model. Labels are facts of the OpenTelemetry operator 0.153 and the MDAI operator 0.2.12. */
export function podsIn({ lists, workloads, origins }: Reading): readonly Pods[] {
  const fileOf = (path: string) => origins.get(path)?.document.path ?? '';
  const collectors = lists.collectors.flatMap((collector): Pods[] => {
    const { path, name, namespace, pod } = collector;
    const part = { subject: { kind: 'collector', path } as const, name, namespace, file: fileOf(path) };
    if (pod?.backend === 'operator') {
      const labels = {
        ...selectorLabels({ name, namespace, backend: 'operator' }),
        'app.kubernetes.io/name': objectName(collector),
      };
      return pod.mode === 'sidecar' ? [] : [{ ...part, labels }];
    }
    const workload = workloads.get(path);
    if (workload === undefined) return [];
    return [{ ...part, labels: podLabels(workload) ?? {}, ports: portsOf(workload) }];
  });
  const observers = lists.observers.map(({ path, name, namespace }): Pods => {
    const labels = { app: `${name}-mdai-observer` };
    return { subject: { kind: 'observer', path }, name, namespace, file: fileOf(path), labels };
  });
  const monitors = lists.hubMonitors.map(({ path, name, namespace }): Pods => {
    const labels = { 'app.kubernetes.io/component': `${name}-mdai-collector` };
    return { subject: { kind: 'hubMonitor', path }, name, namespace, file: fileOf(path), labels };
  });
  return [...collectors, ...observers, ...monitors];
}

/** The ports of a workload's containers. */
export function portsOf(workload: Found): KnownPort[] {
  return containersOf(workload)
    .flatMap(({ content }) => maps(content.ports))
    .flatMap(({ name, containerPort }) => {
      const port = number(containerPort);
      return port === undefined ? [] : [{ port, ...(name !== undefined && { name: text(name) }) }];
    });
}

/** Whether pods are among those that a selector takes in some namespaces. */
export function isSelected(
  { labels, namespace }: Pick<Pods, 'labels' | 'namespace'>,
  selector: LabelSelector,
  namespaces: 'all' | readonly (string | undefined)[],
): boolean {
  return (namespaces === 'all' || namespaces.includes(namespace)) && meetsSelector(labels, selector);
}

/** The labels that a Service asks its pods for; nothing for one that selects none. */
export function serviceSelector({ content }: Found): LabelSelector | undefined {
  const selector = Object.entries(map(at(content, 'spec', 'selector')));
  if (selector.length === 0) return undefined;
  return { labels: Object.fromEntries(selector.map(([label, value]) => [label, text(value)])), expressions: [] };
}

/** The pods without those that another file has under the same name: of such, the nearest is meant. */
export function nearest(pods: readonly Pods[], file: string): readonly Pods[] {
  const byName = new Map<string, Pods>();
  for (const one of pods) {
    const key = `${one.subject.kind} ${one.namespace ?? ''}/${one.name}`;
    if (!byName.has(key) || one.file === file) byName.set(key, one);
  }
  return [...byName.values()];
}
