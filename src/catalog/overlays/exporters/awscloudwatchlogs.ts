import type { JsonSchema } from '../../facts';
import type { Overlay } from '../../overlay';
import { fields, rules } from '../parts';

/** What CloudWatch Logs takes, in days; 0 keeps for ever. */
const days = [0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 2192, 2557, 2922, 3288, 3653];
const retention = rules({
  field: 'log_retention',
  holds: (logs) => days.includes(logs.number('log_retention')),
  message: 'is no number of days that CloudWatch Logs knows',
  fix: `Write one of ${days.slice(1).join(', ')}, or 0 to keep them for ever.`,
});

const tagText = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]';
const tags: JsonSchema = {
  minProperties: 1,
  maxProperties: 50,
  propertyNames: { pattern: `^${tagText}{1,128}$` },
  additionalProperties: { pattern: `^${tagText}{1,256}$`, 'x-null': 'refused' },
};

/** What the exporters for CloudWatch Logs have in common. */
export const logGroup: JsonSchema = { ...fields({ tags }), ...retention };

// What stands between curly brackets in a name.
const placeholders = [
  'ClusterName',
  'TaskId',
  'NodeName',
  'PodName',
  'ServiceName',
  'ContainerInstanceId',
  'TaskDefinitionFamily',
  'InstanceId',
  'FaasName',
  'FaasVersion',
];
const name: JsonSchema = { pattern: `^(?![^]*\\{(?!(?:${placeholders.join('|')})\\})[^{}]*\\})` };

export const overlay: Overlay = {
  schema: {
    ...fields({
      tags,
      log_group_name: name,
      log_stream_name: name,
    }),
    ...retention,
    required: ['log_group_name', 'log_stream_name'],
  },
};
