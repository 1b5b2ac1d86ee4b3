import fc from 'fast-check';
import { needsOf } from '../../src/needs/needs-of';
import { volumeName } from '../../src/needs/volume-name';
import { collectorOf, type Pieces, shown } from './shown';

const mounts = (pieces: Pieces) => shown(needsOf(collectorOf(pieces))).mounts ?? [];
const logs = (...include: readonly string[]): Pieces => ({ mode: 'daemonset', receivers: { file_log: { include } } });

test.each([
  [['/var/log/nginx/*.log'], ['node-var-log-nginx /var/log/nginx ro']],
  [['/var/log/nginx/access.log'], ['node-var-log-nginx /var/log/nginx ro']],
  [['/var/log/app-[ab]/*.log'], ['node-var-log /var/log ro']],
  [['/var/log/**/*.log', '/var/log/audit/*.log'], ['node-var-log /var/log ro']],
  [
    ['/var/log/a/*', '/var/log/ab/*'],
    ['node-var-log-a /var/log/a ro', 'node-var-log-ab /var/log/ab ro'],
  ],
  // Nothing can be mounted over the container itself, and what is not known is not mounted.
  [['/*.log'], []],
  [['logs/*.log'], []],
  [['${env:LOGS}/*.log'], []],
])('%j is read in %j', (include, expected) => {
  expect(mounts(logs(...include))).toEqual(expected);
});

test('two folders whose names would be one volume are two', () => {
  const names = mounts(logs('/data/a_b/*', '/data/a/b/*')).map((line) => line.split(' ')[0]);
  expect(names).toEqual(['node-data-a-b', expect.stringMatching(/^node-data-a-b-[0-9a-f]{8}$/)]);
});

test('one folder that several write to is one mount', () => {
  const exporters = { file: { path: '/data/a.json' }, 'file/b': { path: '/data/b.json' } };
  expect(mounts({ exporters })).toEqual(['storage storage-data:/data']);
  const groups = { file: { path: '/data/*/out.json', group_by: { enabled: true } } };
  expect(mounts({ exporters: groups })).toEqual(['storage storage-data:/data']);
});

test('a volume’s name is a DNS label, and the same for the same text', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme' }), (text) => {
      const name = volumeName('storage', text);
      expect(name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
      expect(name.length).toBeLessThanOrEqual(63);
      expect(volumeName('storage', text)).toBe(name);
    }),
  );
});

test('long names keep apart what differs at their end', () => {
  const long = '/var/lib/otelcol/'.padEnd(90, 'x');
  expect(volumeName('storage', `${long}/a`)).not.toBe(volumeName('storage', `${long}/b`));
});
