import type { ComponentFacts } from '../../facts';
import { bool, componentId, fileMode, int, nonNegativeDuration, text } from '../../shared-scalars';

export const file: ComponentFacts = {
  kind: 'exporter',
  type: 'file',
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      path: text,
      append: bool,
      rotation: {
        type: 'object',
        additionalProperties: false,
        properties: { max_megabytes: int, max_days: int, max_backups: int, localtime: bool },
      },
      format: { type: 'string', enum: ['json', 'proto'] },
      encoding: componentId,
      compression: { type: 'string', enum: ['', 'zstd'] },
      compression_params: { $ref: 'shared#/$defs/compressionParams', 'x-since': '0.159.0' },
      flush_interval: nonNegativeDuration,
      group_by: {
        type: 'object',
        additionalProperties: false,
        properties: { enabled: bool, resource_attribute: text, max_open_files: int },
      },
      create_directory: { ...bool, 'x-since': '0.159.0' },
      directory_permissions: { ...fileMode, 'x-since': '0.159.0' },
    },
    required: ['path'],
  },
};
