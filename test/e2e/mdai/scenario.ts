import type { Manifest } from '../../../src/testing';

const trigger = (path: string): string => `\${trigger:${path}}`;

/** A hub with every kind of variable and action, chains, placeholders that lead nowhere, and a collector that reads it. */
export const scenario: readonly Manifest[] = [
  {
    apiVersion: 'hub.mydecisive.ai/v1',
    kind: 'MdaiHub',
    metadata: { name: 'scenario', namespace: 'mdai' },
    spec: {
      variables: [
        { key: 'names', dataType: 'set', type: 'computed', serializeAs: [exported('NAMES', ',')] },
        { key: 'counts', dataType: 'map', type: 'computed', serializeAs: [{ name: 'COUNTS' }] },
        { key: 'last', dataType: 'string', type: 'computed', serializeAs: [{ name: 'LAST' }] },
        { key: 'chained', dataType: 'string', type: 'computed', serializeAs: [{ name: 'CHAINED' }] },
        { key: 'too_far', dataType: 'string', type: 'computed' },
        { key: 'asked', dataType: 'set', type: 'manual', serializeAs: [exported('ASKED', '|')] },
        { key: 'table', dataType: 'map', type: 'manual', serializeAs: [{ name: 'TABLE' }] },
        { key: 'level', dataType: 'int', type: 'manual', serializeAs: [{ name: 'LEVEL' }] },
        { key: 'on', dataType: 'boolean', type: 'manual', serializeAs: [{ name: 'ON' }] },
        { key: 'note', dataType: 'string', type: 'manual', serializeAs: [{ name: 'NOTE' }] },
      ],
      prometheusAlerts: [
        { name: 'loud', expr: 'up > 0', severity: 'warning' },
        { name: 'broken', expr: 'up == 0', severity: 'critical' },
      ],
      rules: [
        {
          name: 'begins',
          when: { alertName: 'loud', status: 'firing' },
          then: [
            { addToSet: { set: 'names', value: trigger('payload.labels.service_name') } },
            {
              addToMap: {
                map: 'counts',
                key: trigger('payload.labels.service_name'),
                value: trigger('payload.annotations.current_value'),
              },
            },
            { setVariable: { scalar: 'last', value: `${trigger('payload.labels.none:-nobody')} ${trigger('name')}` } },
            {
              callWebhook: {
                url: { valueFrom: { secretKeyRef: { name: 'target', key: 'url' } } },
                payloadTemplate: { value: `{"who":"${trigger('payload.labels.team')}","what":"\${template:what}"}` },
                templateValues: { what: trigger('payload.labels.team') },
                headers: { 'x-from': 'scenario' },
              },
            },
          ],
        },
        {
          name: 'ends',
          when: { alertName: 'loud', status: 'resolved' },
          then: [
            { removeFromSet: { set: 'names', value: trigger('payload.labels.service_name') } },
            { removeFromMap: { map: 'counts', key: trigger('payload.labels.service_name') } },
            { setVariable: { scalar: 'last', value: trigger('payload.labels.none') } },
          ],
        },
        {
          name: 'fails',
          when: { alertName: 'broken' },
          then: [
            { setVariable: { scalar: 'note', value: trigger('payload.labels.team') } },
            { addToSet: { set: 'note', value: 'a set is not a text' } },
            { setVariable: { scalar: 'last', value: 'never' } },
          ],
        },
        {
          name: 'follows',
          when: { variableUpdated: 'last', updateType: 'set' },
          then: [{ setVariable: { scalar: 'chained', value: trigger('payload.data') } }],
        },
        {
          name: 'goes-too-far',
          when: { variableUpdated: 'chained' },
          then: [{ setVariable: { scalar: 'too_far', value: 'reached' } }],
        },
        {
          name: 'asked-for',
          when: { variableUpdated: 'asked', updateType: 'added' },
          then: [{ addToSet: { set: 'names', value: trigger('payload.data') } }],
        },
      ],
    },
  },
  {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name: 'reader', namespace: 'mdai', labels: { 'mydecisive.ai/hub-name': 'scenario' } },
    spec: {
      envFrom: [{ configMapRef: { name: 'scenario-variables' } }],
      config: {
        receivers: { otlp: { protocols: { grpc: {} } } },
        exporters: { debug: {} },
        service: { pipelines: { logs: { receivers: ['otlp'], exporters: ['debug'] } } },
      },
    },
  },
];

function exported(name: string, delimiter: string): Manifest {
  return { name, transformers: [{ type: 'join', join: { delimiter } }] };
}
