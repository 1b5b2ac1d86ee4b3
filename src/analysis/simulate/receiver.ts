import { at } from '../../model/config';
import { MdaiError } from '../../model/issue';
import { didYouMean } from '../../model/nearest';
import type { CollectorView, ComponentView } from '../../view/view';
import type { Signal } from './setup';

/** Where telemetry comes in. */
export interface Entry {
  readonly id: string;
  /** Whether the headers of a request stay with its telemetry. */
  readonly keepsMetadata: boolean;
}

/** The receiver that is meant; without an id the only one for the signal, or the only `otlp` among them. */
export function receiverFor(
  view: CollectorView,
  signal: Signal,
  wanted: string | undefined,
  protocol: 'http' | 'grpc',
): Entry {
  const receivers = receiversOf(view, signal);
  const names = receivers.map(({ id }) => id);
  const receiver = wanted === undefined ? theOne(receivers) : receivers.find(({ id }) => id === wanted);
  if (receiver === undefined) throw new MdaiError(`${view.path}: ${noReceiver(signal, wanted, names)}`);
  const section = receiver.type === 'otlp' ? at(receiver.config, 'protocols', protocol) : receiver.config;
  return { id: receiver.id, keepsMetadata: at(section, 'include_metadata') === true };
}

function noReceiver(signal: Signal, wanted: string | undefined, names: readonly string[]): string {
  if (names.length === 0) return `no receiver takes ${signal}.`;
  if (wanted === undefined) return `several receivers take ${signal}. Name one: ${names.join(', ')}.`;
  const fix = didYouMean(wanted, names, `It has: ${names.join(', ')}.`);
  return `there is no receiver "${wanted}" that takes ${signal}. ${fix}`;
}

function theOne(receivers: readonly ComponentView[]): ComponentView | undefined {
  if (receivers.length === 1) return receivers[0];
  const otlp = receivers.filter(({ type }) => type === 'otlp');
  return otlp.length === 1 ? otlp[0] : undefined;
}

/** The receivers that send a signal into pipelines. */
function receiversOf(view: CollectorView, signal: Signal): ComponentView[] {
  const ids = new Set(
    view.pipelines.filter((pipeline) => pipeline.signal === signal).flatMap(({ receivers }) => receivers.ids),
  );
  return [...ids].flatMap((id) => view.sections.receiver.components.get(id) ?? []);
}
