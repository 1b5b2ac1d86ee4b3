import type { Overlay } from '../../overlay';
import { fields, rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      protocols: {
        minProperties: 1,
        ...rules({
          holds: (protocols) =>
            protocols.keys().length === 0 || protocols.keys().some((name) => protocols.flag(`${name}.enabled`, true)),
          message: 'are all turned off',
          fix: 'Turn one on.',
        }),
      },
    }),
    required: ['protocols'],
  },
  listens: [
    { path: ['protocols', 'grpc', 'endpoint'], defaultPort: 4317, transport: 'tcp', when: ['protocols', 'grpc'] },
    { path: ['protocols', 'http', 'endpoint'], defaultPort: 4318, transport: 'tcp', when: ['protocols', 'http'] },
  ],
};
