import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { componentShape, shapeAt } from '../../../src/convert/typescript/shapes';
import { noReferences, shapedValue } from '../../../src/convert/typescript/value';
import type { ConfigValue } from '../../../src/model/config';

const root = join(__dirname, '../../..');

function fits(type: string, value: ConfigValue): boolean {
  const shape = componentShape('exporter', type);
  return shape !== undefined && shapedValue(shapeAt(shape[0]), value, noReferences) !== undefined;
}

test('the shapes are those of the types', () => {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/tsx'), ['tools/shapes.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`).toBe('');
  expect(status).toBe(0);
}, 120_000);

test.each<[ConfigValue, boolean]>([
  [{ endpoint: 'https://a' }, true],
  [{ endpoint: 1 }, false],
  [{ endpiont: 'https://a' }, false],
  [{ timeout: '10s' }, true],
  [{ timeout: 10 }, false],
  [{ encoding: 'proto' }, true],
  [{ encoding: 'xml' }, false],
  [{ headers: { a: 'b' } }, true],
  [{ headers: [{ name: 'a', value: 'b' }] }, true],
  [{ headers: [{ name: 'a' }] }, false],
  [{ tls: { insecure: true } }, true],
  [{ tls: { insecure: 'true' } }, false],
  [[], false],
])('%j in an OTLP exporter: %s', (value, expected) => {
  expect(fits('otlp_http', value)).toBe(expected);
});

test('older names have a shape, names of nothing have none', () => {
  expect(componentShape('exporter', 'otlphttp')).toEqual(componentShape('exporter', 'otlp_http'));
  expect(componentShape('exporter', 'toString')).toBeUndefined();
});
