import type { ComponentFacts } from '../../facts';
import { pipelineIds, text } from '../../shared-scalars';

export const routing: ComponentFacts = {
  kind: 'connector',
  type: 'routing',
  pairs: [
    ['traces', 'traces'],
    ['metrics', 'metrics'],
    ['logs', 'logs'],
  ],
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      error_mode: { $ref: 'shared#/$defs/errorMode' },
      default_pipelines: pipelineIds,
      table: {
        type: 'array',
        items: {
          type: 'object',
          'x-null': 'refused',
          additionalProperties: false,
          properties: {
            context: {
              type: 'string',
              enum: ['', 'resource', 'span', 'metric', 'datapoint', 'log', 'request', 'otelcol'],
              'x-enum-since': { otelcol: '0.159.0' },
            },
            condition: { ...text, 'x-ottl': 'condition' },
            statement: { ...text, 'x-ottl': 'statement' },
            action: { type: 'string', enum: ['move', 'copy'], 'x-since': '0.159.0' },
            pipelines: pipelineIds,
          },
          required: ['pipelines'],
          anyOf: [{ required: ['condition'] }, { required: ['statement'] }],
        },
      },
    },
    required: ['table'],
  },
  pipelineRefs: [
    ['default_pipelines', '*'],
    ['table', '*', 'pipelines', '*'],
  ],
};
