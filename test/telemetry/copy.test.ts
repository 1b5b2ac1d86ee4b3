import * as fc from 'fast-check';
import { copyBatch, copyValue } from '../../src/telemetry/copy';
import type { AnyValue } from '../../src/telemetry/data';
import { readTelemetry } from '../../src/telemetry/read';

const values: fc.Arbitrary<AnyValue> = fc.letrec<{ value: AnyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.double(),
    fc.string(),
    fc.uint8Array({ maxLength: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 3 }).map((pairs) => new Map(pairs)),
  ),
})).value;

/** Every object inside a value, itself included. */
function parts(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = value instanceof Map ? [...value.values()] : value instanceof Uint8Array ? [] : Object.values(value);
  return [value, ...inner.flatMap(parts)];
}

test('a copy of a value is equal and shares nothing', () => {
  fc.assert(
    fc.property(values, (value) => {
      const copy = copyValue(value);
      expect(copy).toEqual(value);
      const own = new Set(parts(value));
      expect(parts(copy).filter((part) => own.has(part))).toEqual([]);
    }),
  );
});

const attribute = { key: 'a', value: { arrayValue: { values: [{ kvlistValue: {} }, { bytesValue: 'AQ==' }] } } };
const attributes = [attribute];
const exemplars = [{ filteredAttributes: attributes }];

test.each([
  {
    resourceLogs: [
      {
        resource: { attributes },
        scopeLogs: [{ scope: { attributes }, logRecords: [{ attributes, body: attribute.value }] }],
      },
    ],
  },
  { resourceSpans: [{ scopeSpans: [{ spans: [{ attributes, events: [{ attributes }], links: [{ attributes }] }] }] }] },
  {
    resourceMetrics: [
      {
        scopeMetrics: [
          {
            metrics: [
              { metadata: attributes, gauge: { dataPoints: [{ attributes, exemplars }] } },
              { histogram: { dataPoints: [{ attributes, exemplars, bucketCounts: [1], explicitBounds: [1] }] } },
              { exponentialHistogram: { dataPoints: [{ exemplars, positive: { bucketCounts: [1] }, negative: {} }] } },
              { summary: { dataPoints: [{ attributes, quantileValues: [{ quantile: 1 }] }] } },
            ],
          },
        ],
      },
    ],
  },
])('a copy of a batch is equal and shares nothing', (document) => {
  const [batch] = readTelemetry(document);
  if (batch === undefined) throw new Error('nothing read');
  const copy = copyBatch(batch);
  expect(copy).toEqual(batch);
  const own = new Set(parts(batch));
  expect(parts(copy).filter((part) => own.has(part))).toEqual([]);
});
