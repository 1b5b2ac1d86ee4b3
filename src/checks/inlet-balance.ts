import { at } from '../model/config';
import { isReference } from '../model/reference';
import { isAtLeast, type Release } from '../model/release';
import type { Signal } from '../model/signal';
import { type CollectorView, componentIn, placeOf } from '../view/view';
import { error, listed, perCollector, placedAt, warning } from './rule';

/** Keys that the load_balancing exporter takes for a signal; without one it has a default for each. */
const keys: { readonly [signal in Signal]?: readonly string[] } = {
  traces: ['traceID', 'service', 'attributes'],
  metrics: ['service', 'resource', 'metric', 'streamID', 'attributes'],
  logs: ['traceID', 'service', 'resource', 'attributes'],
};

// The first of this library's releases that has all of them.
const choosing = '0.159.0';

/** What 0.131 has less: it knows no attributes of metrics, and balances logs by trace, whatever it is told. */
const keysBefore: { readonly [signal in Signal]?: readonly string[] } = {
  traces: keys.traces,
  metrics: ['service', 'resource', 'metric', 'streamID'],
  logs: ['traceID'],
};

/** Keys by which a signal cannot be balanced. */
export const inletBalance = perCollector(function* (view) {
  const { release } = view.collector;
  for (const pipeline of view.pipelines) {
    const { signal, path, exporters } = pipeline;
    for (const id of signal ? exporters.ids : []) {
      const key = keyOf(view, id);
      const known = signal && keysOf(release)[signal];
      if (key === undefined || known === undefined || known.includes(key)) continue;
      const fix = `Balance ${signal} by ${listed(known)}, with an exporter of their own.`;
      if (signal === 'logs' && !isAtLeast(release, choosing)) {
        const message = `in ${release}, "${id}" balances logs by trace, not by ${key}.`;
        yield placedAt(warning('balance-key', path, message, fix), placeOf(pipeline, 'exporters', id));
      } else {
        const issue = error('balance-key', path, `"${id}" cannot balance ${signal} by ${key}.`, fix);
        yield placedAt(issue, placeOf(pipeline, 'exporters', id));
      }
    }
  }
});

function keysOf(release: Release) {
  return isAtLeast(release, choosing) ? keys : keysBefore;
}

function keyOf(view: CollectorView, id: string): string | undefined {
  const component = componentIn(view, 'exporters', id);
  if ((component?.facts?.type ?? component?.type) !== 'load_balancing') return undefined;
  const key = at(component?.config, 'routing_key');
  return typeof key === 'string' && key !== '' && !isReference(key) ? key : undefined;
}
