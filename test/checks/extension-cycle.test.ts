import type { ComponentFacts } from '../../src/catalog/facts';
import { issuesIn } from './models';

// No extension of the catalogue can need another that can need it.
jest.mock('../../src/catalog/catalog', () => {
  const real = jest.requireActual('../../src/catalog/catalog');
  const relay: ComponentFacts = {
    kind: 'extension',
    type: 'relay',
    provides: ['serverAuth'],
    in: () => ({
      readFrom: '0.159.0',
      schema: {},
      listens: [],
      onByDefault: [],
      extensionRefs: [{ path: ['auth'], role: 'serverAuth' }],
      pipelineRefs: [],
    }),
  };
  return {
    ...real,
    findComponent: (kind: string, type: string) => (type === 'relay' ? relay : real.findComponent(kind, type)),
  };
});

test('extensions do not need each other in a circle', () => {
  const relays = (auth: string | null) =>
    issuesIn((config) => {
      config.extensions = { 'relay/a': { auth: 'relay/b' }, 'relay/b': { auth } };
      config.service.extensions = ['relay/a', 'relay/b'];
    });
  expect(relays('relay/a')).toEqual(['extension-cycle telemetry/gateway/service/extensions']);
  expect(relays(null)).toEqual([]);
});
