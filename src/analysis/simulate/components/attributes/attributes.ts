import { Unsupported } from '../../../../ottl/evaluate/value';
import type { Attributes, Batch } from '../../../../telemetry/data';
import type { ProcessorKind } from '../../setup';
import { pointsOf } from '../../walk';
import { readActions } from './actions';

/** Actions on the attributes of log records, spans and data points. */
export const attributes: ProcessorKind = {
  mutates: true,
  make(setup) {
    for (const key of ['include', 'exclude']) {
      if ((setup.config[key] ?? null) !== null) throw new Unsupported(`"${key}" is not simulated`);
    }
    const act = readActions(setup, 'actions');
    return (batch, call) => {
      eachAttributes(batch, (own) => act(own, call));
      return batch;
    };
  },
};

/** Actions on the attributes of resources. */
export const resource: ProcessorKind = {
  mutates: true,
  make(setup) {
    const act = readActions(setup, 'attributes');
    return (batch, call) => {
      for (const { resource } of batch.resources) act(resource.attributes, call);
      return batch;
    };
  },
};

function eachAttributes(batch: Batch, visit: (attributes: Attributes) => void): void {
  if (batch.signal === 'metrics') {
    for (const { scopes } of batch.resources) {
      for (const { records } of scopes)
        for (const metric of records) for (const point of pointsOf(metric)) visit(point.attributes);
    }
    return;
  }
  for (const { scopes } of batch.resources) {
    for (const { records } of scopes) for (const record of records) visit(record.attributes);
  }
}
