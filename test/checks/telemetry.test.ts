import type { Release } from '../../src/model/release';
import { issuesIn } from './models';

const at = 'telemetry/gateway/service/telemetry';

const telemetry = (value: unknown, release: Release = '0.159.0') =>
  issuesIn(
    (config) => {
      config.service.telemetry = value;
    },
    { release },
  );

const prometheus = { host: '0.0.0.0', port: 8888 };

test('metrics have readers unless they are off', () => {
  expect(telemetry({ metrics: { readers: [] } })).toEqual([`telemetry-readers ${at}/metrics/readers`]);
  expect(telemetry({ metrics: { level: 'None', readers: [] } })).toEqual([]);
  expect(telemetry({ metrics: { level: '${env:LEVEL:-none}', readers: [] } })).toEqual([]);
});

test('a reader says where it reads to', () => {
  const reader = (value: unknown) => telemetry({ metrics: { readers: [value] } });
  const issue = [`telemetry-readers ${at}/metrics/readers/0`];
  expect(reader({})).toEqual(issue);
  expect(reader({ pull: { exporter: { prometheus: { host: '0.0.0.0' } } } })).toEqual(issue);
  expect(reader({ pull: { exporter: { prometheus } }, periodic: { exporter: { console: {} } } })).toEqual(issue);
  expect(reader({ periodic: { exporter: { otlp: { endpoint: 'http://vendor' } } } })).toEqual(issue);
  expect(reader({ pull: { exporter: { prometheus } } })).toEqual([]);
  expect(reader({ pull: '${file:/reader.yaml}' })).toEqual([]);
});

test('views need the level detailed', () => {
  expect(telemetry({ metrics: { views: [] } })).toEqual([`telemetry-views ${at}/metrics/views`]);
  expect(telemetry({ metrics: { level: 'detailed', views: [] } })).toEqual([]);
});

test('a resource is a list or a map', () => {
  const attributes = [{ name: 'a', value: 'b' }];
  expect(telemetry({ resource: { attributes, c: 'd' } })).toEqual([`telemetry-resource ${at}/resource`]);
  expect(telemetry({ resource: { c: 1 } })).toEqual([`telemetry-resource ${at}/resource/c`]);
  expect(telemetry({ resource: { attributes_list: 'a=b' } })).toEqual([
    `telemetry-resource ${at}/resource/attributes_list`,
  ]);
  expect(telemetry({ resource: { attributes } })).toEqual([]);
  expect(telemetry({ resource: { c: 'd', e: null } })).toEqual([]);
});

test('in an older release it is a map', () => {
  expect(telemetry({ resource: { attributes: [] } }, '0.131.0')).toEqual([`config-section ${at}/resource/attributes`]);
  expect(telemetry({ resource: { c: 'd' } }, '0.131.0')).toEqual([]);
});
