import { fieldAt } from '../catalog/definitions';
import type { CollectorModel } from '../model/collector';
import { type Signal, signals } from '../model/signal';
import { hasSendingQueue } from '../view/sending-queue';
import { type CollectorView, type ComponentView, componentIn, running, viewOf } from '../view/view';

// What a collector has that can go wrong, and so be measured. Of a component that the catalogue does not know, everything
// is possible.

/** The signals that a collector takes in by receivers of its own. */
export function receivedSignals(collector: CollectorModel): Signal[] {
  return signalsWhere(viewOf(collector), 'receivers', ({ kind }) => kind === 'receiver');
}

/** The signals that a collector sends by exporters that count what they send. */
export function sentSignals(collector: CollectorModel): Signal[] {
  return signalsWhere(viewOf(collector), 'exporters', countsWhatItSends);
}

/** The signals of which exporters keep a queue. */
export function queuedSignals(collector: CollectorModel): Signal[] {
  return signalsWhere(viewOf(collector), 'exporters', keepsQueue);
}

/** The signals that a processor of this type works on. */
export function processedSignals(collector: CollectorModel, type: string): Signal[] {
  return signalsWhere(viewOf(collector), 'processors', (component) => component.facts?.type === type);
}

/** The signals that receivers scrape by the collector's own helper, which counts what went wrong. */
export function scrapedSignals(collector: CollectorModel): Signal[] {
  return signalsWhere(viewOf(collector), 'receivers', scrapes);
}

/** Whether a component of this kind and type runs. */
export function runs(collector: CollectorModel, kind: ComponentView['kind'], type: string): boolean {
  return [...running(viewOf(collector))].some((component) => component.kind === kind && component.facts?.type === type);
}

/** Exporters that count nothing. */
const silentExporters: ReadonlySet<string> = new Set(['nop']);

export function countsWhatItSends({ kind, facts }: ComponentView): boolean {
  return kind === 'exporter' && !(facts && silentExporters.has(facts.type));
}

function keepsQueue(component: ComponentView): boolean {
  return countsWhatItSends(component) && hasSendingQueue(component);
}

function scrapes({ kind, inRelease }: ComponentView): boolean {
  return (
    kind === 'receiver' && inRelease !== undefined && fieldAt(inRelease.schema, ['collection_interval']) !== undefined
  );
}

function signalsWhere(
  view: CollectorView,
  role: 'receivers' | 'processors' | 'exporters',
  holds: (component: ComponentView) => boolean,
): Signal[] {
  return signals.filter((signal) =>
    view.pipelines.some(
      (pipeline) =>
        pipeline.signal === signal &&
        pipeline[role].ids.some((id) => {
          const component = componentIn(view, role, id);
          return component !== undefined && holds(component);
        }),
    ),
  );
}
