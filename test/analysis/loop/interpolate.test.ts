import type { HubEvent } from '../../../src/analysis/loop/event';
import { fingerprint } from '../../../src/analysis/loop/fingerprint';
import { eventFields, interpolate, templateFields } from '../../../src/analysis/loop/interpolate';

const event: HubEvent = {
  id: 'event-1',
  name: 'loud.firing',
  subject: 'eventing.alert.h.f',
  hub: 'h',
  source: 'prometheus',
  sourceId: 'f',
  correlationId: '',
  timestamp: new Date('2024-01-01T00:01:00.123Z'),
  depth: 0,
  payload: '{"labels":{"z":"<é>","a":"${trigger:name}","empty":""},"status":"firing"}',
  occasion: { kind: 'alert', alert: 'loud', status: 'firing' },
};

// As the interpolation of MDAI's library mdai-data-core 0.3.0 has them.
test.each([
  [
    '${trigger:id} ${trigger:name} ${trigger:source} ${trigger:source_id} ${trigger:hub_name}',
    'event-1 loud.firing prometheus f h',
  ],
  ['${trigger:timestamp}, ${trigger:recursion_depth}', '2024-01-01T00:01:00Z, 0'],
  ['${trigger:payload.status} at ${ trigger : name }', 'firing at loud.firing'],
  ['${trigger:payload.labels}', String.raw`{"a":"${'$'}{trigger:name}","empty":"","z":"\u003cé\u003e"}`],
  // What is put in is not read again.
  ['${trigger:payload.labels.a}', '${trigger:name}'],
  ['${trigger:payload.labels.empty:-x}', ''],
  ['${trigger:payload.labels.none:-x y}', 'x y'],
  ['${trigger:payload.labels.none:-}', '${trigger:payload.labels.none:-}'],
  ['${trigger:payload.labels.none}', '${trigger:payload.labels.none}'],
  ['${trigger:correlation_id}', '${trigger:correlation_id}'],
  ['${trigger:payload.labels.z.deeper}', '${trigger:payload.labels.z.deeper}'],
  ['${trigger:payload.__proto__}', '${trigger:payload.__proto__}'],
  ['${template:team} ${template:blank:-x} ${template:toString}', 'ops x ${template:toString}'],
  ['${other:name:-x} ${trigger} $trigger:name', '${other:name:-x} ${trigger} $trigger:name'],
])('%s', (text, filled) => {
  const template = templateFields({ team: 'ops', blank: '' });
  expect(interpolate(text, { template, trigger: eventFields(event) })).toBe(filled);
});

// As Prometheus' library common 0.72.1 has them.
test.each([
  [{ alertname: 'loud', service: 'a', severity: 'warning' }, 'a8c64e1c215ce98d'],
  [{}, 'cbf29ce484222325'],
  [{ z: '😀', alertname: 'lärm', a_b: 'x' }, '09d71127302ef28d'],
])('the fingerprint of %j', (labels, expected) => {
  expect(fingerprint(labels)).toBe(expected);
});
