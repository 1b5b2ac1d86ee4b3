import type { Overlay } from '../../overlay';
import { rules } from '../parts';

export const overlay: Overlay = {
  schema: rules({
    holds: (observer) =>
      (observer.has('observe_pods') ? observer.flag('observe_pods') : !observer.keys().includes('observe_pods')) ||
      ['observe_nodes', 'observe_services', 'observe_ingresses'].some((field) => observer.flag(field)),
    message: 'observes nothing',
    fix: 'Turn on "observe_pods", "observe_nodes", "observe_services" or "observe_ingresses".',
  }),
  provides: ['observer'],
};
