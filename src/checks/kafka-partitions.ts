import { mostPods } from '../model/most-pods';
import { running } from '../view/view';
import { perCollector, warning } from './rule';

/** Pods beyond the partitions of a topic, which read nothing. */
export const kafkaPartitions = perCollector(function* (view, { closed }) {
  const { pod } = view.collector;
  const pods = pod && mostPods(pod);
  if (pods === undefined || pods < 2) return;
  for (const { kind, id, type, facts, path } of running(view)) {
    if (kind !== 'receiver' || (facts?.type ?? type) !== 'kafka') continue;
    const partitions = view.collector.partitions?.[id];
    if (partitions !== undefined && pods > partitions) {
      const message = `${pods} pods read a topic of ${partitions} partitions, so that ${pods - partitions} of them stay idle.`;
      yield warning(
        'kafka-partitions',
        path,
        message,
        `Have at most ${partitions} replicas, or give the topic more partitions.`,
      );
    }
    // Manifests cannot say it.
    if (partitions === undefined && closed) {
      const message = `up to ${pods} pods read a topic, and it is not known whether it has a partition for each.`;
      yield warning('kafka-partitions', path, message, 'Say so: kafkaBuffer(…, { partitions: 12 }).');
    }
  }
});
