import type { CollectorModel, SendModel } from '../model/collector';
import type { Issue } from '../model/issue';
import type { Model } from '../model/model';
import type { Signal } from '../model/signal';
import { type Socket, sockets } from '../view/sockets';
import { type CollectorView, viewOf } from '../view/view';
import { error, listed, placedAt, type Rule, warning } from './rule';

/** Exporters to a receiver of another collector that does not take what they send, or cannot be reached. */
export const inletUse: Rule = (model) =>
  model.collectors.flatMap((from) => (from.sends ?? []).flatMap((send) => [...judge(from, send, model)]));

function* judge(from: CollectorModel, send: SendModel, { collectors }: Model): Generator<Issue> {
  const path = `${from.path}/exporters/${send.exporter}`;
  const to = collectors.find((one) => one.path === send.to);
  if (to === undefined) {
    // It was taken out, or belongs to another app, of which nothing is known here.
    const message = `it sends to the collector ${send.to}, which is no part of this app.`;
    yield warning('inlet-unused', path, message, 'Take the inlet out of the pipelines, or put the collector back.');
    return;
  }
  const unused = unusedMessage(viewOf(from), viewOf(to), send);
  if (unused) {
    const fix = `Name the receiver in such a pipeline of ${to.path}, or send elsewhere.`;
    yield error('inlet-unused', path, unused, fix);
    return;
  }
  const unreachable = unreachableMessage(viewOf(to), send);
  if (unreachable) {
    const fix = `Let the receiver listen on 0.0.0.0:${send.port}; in a program, say so where it is made, before inlet() is called.`;
    yield placedAt(error('inlet-unreachable', path, unreachable, fix), ['exporters', send.exporter, 'endpoint']);
  }
  if (to.namespace === undefined && from.namespace !== undefined) {
    const message = `${to.path} has no namespace, so that it is looked for in this collector's own, ${from.namespace}.`;
    yield warning('inlet-unreachable', path, message, 'Give its chart a namespace.');
  }
}

/** A receiver answers only for the signals of the pipelines that use it. */
function unusedMessage(from: CollectorView, to: CollectorView, { exporter, receiver }: SendModel): string | undefined {
  if (!to.pipelinesKnown) return undefined;
  const users = to.pipelines.filter(({ receivers }) => receivers.ids.includes(receiver));
  if (users.length === 0) return `no pipeline of ${to.path} uses the receiver "${receiver}", so that nobody listens.`;
  const taken = users.map(({ signal }) => signal);
  const sent = from.pipelines.filter(({ exporters }) => exporters.ids.includes(exporter)).map(({ signal }) => signal);
  const refused = [
    ...new Set(sent.filter((signal): signal is Signal => signal !== undefined && !taken.includes(signal))),
  ];
  if (refused.length === 0) return undefined;
  return `no pipeline of ${to.path} takes ${refused.join(' or ')} from the receiver "${receiver}", which refuses them.`;
}

function unreachableMessage(to: CollectorView, { receiver, port }: SendModel): string | undefined {
  const bound: Socket[] = [...sockets(to)].filter(({ binds }) => {
    return binds?.component.kind === 'receiver' && binds.component.id === receiver;
  });
  if (bound.length === 0 || bound.some((socket) => socket.port === '')) return undefined;
  const there = bound.find((socket) => socket.port === String(port));
  if (there === undefined) {
    const ports = listed(bound.map((socket) => socket.port));
    return `it sends to port ${port}, and the receiver "${receiver}" of ${to.path} listens on ${ports}.`;
  }
  if (there.host !== 'localhost' || isOpened(to, there)) return undefined;
  return `the receiver "${receiver}" of ${to.path} listens on localhost, where only its own pod reaches it.`;
}

// OpenTelemetry operator 0.153, internal/components/receivers: of those that other collectors send to.
const opened: ReadonlySet<string> = new Set(['otlp', 'zipkin']);

/** Whether the operator writes an address on which others are listened to, because none is written. */
function isOpened({ collector }: CollectorView, { written, binds }: Socket): boolean {
  return collector.pod?.backend === 'operator' && !written && opened.has(binds?.component.type ?? '');
}
