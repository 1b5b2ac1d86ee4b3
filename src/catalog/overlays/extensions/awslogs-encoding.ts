import type { Overlay } from '../../overlay';
import { fields, oneOf } from '../parts';

const flowLog = fields({ file_format: oneOf('plain-text', 'parquet') });

export const overlay: Overlay = {
  schema: {
    ...fields({
      format: oneOf(
        'cloudwatch',
        'vpcflow',
        's3access',
        'waf',
        'cloudtrail',
        'elbaccess',
        'networkfirewall',
        // Their older names.
        'cloudwatch_logs_subscription_filter',
        'vpc_flow_log',
        's3_access_log',
        'waf_log',
        'cloudtrail_log',
        'elb_access_log',
      ),
      vpcflow: flowLog,
      vpc_flow_log: flowLog,
    }),
    required: ['format'],
  },
  provides: ['encoding'],
};
