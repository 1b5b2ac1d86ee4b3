import type { CollectorModel, PodModel } from '../model/collector';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import { mostPods } from '../model/most-pods';
import { scalingOf } from '../needs/scaling';
import { receiversBefore } from '../view/upstream';
import { type ComponentView, running, viewOf } from '../view/view';
import { listed, type Rule, warning } from './rule';

/** Components that several pods cannot simply share: those that would do the same again, and those that need all of something. */
export const scaled: Rule = (model) => model.collectors.flatMap((collector) => [...judge(collector, model)]);

function* judge(collector: CollectorModel, model: Model): Generator<Issue> {
  const pods = podsOf(collector.pod);
  if (pods === undefined) return;
  const { singletons, stateful } = scalingOf(collector);
  for (const { by, because, fix } of singletons) {
    const message = `${by} has to run once: ${pods} ${because}.`;
    yield warning('scaled-singleton', pathOf(collector, by), message, `${capital(fix)}.`);
  }
  for (const { by, because, fix } of stateful) {
    const feeds = fedBy(collector, by);
    const unbalanced = feeds.filter((receiver) => !isBalanced(collector, receiver, model));
    if (unbalanced.length === 0) continue;
    const from = listed(unbalanced.map(({ id }) => id));
    const message = `${by} cannot be spread: of what comes through ${from}, ${pods} ${because}.`;
    yield warning('scaled-stateful', pathOf(collector, by), message, `${capital(fix)}.`);
  }
}

/** Several pods, in words. */
function podsOf(pod: PodModel | undefined): string | undefined {
  if (pod === undefined) return undefined;
  const most = mostPods(pod);
  if (most === undefined) return pod.mode === 'daemonset' ? 'the pods of all nodes' : 'the pods that it joins';
  if (most < 2) return undefined;
  return most === pod.replicas ? `${most} pods` : `up to ${most} pods`;
}

/** `processor tail_sampling` as a component of the collector. */
function componentOf(collector: CollectorModel, by: string): ComponentView | undefined {
  return [...running(viewOf(collector))].find(({ kind, id }) => `${kind} ${id}` === by);
}

function pathOf(collector: CollectorModel, by: string): string {
  return componentOf(collector, by)?.path ?? collector.path;
}

function fedBy(collector: CollectorModel, by: string): ComponentView[] {
  const component = componentOf(collector, by);
  if (component === undefined) return [];
  return component.kind === 'receiver' ? [component] : receiversBefore(viewOf(collector), component);
}

/**
 * Whether everyone who sends to a receiver sends what belongs together to one pod. Of manifests, others may send to it that
 * are not among them.
 */
function isBalanced(collector: CollectorModel, receiver: ComponentView, { collectors, closed }: Model): boolean {
  const sends = collectors.flatMap((from) =>
    (from.sends ?? []).filter((send) => send.to === collector.path && send.receiver === receiver.id),
  );
  if (sends.length === 0) return !closed;
  return sends.every(({ exporter }) => /^load_?balancing$/.test(exporter.split('/')[0] ?? ''));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
