import { checkModel } from '../../src/checks/check';
import { hubUpdateIssues } from '../../src/checks/hub-update';
import { readModel } from '../../src/convert/read';
import type { ConfigMap } from '../../src/model/config';
import { hub, model } from './models';

/** What the checks say of objects of the MDAI operator, one line for each issue. */
function said(...objects: readonly (readonly [kind: string, spec: object, name?: string])[]): readonly string[] {
  const documents = objects.map(([kind, spec, name = 'a']) => ({
    path: 'a.yaml',
    content: { apiVersion: 'hub.mydecisive.ai/v1', kind, metadata: { name }, spec } as unknown as ConfigMap,
  }));
  return checkModel(readModel(documents)).map(
    ({ code, severity, path, message, fix }) =>
      `${severity} ${code} ${path.replace('a.yaml/a/', '')}: ${message} ${fix}`,
  );
}

const when = { alertName: 'loud', status: 'firing' };
const add = { addToSet: { set: 'noisy', value: 'x' } };
const exported = (...transformers: readonly object[]) => [{ name: 'NOISY', transformers }];
const join = { type: 'join', join: { delimiter: '|' } };

/** A hub without mistakes, in which parts are replaced. */
function hubWith(parts: {
  variables?: readonly object[];
  rules?: readonly object[];
  alerts?: readonly object[];
}): readonly string[] {
  return said([
    'MdaiHub',
    {
      variables: [{ key: 'noisy', dataType: 'set', serializeAs: exported(join) }, ...(parts.variables ?? [])],
      prometheusAlerts: [{ name: 'loud', expr: 'up == 0', severity: 'warning' }, ...(parts.alerts ?? [])],
      rules: [{ name: 'mute', when, then: [add] }, ...(parts.rules ?? [])],
    },
  ]);
}

const manual = (key: string, dataType = 'string') => ({
  key,
  type: 'manual',
  dataType,
  serializeAs: [{ name: key.toUpperCase(), ...(dataType === 'set' && { transformers: [join] }) }],
});
const ruleOf = (name: string, ...then: readonly object[]) => ({ name, when, then });
const set = (scalar: string, value = 'x') => ({ setVariable: { scalar, value } });

test('a hub without mistakes has no issues', () => {
  expect(hubWith({})).toEqual([]);
});

test('names that break the ConfigMap of the rules, and names that hide each other', () => {
  const rules = [ruleOf('un mute', add), ruleOf('mute', add), ruleOf('un-mute.2', add)];
  expect(hubWith({ rules, alerts: [{ name: 'loud', expr: 'up == 1', severity: 'warning' }] })).toMatchInlineSnapshot(`
[
  "warning hub-name alerts/loud: two alerts have the name "loud", and rules cannot tell them apart. Give each a name of its own.",
  "error hub-name automations/mute: two rules have the name "mute", and the operator publishes the last of them alone. Give each a name of its own.",
  "error hub-name automations/un mute: the name "un mute" cannot be a key of a ConfigMap, so that the operator publishes no rule of the hub. Use up to 253 letters, digits, "-", "_" and ".".",
]
`);
});

test('actions for variables of another type', () => {
  const variables = [
    manual('tier'),
    {
      key: 'order',
      type: 'meta',
      dataType: 'metaPriorityList',
      variableRefs: ['tier'],
      serializeAs: exported(join).map((one) => ({ ...one, name: 'ORDER' })),
    },
  ];
  const rules = [
    ruleOf(
      'all',
      set('noisy'),
      set('tier'),
      { addToMap: { map: 'tier', key: 'a', value: 'b' } },
      { addToSet: { set: 'order', value: 'a' } },
    ),
  ];
  expect(hubWith({ variables, rules })).toMatchInlineSnapshot(`
[
  "error hub-type automations/all: setVariable changes the variable "noisy", whose data type is set. Use addToSet or removeFromSet.",
  "warning hub-type automations/all: setVariable changes the variable "tier", which people set. Make it computed, or change another.",
  "error hub-type automations/all: addToMap changes the variable "tier", whose data type is string. Use setVariable.",
  "error hub-type automations/all: addToSet changes the variable "order", which the store makes of others. Change the variables that it is made of.",
]
`);
});

test('variables that are made of others', () => {
  const meta = (key: string, ...variableRefs: readonly string[]) => ({
    key,
    type: 'meta',
    dataType: 'metaHashSet',
    variableRefs,
    serializeAs: [{ name: key.toUpperCase() }],
  });
  const variables = [
    manual('tier'),
    manual('owners', 'map'),
    meta('fine', 'tier', 'owners'),
    meta('turned', 'owners', 'tier'),
    meta('lost', 'teer', 'owners'),
  ];
  expect(hubWith({ variables })).toMatchInlineSnapshot(`
[
  "error hub-undefined variables/lost: it is made of the variable "teer", which the hub does not have. Did you mean "tier"?",
  "error hub-type variables/turned: a metaHashSet looks up the value of "owners", whose data type is map. Name a variable of type string, int, boolean there.",
  "error hub-type variables/turned: a metaHashSet looks up in "tier", whose data type is string. Name a variable of type map there.",
]
`);
});

test('exports that are not written as meant', () => {
  const exportedAs = (...transformers: readonly object[]) => {
    const serializeAs = exported(...transformers);
    const rules = [ruleOf('mute', add)];
    return said([
      'MdaiHub',
      {
        variables: [{ key: 'noisy', dataType: 'set', serializeAs }],
        prometheusAlerts: [{ name: 'loud', expr: 'up', severity: 'warning' }],
        rules,
      },
    ]);
  };
  expect(exportedAs(join)).toEqual([]);
  expect(exportedAs()).toMatchInlineSnapshot(`
[
  "error hub-export spec/variables/0/serializeAs/0: nothing says what stands between the members of the set, so that NOISY is never written. Add transformers: [{ type: join, join: { delimiter: "|" } }].",
]
`);
  expect(exportedAs({ type: 'join' })).toMatchInlineSnapshot(`
[
  "error hub-export spec/variables/0/serializeAs/0/transformers/0: the transformer says join, but not how, and the operator breaks down on it. Add join: { delimiter: "|" }.",
]
`);
  expect(exportedAs({ type: 'jion', join: { delimiter: ',' } })).toMatchInlineSnapshot(`
[
  "error hub-export spec/variables/0/serializeAs/0: nothing says what stands between the members of the set, so that NOISY is never written. Add transformers: [{ type: join, join: { delimiter: "|" } }].",
  "warning hub-export spec/variables/0/serializeAs/0/transformers/0: the operator knows no transformer "jion", and passes over it. Write "join".",
]
`);
  expect(exportedAs({ type: 'join', join: { delimiter: '' } })).toMatchInlineSnapshot(`
[
  "warning hub-export spec/variables/0/serializeAs/0: nothing stands between the members in NOISY. Write a delimiter: "|".",
]
`);
});

test('rules that never run', () => {
  const variables = [
    manual('tier'),
    manual('teams', 'set'),
    { key: 'idle', dataType: 'string', serializeAs: [{ name: 'IDLE' }] },
  ];
  const updated = (variableUpdated: string, updateType?: string) => ({
    name: `${variableUpdated}-${updateType}`,
    when: { variableUpdated, ...(updateType && { updateType }) },
    then: [add],
  });
  const rules = [
    { name: 'misspelt', when: { alertName: 'loud', status: 'fireing' }, then: [add] },
    updated('tier', 'added'),
    updated('tier', 'set'),
    updated('teams', 'removed'),
    updated('teams', 'added'),
    updated('idle'),
  ];
  expect(hubWith({ variables, rules })).toMatchInlineSnapshot(`
[
  "warning hub-never automations/idle-undefined: nothing changes the variable "idle", so that the rule never runs. Change it in another rule, or let people set it: type: manual.",
  "warning hub-never automations/misspelt: no alert has the status "fireing", so that the rule never runs. Did you mean "firing"?",
  "warning hub-never automations/teams-removed: event hub 0.1.8 does not tell of removals under this name, so that the rule never runs. Write updateType: added, or leave it out.",
  "warning hub-never automations/tier-added: a string is never "added", so that the rule never runs. Write updateType: set, or leave it out.",
  "warning hub-idle variables/idle: no rule of the hub sets the variable "idle". Set it in a rule, or let people set it: type: manual.",
]
`);
});

test('actions that fail', () => {
  const url = { value: 'http://a' };
  const variables = [manual('tier'), manual('limit', 'int')];
  const replaySpec = {
    statusVariableRef: 'tier',
    opampEndpoint: 'a',
    source: {
      aws: { awsAccessKeySecret: 'a' },
      s3: { s3Region: 'a', s3Bucket: 'b', filePrefix: '', s3Path: '', s3Partition: 'hour' },
    },
    destination: { otlpHttp: { endpoint: 'a' } },
  };
  const slack = { callWebhook: { url, templateRef: 'slackAlertTemplate' } };
  const rules = [
    ruleOf('alert', { deployReplay: { replaySpec } }, { cleanUpReplay: {} }, slack),
    { name: 'tier', when: { variableUpdated: 'tier' }, then: [{ deployReplay: { replaySpec } }, slack] },
    { name: 'limit', when: { variableUpdated: 'limit' }, then: [{ cleanUpReplay: {} }] },
  ];
  expect(hubWith({ variables, rules })).toMatchInlineSnapshot(`
[
  "error hub-failing automations/alert: deployReplay reads the data of a variable, which an alert does not have. Write when: { variableUpdated: … }, with the variable that asks for the replay.",
  "error hub-failing automations/alert: cleanUpReplay reads the data of a variable, which an alert does not have. Write when: { variableUpdated: … }, with the variable that asks for the replay.",
  "error hub-failing automations/limit: cleanUpReplay reads JSON from the variable "limit", whose data type is int. Use a variable of type string.",
  "error hub-failing automations/tier: callWebhook with slackAlertTemplate reads the labels of an alert, which a variable does not have. Write templateRef: jsonTemplate, and a payload.",
]
`);
});

test('placeholders that are never filled in', () => {
  const value = (text: string) => hubWith({ rules: [ruleOf('a', { addToSet: { set: 'noisy', value: text } })] });
  for (const fine of [
    '${trigger:payload.status}',
    '${trigger:payload.x:-none}',
    '${trigger: id }',
    '$x {a}',
    '${other}',
  ]) {
    expect(value(fine)).toEqual([]);
  }
  expect(value('${trigger:payload.statis}')).toMatchInlineSnapshot(`
[
  "warning hub-placeholder automations/a: the value holds \${trigger:payload.statis}, which is never filled in. Did you mean "payload.status"?",
]
`);
  expect(value('${triger:id} ${trigger.id}')).toMatchInlineSnapshot(`
[
  "warning hub-placeholder automations/a: the value holds \${trigger.id}, which is no placeholder. Write \${trigger:field}.",
  "warning hub-placeholder automations/a: the value holds \${triger:id}, which is never filled in. Did you mean "trigger"?",
]
`);
  const call = {
    url: { value: 'http://a/${trigger:id}' },
    templateValues: { x: '${trigger:id}' },
    headers: { 'X-Id': '${trigger:id}' },
    payloadTemplate: { value: '["${template:x}", "${template:y}", ${trigger:payload.value:-0}]' },
  };
  expect(hubWith({ rules: [ruleOf('a', { callWebhook: call })] })).toMatchInlineSnapshot(`
[
  "warning hub-placeholder automations/a: the URL holds \${trigger:id}, and nothing is filled in there. Write it out.",
  "warning hub-placeholder automations/a: a header holds \${trigger:id}, and nothing is filled in there. Write it out.",
  "warning hub-placeholder automations/a: a value of the template holds \${trigger:id}, and nothing is filled in there. Write it out.",
  "warning hub-placeholder automations/a: the payload holds \${template:y}, which is never filled in. Add templateValues: { y: … }.",
]
`);
});

test('placeholders after a change of a variable', () => {
  const value = (text: string) =>
    hubWith({
      variables: [manual('tier')],
      rules: [{ name: 'a', when: { variableUpdated: 'tier' }, then: [{ addToSet: { set: 'noisy', value: text } }] }],
    });
  expect(value('${trigger:payload.data} ${trigger:payload.data.a}')).toEqual([]);
  expect(value('${trigger:payload.labels.a}')).toMatchInlineSnapshot(`
[
  "warning hub-placeholder automations/a: the value holds \${trigger:payload.labels.a}, which is never filled in. Did you mean "payload.data"?",
]
`);
});

test('chains that the event hub ends, and circles', () => {
  const variables = ['one', 'two', 'three'].map((key) => ({
    key,
    dataType: 'string',
    serializeAs: [{ name: key.toUpperCase() }],
  }));
  const after = (variableUpdated: string, scalar: string) => ({
    name: `${variableUpdated}-${scalar}`,
    when: { variableUpdated },
    then: [set(scalar)],
  });
  expect(
    hubWith({ variables, rules: [ruleOf('start', set('one')), after('one', 'two'), after('two', 'three')] }),
  ).toMatchInlineSnapshot(`
[
  "warning hub-chain automations/two-three: the rule follows from 2 changes in a row, and the event hub stops after 1. Do what it does in the rule before it.",
]
`);
  const people = [{ ...manual('one') }, ...variables.slice(1)];
  expect(hubWith({ variables: people, rules: [after('one', 'two'), after('two', 'three')] })).toMatchInlineSnapshot(`
[
  "warning hub-chain automations/two-three: the rule follows from 2 changes in a row, and the event hub stops after 1. Do what it does in the rule before it.",
]
`);
  expect(
    hubWith({
      variables: variables.slice(0, 2),
      rules: [ruleOf('start', set('one')), after('one', 'two'), after('two', 'one')],
    }),
  ).toMatchInlineSnapshot(`
[
  "warning hub-chain automations/one-two: the rules "one-two" and "two-one" start each other until the event hub stops them. Let one of them change another variable.",
  "warning hub-chain automations/two-one: the rule follows from 2 changes in a row, and the event hub stops after 1. Do what it does in the rule before it.",
]
`);
});

test('variables that nothing sets or reads', () => {
  const variables = [
    { key: 'unset', dataType: 'string', serializeAs: [{ name: 'UNSET' }] },
    { key: 'unread', type: 'manual', dataType: 'string' },
  ];
  expect(hubWith({ variables })).toMatchInlineSnapshot(`
[
  "warning hub-idle variables/unread: nothing reads the variable "unread". Export it to collectors, or remove it.",
  "warning hub-idle variables/unset: no rule of the hub sets the variable "unset". Set it in a rule, or let people set it: type: manual.",
]
`);
});

test('fields that do nothing', () => {
  const alerts = [{ name: 'slow', expr: 'up', severity: 'warning', keep_firing_for: '1m' }];
  const call = { url: { value: 'http://a' }, templateRef: 'slackAlertTemplate', method: 'PUT' };
  expect(hubWith({ alerts, rules: [ruleOf('a', { callWebhook: call })] })).toMatchInlineSnapshot(`
[
  "warning hub-ignored alerts/slow: the operator does not tell Prometheus how long the alert should keep firing. Write it into the expression: max_over_time(…).",
  "warning hub-ignored automations/a: the event hub sends POST, and not PUT. Leave the method out.",
]
`);
  expect(said(['MdaiIngress', { otelCollector: { name: 'gateway' }, ingressClassName: 'alb' }])).toMatchInlineSnapshot(`
[
  "warning hub-ignored a.yaml/a: the operator takes the class of the collector, and not "ingressClassName". Write the class into the collector: ingress.ingressClassName.",
]
`);
});

test('observers, replays, load balancers and access layers', () => {
  const measure = { name: 'kept', labelResourceAttributes: ['a'], countMetricName: 'b' };
  expect(
    said(['MdaiObserver', { observers: [measure, measure, { ...measure, name: 'received' }] }]),
  ).toMatchInlineSnapshot(`
[
  "error hub-name kept: two measurements have the name "kept", and the operator keeps the last of them alone. Give each a name of its own.",
]
`);
  const times = { hubName: 'a', startTime: '2026-01-31', endTime: '2026-02-01', telemetryType: 'logs' };
  expect(said(['MdaiReplay', { ...times, statusVariableRef: 'a', opampEndpoint: 'b' }])).toMatchInlineSnapshot(`
[
  "error replay-incomplete a.yaml/a: the replay does not say which bucket holds the telemetry, and the operator breaks down on it. Add source: { s3: … }.",
  "error replay-incomplete a.yaml/a: the replay does not say where the telemetry goes. Add destination: { otlpHttp: { endpoint: … } }.",
]
`);
  const ingress = { otelCollector: { name: 'gateway' } };
  expect(said(['MdaiIngress', ingress], ['MdaiIngress', ingress, 'b'])).toMatchInlineSnapshot(`
[
  "error hub-duplicate a.yaml/b: the collector "gateway" has a load balancer already: a.yaml/a. Write all into one: the operator refuses a second.",
]
`);
  const dal = { granularity: 'daily', s3: { bucket: 'abc' }, aws: { region: 'us-east-1' } };
  expect(said(['MdaiDal', dal])).toMatchInlineSnapshot(`
[
  "error dal-credentials a.yaml/a: nothing says which Secret holds the AWS credentials, and Kubernetes refuses the Deployment that the operator makes. Add aws: { credentials: {} } for the Secret aws-credentials, or name another.",
]
`);
  expect(said(['MdaiDal', { ...dal, aws: { ...dal.aws, credentials: {} } }])).toEqual([]);
});

test('an update that the operator refuses', () => {
  const made = (...variableRefs: readonly string[]) => ({
    ...hub('hub'),
    variables: [{ key: 'a', type: 'meta' as const, dataType: 'metaPriorityList' as const, variableRefs, exports: [] }],
  });
  expect(hubUpdateIssues(made('x', 'y'), made('x', 'y'))).toEqual([]);
  expect(hubUpdateIssues(hub('hub', 'a'), made('x'))).toEqual([]);
  expect(hubUpdateIssues(made('x', 'y'), made('y', 'x')).map(({ message }) => message)).toMatchInlineSnapshot(`
[
  "the variable "a" was made of x, y, and the operator refuses to change that.",
]
`);
});

test('payloads and values of templates', () => {
  const call = (body: object) =>
    hubWith({ rules: [ruleOf('a', { callWebhook: { url: { value: 'http://a' }, ...body } })] });
  expect(call({ payloadTemplate: { value: '{"a": ${trigger:payload.value}, "b": "${trigger:id}"}' } })).toEqual([]);
  expect(call({ payloadTemplate: { value: '{"a": ${trigger:id}' } })).toMatchInlineSnapshot(`
[
  "error hub-failing automations/a: callWebhook sends JSON, and its payload is none. Write JSON, with placeholders in quotes where they stand for text.",
]
`);
  const templateValues = { message: 'a', link: 'b' };
  expect(call({ templateRef: 'slackAlertTemplate', templateValues })).toMatchInlineSnapshot(`
[
  "warning hub-ignored automations/a: slackAlertTemplate has no place for the value "link". It has "message", "labels_val_ref_primary", "link_text" and "link_url".",
]
`);
});

test('what constructs write meets the same checks', () => {
  const content = {
    apiVersion: 'hub.mydecisive.ai/v1',
    kind: 'MdaiHub',
    metadata: { name: 'a' },
    spec: { variables: {} },
  };
  const manifests = [{ path: 'chart/a', kind: 'MdaiHub' as const, content: content as unknown as ConfigMap }];
  expect(checkModel(model({ manifests })).map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'chart/a/spec/variables: "variables" is a map, but has to be a list.',
  ]);
});
