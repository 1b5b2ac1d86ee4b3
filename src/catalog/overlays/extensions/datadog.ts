import type { Overlay } from '../../overlay';
import { apiKey } from '../exporters/datadog';
import { fields, notEmpty, oneOf } from '../parts';

export const overlay: Overlay = {
  schema: {
    ...fields({
      api: fields({ site: notEmpty }),
      deployment_type: oneOf('', 'gateway', 'daemonset', 'unknown'),
    }),
    ...apiKey,
  },
};
