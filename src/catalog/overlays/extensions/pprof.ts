import type { Overlay } from '../../overlay';

export const overlay: Overlay = {
  listens: [{ path: ['endpoint'], defaultPort: 1777, transport: 'tcp', local: true }],
};
