import type { ResourceRecords } from '../../../telemetry/data';
import type { Call } from '../consumer';
import { type ProcessorKind, type Setup, tell } from '../setup';
import { removeIf } from '../walk';
import { logSampler, spanSampler } from './sampling/sampler';

/** Keeps a part of the log records or spans, the same ones whenever and wherever it is asked. */
export const probabilisticSampler: ProcessorKind = {
  mutates: true,
  make(setup) {
    if (setup.signal === 'logs') {
      const keeps = logSampler(setup);
      return (batch, call) =>
        batch.signal === 'logs' && sample(setup, call, batch.resources, keeps) ? batch : undefined;
    }
    const keeps = spanSampler(setup);
    return (batch, call) =>
      batch.signal === 'traces' && sample(setup, call, batch.resources, keeps) ? batch : undefined;
  },
};

/** Whether anything is left; what is empty then, or was before, is removed. */
function sample<T extends { origin: number }>(
  setup: Setup,
  call: Call,
  resources: ResourceRecords<T>[],
  keeps: (record: T) => boolean,
): boolean {
  let count = 0;
  removeIf(resources, ({ scopes }) => {
    removeIf(scopes, ({ records }) => {
      removeIf(records, (record) => {
        if (keeps(record)) return false;
        count++;
        tell(setup, call, record.origin, { event: 'dropped' });
        return true;
      });
      return records.length === 0;
    });
    return scopes.length === 0;
  });
  if (count > 0) call.sink.drop?.({ collector: setup.collector.path, by: setup.id, count });
  return resources.length > 0;
}
