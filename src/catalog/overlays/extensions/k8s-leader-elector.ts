import type { Overlay } from '../../overlay';
import { rules } from '../parts';

export const overlay: Overlay = {
  schema: {
    required: ['lease_name', 'lease_namespace'],
    ...rules({
      field: 'renew_deadline',
      // It stops when it starts.
      holds: (elector) => elector.duration('renew_deadline', '10s') < elector.duration('lease_duration', '15s'),
      message: 'is not less than "lease_duration"; unless they are set, they are 10s and 15s',
      fix: 'Lower it, or raise "lease_duration".',
    }),
  },
  provides: ['leaderElector'],
};
