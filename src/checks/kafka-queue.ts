import { at } from '../model/config';
import { exportersBehind } from '../view/downstream';
import { hasSendingQueue } from '../view/sending-queue';
import { type ComponentView, running } from '../view/view';
import { perCollector, warning } from './rule';

/**
 * A Kafka receiver that marks a message as read once its records were sent, before an exporter that takes them into a queue
 * in memory: they count as sent when the queue has them, and a restart loses them.
 */
export const kafkaQueue = perCollector(function* (view) {
  for (const receiver of running(view)) {
    if (receiver.kind !== 'receiver' || receiver.type !== 'kafka') continue;
    if (at(receiver.config, 'message_marking', 'after') !== true) continue;
    for (const exporter of exportersBehind(view, receiver)) {
      if (!keepsInMemory(exporter)) continue;
      const message = `"${receiver.id}" marks messages as read once "${exporter.id}" has queued them in memory, where a restart loses them.`;
      const fix = 'Set sending_queue: { enabled: false }, and Kafka is the queue; or give the queue a storage.';
      yield warning('kafka-queue', exporter.path, message, fix);
    }
  }
});

function keepsInMemory(exporter: ComponentView): boolean {
  const queue = at(exporter.config, 'sending_queue');
  return hasSendingQueue(exporter) && at(queue, 'storage') === undefined && at(queue, 'wait_for_result') !== true;
}
