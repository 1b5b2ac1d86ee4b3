import { refusalsOf } from '../../src/admission/admit';
import { celRules } from '../../src/admission/cel';
import { definitionOf, type Structural } from '../../src/admission/schema';
import type { ConfigMap } from '../../src/model/config';
import { type HubKind, hubApiVersion, hubKinds } from '../../src/model/hub-manifest';

function said(kind: HubKind, spec: unknown, metadata: ConfigMap = { name: 'a' }): readonly string[] {
  const content = { apiVersion: hubApiVersion, kind, metadata, ...(spec !== undefined && { spec }) } as ConfigMap;
  return refusalsOf({ path: 'a', kind, content }).map(
    ({ severity, keys, message, fix }) =>
      `${severity === undefined ? '' : 'warning '}${keys.join('/')}: ${message} ${fix}`,
  );
}

const variables = [
  { key: 'tier', type: 'manual', dataType: 'string', serializeAs: [{ name: 'TIER' }] },
  { key: 'noisy', dataType: 'set' },
];
const prometheusAlerts = [{ name: 'loud', expr: 'up == 0', severity: 'warning' }];

function rule(when: unknown, ...then: readonly unknown[]): unknown {
  return { variables, prometheusAlerts, rules: [{ name: 'mute', when, then }] };
}

const firing = { alertName: 'loud', status: 'firing' };

test('what the operator takes passes', () => {
  const actions = [
    { addToSet: { set: 'noisy', value: 'a' } },
    { removeFromMap: { map: 'tier', key: 'a' } },
    {
      callWebhook: {
        url: { value: ' https://a/b ' },
        templateRef: 'slackAlertTemplate',
        method: 'PUT',
        timeout: '1.5h',
      },
    },
    { cleanUpReplay: {} },
  ];
  expect(said('MdaiHub', rule(firing, ...actions))).toEqual([]);
  expect(said('MdaiIngress', { otelCollector: { name: 'gateway' }, grpcService: {} })).toEqual([]);
  expect(said('MdaiCollector', undefined)).toEqual([]);
  expect(said('MdaiObserver', { observerResource: { replicas: null } })).toEqual([]);
});

test('fields, types and values of the definitions', () => {
  const spec = { variable: [], variables: [{ key: '9x', dataType: 'sett', storageType: null }], config: [] };
  expect(said('MdaiHub', spec)).toMatchInlineSnapshot(`
    [
      "spec/variable: "spec" has no field "variable". Did you mean "variables"?",
      "spec/config: "config" is a list, but has to be a map. Write a map.",
      "spec/variables/0/dataType: "dataType" cannot be "sett". Write "set".",
      "spec/variables/0/key: "key" cannot be "9x". Use letters, digits and underscores, and no digit first.",
    ]
  `);
  const dal = { granularity: 'hour', s3: { bucket: 'ab' }, aws: { region: 'us-east' }, usePayloadTs: 'true' };
  expect(said('MdaiDal', dal)).toMatchInlineSnapshot(`
[
  "spec/aws/region: "region" cannot be "us-east". Write a region of AWS: us-east-1.",
  "spec/granularity: "granularity" cannot be "hour". Write "hourly".",
  "spec/s3/bucket: "bucket" is too short. Write at least 3 characters.",
  "spec/usePayloadTs: "usePayloadTs" is "true", but has to be true or false. Leave the quotes out.",
]
`);
  expect(
    said('MdaiObserver', { observerResource: { replicas: '2', grpcReceiverMaxMsgSize: 0 } }),
  ).toMatchInlineSnapshot(`
[
  "spec/observerResource/grpcReceiverMaxMsgSize: "grpcReceiverMaxMsgSize" is 0. Write 1 or more.",
  "spec/observerResource/replicas: "replicas" is "2", but has to be a whole number. Leave the quotes out.",
]
`);
  expect(said('MdaiDal', undefined)).toEqual(['spec: the object needs "spec". Add "spec".']);
});

test('a text that the operator fills in with nothing is missed only where nothing is refused', () => {
  const joined = {
    key: 'a',
    dataType: 'set',
    serializeAs: [{ name: 'A', transformers: [{ type: 'join', join: {} }] }],
  };
  expect(said('MdaiHub', { variables: [joined] })).toEqual([
    'warning spec/variables/0/serializeAs/0/transformers/0/join/delimiter: "join" has no "delimiter", which the operator reads as an empty text. Write "delimiter", even if it is "".',
  ]);
  expect(said('MdaiHub', { variables: [{ dataType: 'set' }] })).toEqual([
    'spec/variables/0/key: entry 1 of "variables" needs "key". Add "key".',
  ]);
  expect(said('MdaiIngress', {})).toEqual(['spec/otelCollector/name: "otelCollector" needs "name". Add "name".']);
});

test('rules that a definition says in CEL', () => {
  const url = { value: 'http://a', valueFrom: { secretKeyRef: { key: 'a' } } };
  expect(said('MdaiHub', rule({}, { callWebhook: { url, templateRef: 'slackAlertTemplate' } }))).toMatchInlineSnapshot(`
[
  "spec/rules/0/then/0/callWebhook/url: "url" needs exactly one of "value" and "valueFrom". Write "value" or "valueFrom".",
  "spec/rules/0/when: "when" needs exactly one of "alertName" and "variableUpdated". Write "alertName" or "variableUpdated".",
]
`);
  expect(said('MdaiHub', { variables: [{ key: 'a', dataType: 'metaHashSet' }] })).toMatchInlineSnapshot(`
[
  "spec/variables/0/dataType: entry 1 of "variables" mixes the type of one kind of variable with the data type of another. A variable of type meta has the data type metaHashSet or metaPriorityList, and every other has one of string, int, boolean, set and map.",
]
`);
});

test('every rule in CEL of every definition is known', () => {
  const expressions = (schema: Structural): readonly string[] => [
    ...(schema['x-cel'] ?? []),
    ...[...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties].flatMap((one) =>
      one === undefined ? [] : expressions(one),
    ),
  ];
  const all = hubKinds.flatMap((kind) => expressions(definitionOf(kind)));
  expect(new Set(all)).toEqual(new Set(Object.keys(celRules)));
});

test('variables and exports', () => {
  const meta = (dataType: string, ...variableRefs: readonly string[]) => ({
    key: `${dataType}${variableRefs.length}`,
    type: 'meta',
    dataType,
    variableRefs,
  });
  const spec = {
    variables: [
      ...variables,
      { key: 'tier', dataType: 'int', serializeAs: [{ name: 'TIER', transformers: [{ type: 'join' }] }] },
      meta('metaHashSet', 'tier'),
      meta('metaPriorityList'),
      { key: 'a', dataType: 'set', variableRefs: ['tier'] },
    ],
  };
  expect(said('MdaiHub', spec)).toMatchInlineSnapshot(`
[
  "spec/variables/2/key: the hub has two variables "tier". Name one of them otherwise.",
  "spec/variables/2/serializeAs/0/name: the variable "tier" is exported as TIER twice. Name one of them otherwise.",
  "spec/variables/2/serializeAs/0/transformers: the data type int has no transformers. Leave them out.",
  "spec/variables/3/variableRefs: a metaHashSet names 2 variables, and this one 1. Name the variable with the key, and the map.",
  "spec/variables/4/variableRefs: a variable of type meta names no others. List the variables that it is made of.",
  "spec/variables/5/variableRefs: the variable names others, which only a variable of type meta does. Leave "variableRefs" out, or write type: meta.",
]
`);
});

test('what rules begin with, and what they do', () => {
  expect(said('MdaiHub', rule({ alertName: 'lout', updateType: 'set' }, {}))).toMatchInlineSnapshot(`
[
  "spec/rules/0/when/updateType: an "updateType" is of a variable, and "variableUpdated" is missing. Add "variableUpdated", or leave the type out.",
  "spec/rules/0/when/alertName: the hub has no alert "lout". Did you mean "loud"?",
  "spec/rules/0/then/0: the action does nothing. Write one of addToSet, removeFromSet, setVariable, addToMap, removeFromMap, callWebhook, deployReplay, cleanUpReplay.",
]
`);
  expect(said('MdaiHub', rule({ variableUpdated: 'teer', status: 'firing' }))).toMatchInlineSnapshot(`
[
  "spec/rules/0/when/status: a status is of an alert, and "alertName" is missing. Add "alertName", or leave the status out.",
  "spec/rules/0/when/variableUpdated: the hub has no variable "teer". Did you mean "tier"?",
  "spec/rules/0/then: the rule does nothing. Add an action.",
]
`);
  const two = { addToMap: { map: 'tier', key: 'a' }, cleanUpReplay: {} };
  expect(said('MdaiHub', rule(firing, two, { addToMap: { map: 'x', key: 'a', value: ' ' } }))).toMatchInlineSnapshot(`
[
  "spec/rules/0/then/0: the action is both "addToMap" and "cleanUpReplay". Write an entry for each.",
  "spec/rules/0/then/1/addToMap/map: the hub has no variable "x". It has tier, noisy.",
  "spec/rules/0/then/1/addToMap/value: "addToMap" has no value, or one of white space. Write what the key stands for.",
]
`);
  expect(said('MdaiHub', { prometheusAlerts: [{ name: 'a', expr: 5, severity: 'warning' }] })).toMatchInlineSnapshot(`
[
  "spec/prometheusAlerts/0/expr: the expression is the number 5, of which the operator reads nothing. Put it in quotes: "5".",
]
`);
});

test('calls of webhooks', () => {
  const call = (body: object) => said('MdaiHub', rule(firing, { callWebhook: body }));
  const payloadTemplate = { value: '{}' };
  expect(call({ url: { value: 'hooks.example' } })).toMatchInlineSnapshot(`
[
  "spec/rules/0/then/0/callWebhook/url/value: "hooks.example" is no URL of a web server. Write an absolute URL: https://host/path.",
  "spec/rules/0/then/0/callWebhook/payloadTemplate: jsonTemplate needs a payload. Add "payloadTemplate", or write templateRef: slackAlertTemplate.",
]
`);
  expect(
    call({ url: { value: 'http://a#b' }, payloadTemplate, method: 'PUT', headers: { host: 'a' }, timeout: '10' }),
  ).toMatchInlineSnapshot(`
[
  "spec/rules/0/then/0/callWebhook/url/value: "http://a#b" is no URL of a web server. Write an absolute URL: https://host/path.",
  "spec/rules/0/then/0/callWebhook/method: a payload is posted, and the method is "PUT". Write "POST".",
  "spec/rules/0/then/0/callWebhook/headers/host: the event hub writes the header Host itself. Leave it out.",
  "spec/rules/0/then/0/callWebhook/timeout: "10" is no duration. Write a number and a unit: 10s.",
]
`);
  expect(
    call({ url: { value: 'http://a' }, payloadTemplate, templateRef: 'slackAlertTemplate' }),
  ).toMatchInlineSnapshot(`
[
  "spec/rules/0/then/0/callWebhook/payloadTemplate: slackAlertTemplate takes no payload. Leave "payloadTemplate" out, or write templateRef: jsonTemplate.",
]
`);
});

test('replays', () => {
  const s3 = { s3Region: 'a', s3Bucket: 'b', filePrefix: '', s3Path: '', s3Partition: 'hour' };
  const spec = {
    statusVariableRef: 'tier',
    opampEndpoint: '',
    startTime: '2026-02-30',
    endTime: '2026-02-28 8:00',
    source: { s3 },
  };
  expect(said('MdaiReplay', spec)).toMatchInlineSnapshot(`
[
  "spec/hubName: the replay needs "hubName". Add "hubName".",
  "spec/opampEndpoint: the replay needs "opampEndpoint". Add "opampEndpoint".",
  "spec/startTime: "2026-02-30" is no time. Write 2026-01-31T08:00:00Z, 2026-01-31 08:00 or 2026-01-31.",
  "spec/telemetryType: the replay needs "telemetryType". Write logs, metrics or traces.",
  "spec/source/aws: what is read from S3 needs the Secret with the AWS credentials. Write aws: { awsAccessKeySecret: … }.",
]
`);
  expect(
    said('MdaiHub', rule(firing, { deployReplay: { replaySpec: { ...spec, statusVariableRef: 'x' } } })),
  ).toMatchInlineSnapshot(`
[
  "spec/rules/0/then/0/deployReplay/replaySpec/statusVariableRef: the hub has no variable "x". It has tier, noisy.",
  "spec/rules/0/then/0/deployReplay/replaySpec/opampEndpoint: the replay needs "opampEndpoint". Add "opampEndpoint".",
  "spec/rules/0/then/0/deployReplay/replaySpec/source/aws: what is read from S3 needs the Secret with the AWS credentials. Write aws: { awsAccessKeySecret: … }.",
]
`);
});

test('logs of hub monitors, and observers', () => {
  const logs = { s3: { s3Region: '', s3Bucket: 'a', hubLogs: { minSeverity: 'warning' } }, otlp: { endpoint: '' } };
  expect(said('MdaiCollector', { logs })).toMatchInlineSnapshot(`
[
  "spec/aws: what is written to S3 needs the Secret with the AWS credentials. Write aws: { awsAccessKeySecret: … }.",
  "spec/logs/s3/s3Region: "s3Region" is empty. Name the region.",
  "spec/logs/s3/hubLogs/minSeverity: "minSeverity" cannot be "warning". Write one of debug, info, warn, error.",
  "spec/logs/otlp/endpoint: "endpoint" is empty. Write host:port.",
]
`);
  const observers = [{ name: 'a', labelResourceAttributes: [] }];
  expect(
    said('MdaiObserver', { observers, observerResource: { resources: { limits: { cpu: '1e1.5' } } } }),
  ).toMatchInlineSnapshot(`
[
  "spec/observers/0: the observer "a" has no name for a metric. Add "countMetricName" or "bytesMetricName".",
  "spec/observerResource/resources/limits/cpu: "1e1.5" is no quantity. Write a number and a unit: 128Mi, 500m.",
]
`);
});

test('metadata', () => {
  const metadata = {
    name: 'a',
    label: {},
    labels: { 'a b': 'c', d: 'e f', g: 1 },
    annotations: { 'h/i/j': 'k l' },
  } as ConfigMap;
  expect(said('MdaiCollector', {}, metadata)).toMatchInlineSnapshot(`
[
  "metadata/label: the metadata has no field "label". Did you mean "labels"?",
  "metadata/labels/a b: "a b" is no key. Use up to 63 letters, digits, "-", "_" and ".", behind a domain and a slash if you like.",
  "metadata/labels/d: a label cannot have the value "e f". Use up to 63 letters, digits, "-", "_" and ".".",
  "metadata/labels/g: the value is 1, but has to be a text. Put it in quotes.",
  "metadata/annotations/h/i/j: "h/i/j" is no key. Use up to 63 letters, digits, "-", "_" and ".", behind a domain and a slash if you like.",
]
`);
});
