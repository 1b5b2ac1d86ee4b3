import { attributes, got, log, logs, metrics, send, withProcessor } from './run';

const text = (value: string) => ({ key: 'k', value: { stringValue: value } });

test('attributes of records move to resources, which are shared by all that have them', () => {
  const input = {
    resourceLogs: [
      {
        ...(
          logs({ a: 'x' }, log('1', { k: 'v', own: 'o' }), log('2', {}), log('3', { k: 'w' })) as {
            resourceLogs: object[];
          }
        ).resourceLogs[0],
        schemaUrl: 'u',
      },
      { ...(logs({ a: 'x', k: 'v' }, log('4')) as { resourceLogs: object[] }).resourceLogs[0] },
    ],
  };
  expect(got(send(withProcessor('groupbyattrs', '{ keys: [k] }'), input))).toEqual([
    {
      resourceLogs: [
        {
          resource: { attributes: [{ key: 'a', value: { stringValue: 'x' } }, text('v')] },
          scopeLogs: [
            {
              scope: { name: 's' },
              logRecords: [
                { body: { stringValue: '1' }, attributes: attributes({ own: 'o' }) },
                { body: { stringValue: '4' } },
              ],
            },
          ],
        },
        {
          resource: { attributes: attributes({ a: 'x' }) },
          scopeLogs: [{ scope: { name: 's' }, logRecords: [{ body: { stringValue: '2' } }] }],
        },
        {
          resource: { attributes: [{ key: 'a', value: { stringValue: 'x' } }, text('w')] },
          scopeLogs: [{ scope: { name: 's' }, logRecords: [{ body: { stringValue: '3' } }] }],
        },
      ],
    },
  ]);
});

test('data points of one metric part, and meet again by name and kind', () => {
  const point = (asInt: number, k: string) => ({ asInt: String(asInt), attributes: attributes({ k }) });
  const gauge = (name: string, ...dataPoints: object[]) => ({ name, gauge: { dataPoints } });
  const input = metrics({}, gauge('m', point(1, 'v'), point(2, 'w')), gauge('m', point(3, 'v')), { name: 'empty' });
  expect(got(send(withProcessor('groupbyattrs', '{ keys: [k] }', 'metrics'), input))).toEqual([
    {
      resourceMetrics: [
        {
          resource: { attributes: [text('v')] },
          scopeMetrics: [{ scope: { name: 's' }, metrics: [gauge('m', { asInt: '1' }, { asInt: '3' })] }],
        },
        {
          resource: { attributes: [text('w')] },
          scopeMetrics: [{ scope: { name: 's' }, metrics: [gauge('m', { asInt: '2' })] }],
        },
      ],
    },
  ]);
});
