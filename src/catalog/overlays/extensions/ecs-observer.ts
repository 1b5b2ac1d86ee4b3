import type { Overlay } from '../../overlay';
import { each, fields, notEmpty, regexp } from '../parts';

export const overlay: Overlay = {
  schema: fields({
    cluster_name: notEmpty,
    services: each({
      'x-null': 'refused',
      ...fields({ name_pattern: regexp, container_name_pattern: regexp }),
      required: ['name_pattern'],
    }),
    task_definitions: each({
      'x-null': 'refused',
      ...fields({ arn_pattern: regexp, container_name_pattern: regexp }),
      required: ['arn_pattern'],
    }),
    // Their port is the one that the label says.
    docker_labels: each({
      'x-null': 'refused',
      ...fields({ metrics_ports: { maxItems: 0 } }),
      required: ['port_label'],
    }),
  }),
};
