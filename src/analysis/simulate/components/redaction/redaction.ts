import { isAtLeast } from '../../../../model/release';
import type { Attributes, Batch } from '../../../../telemetry/data';
import type { ProcessorKind } from '../../setup';
import { pointsOf } from '../../walk';
import { Redactor } from './redactor';

// Until then the attributes of scopes were left alone.
const scopesSince = '0.159.0';

/** Removes the attributes that are not allowed, and masks or hashes what must not be seen, in bodies of logs, too. */
export const redaction: ProcessorKind = {
  mutates: true,
  make(setup) {
    const redactor = new Redactor(setup);
    const scopes = isAtLeast(setup.collector.release, scopesSince);
    return (batch) => {
      for (const resource of batch.resources) {
        redactor.attributes(resource.resource.attributes);
        if (scopes) for (const { scope } of resource.scopes) redactor.attributes(scope.attributes);
      }
      eachRecord(batch, redactor);
      return batch;
    };
  },
};

function eachRecord(batch: Batch, redactor: Redactor): void {
  if (batch.signal === 'logs') {
    for (const log of recordsOf(batch)) {
      redactor.attributes(log.attributes);
      redactor.body(log);
    }
  } else if (batch.signal === 'traces') {
    for (const span of recordsOf(batch)) {
      redactor.attributes(span.attributes);
      for (const event of span.events) redactor.attributes(event.attributes);
    }
  } else {
    for (const metric of recordsOf(batch)) {
      for (const point of pointsOf(metric)) redactor.attributes(point.attributes as Attributes);
    }
  }
}

function* recordsOf<T>({ resources }: { resources: { scopes: { records: T[] }[] }[] }): Generator<T> {
  for (const { scopes } of resources) for (const { records } of scopes) yield* records;
}
