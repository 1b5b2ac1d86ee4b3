import type { Overlay } from '../../overlay';

export const overlay: Overlay = {
  // Heartbeats come by UDP to the same address.
  listens: [
    { path: ['endpoint'], transport: 'tcp' },
    { path: ['endpoint'], transport: 'udp' },
  ],
};
