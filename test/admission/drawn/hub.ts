import fc from 'fast-check';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';
import { replaySpec } from './replay';
import { maybe, optional, record, some } from './shapes';
import { variableKeys } from './twists';

const expressions = [
  'up == 0',
  'sum by (mdai_service) (increase(services_received_bytes_total[1m])) > 800 * 1024',
  'rate(errors_total{job=~"a.*"}[5m]) > 0.1',
  'histogram_quantile(0.99, sum by (le) (rate(latency_bucket[5m]))) > 2',
];
const durations = ['0', '30s', '1m', '1h30m', '2d', '500ms'];

const exported = (name: string) =>
  record({
    name: fc.constant(name),
    transformers: optional(some(fc.constantFrom<ConfigValue>(join('|'), join(','), join('')))),
  });

function join(delimiter: string): ConfigMap {
  return { type: 'join', join: { delimiter } };
}

const dataTypes = {
  manual: ['string', 'int', 'boolean', 'set', 'map'],
  computed: ['string', 'int', 'boolean', 'set', 'map'],
  meta: ['metaHashSet', 'metaPriorityList'],
} as const;

function variable(key: string): fc.Arbitrary<ConfigMap> {
  return fc.constantFrom('manual', 'computed', 'meta').chain((type) =>
    fc.constantFrom(...dataTypes[type]).chain((dataType) => {
      const isJoined = dataType === 'set' || dataType === 'metaPriorityList';
      const name = key.toUpperCase();
      return record({
        key: fc.constant(key),
        type: type === 'computed' ? optional(fc.constant<ConfigValue>(type)) : fc.constant(type),
        dataType: fc.constant(dataType),
        storageType: optional(fc.constant('mdai-valkey')),
        variableRefs: type === 'meta' ? fc.constant(['tier', 'owners']) : optional(fc.constant([])),
        serializeAs: optional(
          isJoined
            ? fc.tuple(exported(name), exported(`${name}_2`)).map((all) => all)
            : fc.constant<ConfigValue>([{ name }]),
        ),
      });
    }),
  );
}

const alert = (name: string): fc.Arbitrary<ConfigMap> =>
  record({
    name: fc.constant(name),
    expr: fc.constantFrom(...expressions),
    for: optional(fc.constantFrom(...durations)),
    keep_firing_for: optional(fc.constantFrom(...durations)),
    severity: fc.constantFrom('warning', 'critical'),
  });

const text = fc.constantFrom('a', 'high', '${trigger:payload.labels.mdai_service}', 'x ${trigger:id:-none}');
const keyRef = record({
  key: fc.constant('token'),
  name: optional(fc.constant('vendor')),
  optional: optional(fc.boolean()),
});
const source = fc.oneof(record({ secretKeyRef: keyRef }), record({ configMapKeyRef: keyRef }));
const url = fc.oneof(
  record({ value: fc.constantFrom('https://hooks.example/a?b=c', 'http://localhost:8080', 'https://[::1]:9/x#y') }),
  record({ valueFrom: source }),
);

const call = fc.boolean().chain((isSlack) =>
  record({
    url,
    method: isSlack ? optional(fc.constantFrom('POST', 'PUT', 'PATCH')) : optional(fc.constant('POST')),
    templateRef: isSlack ? fc.constant('slackAlertTemplate') : optional(fc.constant('jsonTemplate')),
    payloadTemplate: isSlack
      ? fc.constant(undefined)
      : fc.oneof(record({ value: fc.constant('{"a": "${template:x}"}') }), record({ valueFrom: source })),
    templateValues: optional(fc.constant({ x: 'y' })),
    templateValuesFrom: optional(source.map((one) => ({ x: one }))),
    headers: optional(fc.constant({ 'X-Team': 'a' })),
    headersFrom: optional(source.map((one) => ({ Authorization: one }))),
    timeout: optional(fc.constantFrom('10s', '1.5h', '0', '-1s', '300ms')),
  }),
);

function action(keys: readonly string[]): fc.Arbitrary<ConfigMap> {
  const key = fc.constantFrom(...keys);
  return fc.oneof(
    record({ addToSet: record({ set: key, value: text }) }),
    record({ removeFromSet: record({ set: key, value: text }) }),
    record({ setVariable: record({ scalar: key, value: text }) }),
    record({ addToMap: record({ map: key, key: text, value: text }) }),
    record({ removeFromMap: record({ map: key, key: text, value: optional(text) }) }),
    record({ callWebhook: call }),
    record({ deployReplay: record({ replaySpec: key.chain((status) => replaySpec('deployed', status)) }) }),
    fc.constant<ConfigMap>({ cleanUpReplay: {} }),
  );
}

const when = (alerts: readonly string[], keys: readonly string[]): fc.Arbitrary<ConfigMap> =>
  fc.oneof(
    record({ alertName: fc.constantFrom(...alerts), status: optional(fc.constantFrom('firing', 'resolved', 'other')) }),
    record({
      variableUpdated: fc.constantFrom(...keys),
      updateType: optional(fc.constantFrom('added', 'removed', 'set')),
    }),
  );

const parts = fc.record({
  variables: fc.subarray([...variableKeys], { minLength: 1, maxLength: 4 }),
  alerts: fc.subarray(['top_talkers', 'errors', '_a1'], { minLength: 1 }),
});

/** What the API server and the MDAI operator take as the specification of a hub. */
export const hubSpec: fc.Arbitrary<ConfigMap> = parts.chain(({ variables, alerts }) =>
  record({
    config: optional(record({ evaluation_interval: optional(fc.constantFrom(...durations)) })),
    variables: fc.tuple(...variables.map(variable)),
    prometheusAlerts: fc.tuple(...alerts.map(alert)),
    rules: maybe(
      some(
        record({
          name: fc.constantFrom('mute', 'un-mute', 'a rule'),
          when: when(alerts, variables),
          then: some(action(variables)),
        }),
      ),
    ),
  }),
);
