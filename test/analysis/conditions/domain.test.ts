import { domainOf } from '../../../src/analysis/conditions/domain';
import { releases } from '../../../src/model/release';
import { language } from '../../../src/ottl/language';
import { parseValue } from '../../../src/ottl/parser';
import type { PathFacts } from '../../../src/ottl/tables';

const kindOf: Readonly<Record<PathFacts['type'], string>> = {
  string: 'string',
  int: 'int',
  float: 'float',
  bool: 'bool',
  map: 'map',
  slice: 'slice',
  time: 'other',
  id: 'other',
  bytes: 'bytes',
  object: 'other',
  any: 'string',
};

const paths = releases.flatMap((release) =>
  Object.entries(language(release).contexts).flatMap(([context, { paths }]) =>
    Object.entries(paths).map(([path, facts]) => ({ release, path: `${context}.${path}`, facts })),
  ),
);

test.each(paths)('$release: what $path can be holds what the collector gives', ({ path, facts }) => {
  const { tree, errors } = parseValue(path);
  if (tree === undefined) throw new Error(errors[0].message);
  const { kinds } = domainOf(tree);
  expect(kinds).toContain(kindOf[facts.type]);
  if (facts.optional) expect(kinds).toContain('nil');
});
