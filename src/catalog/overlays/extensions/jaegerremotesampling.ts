import type { Overlay } from '../../overlay';
import { rules } from '../parts';

export const overlay: Overlay = {
  schema: rules(
    {
      field: 'source',
      holds: (sampling) => sampling.given('source.file') || sampling.has('source.remote'),
      message: 'needs "file" or "remote"',
      fix: 'Add one of them.',
    },
    {
      field: 'source',
      holds: (sampling) => !sampling.given('source.file') || !sampling.has('source.remote'),
      message: 'has both "file" and "remote"',
      fix: 'Keep one of the two.',
    },
    {
      holds: (sampling) =>
        ['http', 'grpc'].some((protocol) => sampling.has(protocol) || !sampling.keys().includes(protocol)),
      message: 'needs "http" or "grpc"',
      fix: 'Keep one of the two.',
    },
  ),
};
