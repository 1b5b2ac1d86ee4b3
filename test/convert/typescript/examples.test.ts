import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from './apps';

const examples = readdirSync(join(__dirname, '../../../examples'));

/** What is left as an `ApiObject` of each example; all else of it is constructs. */
const left: Readonly<Record<string, readonly string[]>> = {
  'closed-loop': [
    'ConfigMap',
    'ConfigMap',
    'ConfigMap',
    'Namespace',
    'NetworkPolicy',
    'NetworkPolicy',
    'Role',
    'RoleBinding',
    'Service',
    'Service',
    'Service',
    'Service',
    'ServiceAccount',
    'ServiceAccount',
    'StatefulSet',
    'StatefulSet',
  ],
  'data-filtration': ['Namespace'],
  'dynamic-compliance': ['Namespace'],
  'dynamic-sampling': ['Namespace'],
  replay: ['Namespace'],
  webhooks: ['Namespace'],
};

test.each(examples.filter((name) => name !== 'no-operator'))('%s comes back as constructs', (name) => {
  const texts = [...importFile(join('examples', name, 'expected')).files].flatMap(([path, text]) =>
    path.endsWith('.ts') ? [text] : [],
  );
  const objects = texts.join('').split('new ApiObject(').slice(1);
  const kinds = objects.map((object) => /kind: '(\w+)'/.exec(object)?.[1]);
  expect(kinds.sort()).toEqual(left[name] ?? []);
});
