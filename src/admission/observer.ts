import { at, type ConfigMap } from '../model/config';
import { listAt, mapAt, textAt } from './read';
import { type Refusal, shown } from './refusal';

/** What the webhook of the MDAI operator refuses in an `MdaiObserver`. */
export function* observerRefusals(content: ConfigMap): Generator<Refusal> {
  for (const [i, observer] of listAt(content, 'spec', 'observers').entries()) {
    const { countMetricName, bytesMetricName } = mapAt(observer);
    if (countMetricName !== undefined || bytesMetricName !== undefined) continue;
    yield {
      code: 'hub-value',
      keys: ['spec', 'observers', i],
      message: `the observer "${textAt(observer, 'name')}" has no name for a metric.`,
      fix: 'Add "countMetricName" or "bytesMetricName".',
    };
  }
  for (const kind of ['limits', 'requests']) {
    const amounts = mapAt(content, 'spec', 'observerResource', 'resources', kind);
    for (const [resource, amount] of Object.entries(amounts)) {
      // The pattern of the definition lets pass what a quantity is not.
      if (typeof amount !== 'string' || !/[eE][+-]?\d*\.|^[+-]?\.?$/.test(amount)) continue;
      yield {
        code: 'hub-value',
        keys: ['spec', 'observerResource', 'resources', kind, resource],
        message: `${shown(at(amounts, resource))} is no quantity.`,
        fix: 'Write a number and a unit: 128Mi, 500m.',
      };
    }
  }
}
