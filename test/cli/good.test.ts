import { basename, join } from 'node:path';
import { checked, manifestsIn } from './manifests';

const files = manifestsIn(join(__dirname, 'good'));

test.each(files.map((file) => [basename(file, '.yaml'), file] as const))(
  'nothing is wrong with %s',
  async (_, file) => {
    expect(await checked(file)).toEqual({ code: 0, issues: [] });
  },
);

test('they are of every form that collectors have', () => {
  expect(files.length).toBeGreaterThanOrEqual(25);
});
