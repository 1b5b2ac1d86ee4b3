import { App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import { load } from 'js-yaml';
import {
  Alertmanager,
  type AlertmanagerProps,
  alertReceiver,
  configMapFile,
  env,
  label,
  Prometheus,
  secret,
  secretFile,
  text,
  timeInterval,
} from '../../src';
import { find, issuesOf, type Manifest, synthesize } from '../../src/testing';

function chartIn(namespace?: string): Chart {
  return new Chart(new App(), 'alerts', namespace === undefined ? {} : { namespace });
}

function alertmanager(props: AlertmanagerProps): Alertmanager {
  return new Alertmanager(chartIn('ns'), 'main', props);
}

function objectsOf(props: AlertmanagerProps): Manifest[] {
  return synthesize(Chart.of(alertmanager(props)));
}

/** The text of the configuration, from wherever the back end keeps it. */
function textOf(objects: readonly Manifest[]): string {
  const object = objects.find(({ kind }) => kind === 'ConfigMap' || kind === 'Secret')!;
  return (object.stringData ?? object.data)['alertmanager.yaml'];
}

const oncall = alertReceiver('oncall', {
  pagerduty_configs: [{ routing_key: secret('pagerduty', 'key') }],
  slack_configs: [{ api_url: secret('slack', 'url'), channel: '#ops', timeout: Duration.seconds(90) }],
});

test('without a route, everything goes to the MDAI gateway but the watchdog', () => {
  expect(textOf(objectsOf({}))).toMatchInlineSnapshot(`
    "route:
      receiver: mdai-gateway
      group_by:
        - cluster
        - alertname
      group_wait: 30s
      group_interval: 5m
      repeat_interval: 12h
      routes:
        - receiver: 'null'
          matchers:
            - alertname="Watchdog"
    receivers:
      - name: mdai-gateway
        webhook_configs:
          - send_resolved: true
            url: http://mdai-gateway.ns.svc.cluster.local:8081/alerts/alertmanager
      - name: 'null'
    "
  `);
});

test('both back ends have one configuration, and mount what it names files of in the same places', () => {
  const props: AlertmanagerProps = { route: { to: oncall } };
  const [operator, plain] = [objectsOf(props), objectsOf({ ...props, backend: 'workload' })];
  expect(textOf(plain)).toBe(textOf(operator));
  expect(textOf(plain)).toMatchInlineSnapshot(`
    "route:
      receiver: oncall
    receivers:
      - name: oncall
        pagerduty_configs:
          - routing_key_file: /etc/alertmanager/secrets/pagerduty/key
        slack_configs:
          - api_url_file: /etc/alertmanager/secrets/slack/url
            channel: '#ops'
            timeout: 1m30s
    "
  `);
  expect(find(operator, 'Alertmanager', 'main').spec.secrets).toEqual(['pagerduty', 'slack']);
  const [container] = find(plain, 'StatefulSet', 'main').spec.template.spec.containers;
  expect(container.volumeMounts.map(({ mountPath }: Manifest) => mountPath)).toEqual([
    '/etc/alertmanager/config',
    '/alertmanager',
    '/etc/alertmanager/secrets/pagerduty',
    '/etc/alertmanager/secrets/slack',
  ]);
});

test('receivers, times and inhibitions are values, and matchers read like labels', () => {
  const nights = timeInterval('nights', { times: [{ start_time: '22:00', end_time: '24:00' }] });
  const route: AlertmanagerProps['route'] = {
    to: oncall,
    group_wait: Duration.seconds(10),
    routes: [
      {
        when: { severity: label.not('page'), team: label.in(['a.b', 'c']), '': 'x'.repeat(0) },
        mute_time_intervals: [nights],
        continue: true,
      },
      { when: ['severity="page"', 'zone!~"eu-.*"'], to: oncall, active_time_intervals: [nights] },
    ],
  };
  const inhibitions = [{ source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['alertname'] }];
  expect(load(textOf(objectsOf({ route, inhibitions })))).toMatchObject({
    route: {
      group_wait: '10s',
      routes: [
        {
          matchers: ['severity!="page"', 'team=~"a\\\\.b|c"', '""=""'],
          mute_time_intervals: ['nights'],
          continue: true,
        },
        { matchers: ['severity="page"', 'zone!~"eu-.*"'], receiver: 'oncall', active_time_intervals: ['nights'] },
      ],
    },
    receivers: [{ name: 'oncall' }],
    time_intervals: [{ name: 'nights', time_intervals: [{ times: [{ start_time: '22:00', end_time: '24:00' }] }] }],
    inhibit_rules: [
      { source_matchers: ['severity="critical"'], target_matchers: ['severity="warning"'], equal: ['alertname'] },
    ],
  });
});

test('matchers that mean nothing throw where they are written', () => {
  const route = (when: readonly string[]) => ({ to: oncall, routes: [{ when }] });
  expect(() => objectsOf({ route: { to: oncall, routes: [{ when: { a: label.matches('(') } }] } })).toThrow(
    'The value of "a" matches no label: "(" is no regular expression.',
  );
  expect(objectsOf({ route: route(['a=b']) })).toBeTruthy();
});

test('files of Secrets and ConfigMaps, headers and the settings of all receivers are mounted, too', () => {
  const hook = alertReceiver('hook', {
    webhook_configs: [
      {
        url: 'https://hook.example',
        http_config: {
          authorization: { credentials: secret('hook', 'token') },
          http_headers: { 'X-Key': { values: ['a'], secrets: [secret('key', 'k')], files: [secretFile('more', 'm')] } },
          tls_config: { ca_file: configMapFile('ca', 'ca.crt') },
        },
      },
    ],
  });
  const objects = objectsOf({ route: { to: hook }, global: { smtp_auth_password: secret('mail', 'password') } });
  const config = load(textOf(objects)) as Manifest;
  expect(config.global).toEqual({ smtp_auth_password_file: '/etc/alertmanager/secrets/mail/password' });
  expect(config.receivers[0].webhook_configs[0].http_config).toEqual({
    authorization: { credentials_file: '/etc/alertmanager/secrets/hook/token' },
    http_headers: {
      'X-Key': { values: ['a'], files: ['/etc/alertmanager/secrets/key/k', '/etc/alertmanager/secrets/more/m'] },
    },
    tls_config: { ca_file: '/etc/alertmanager/configmaps/ca/ca.crt' },
  });
  const { secrets, configMaps } = find(objects, 'Alertmanager', 'main').spec;
  expect([secrets, configMaps]).toEqual([['hook', 'key', 'mail', 'more'], ['ca']]);
});

test('a secret that Alertmanager would take no file for is an issue with its way out', () => {
  const sns = alertReceiver('sns', {
    sns_configs: [{ topic_arn: 'arn', sigv4: { access_key: 'a', secret_key: secret('aws', 'key') } }],
    pagerduty_configs: [{ routing_key: text`x${secret('a', 'b')}` }, { routing_key: env('KEY') }],
  });
  const issues = issuesOf(alertmanager({ route: { to: sns } })).filter(({ code }) => code === 'alertmanager-secret');
  expect(issues.map(({ path, message, fix }) => `${path}: ${message} ${fix}`)).toMatchInlineSnapshot(`
    [
      "alerts/main/receivers/0/sns_configs/0/sigv4/secret_key: a secret cannot stand here: Alertmanager has no field that takes a file in place of "secret_key". Leave access_key and secret_key out, and give the pods an identity by their service account.",
      "alerts/main/receivers/0/pagerduty_configs/0/routing_key: only the whole value of a Secret, or a file, can stand here: Alertmanager reads no environment, and puts no texts together. Write secret('name', 'key') with the whole value in that Secret.",
      "alerts/main/receivers/0/pagerduty_configs/1/routing_key: only the whole value of a Secret, or a file, can stand here: Alertmanager reads no environment, and puts no texts together. Write secret('name', 'key') with the whole value in that Secret.",
    ]
  `);
});

test('several pods find each other, and are not all taken away at once', () => {
  const objects = objectsOf({
    backend: 'workload',
    replicas: 2,
    retention: '5d',
    storage: { size: Size.gibibytes(1) },
  });
  const { spec } = find(objects, 'StatefulSet', 'main');
  expect(spec.template.spec.containers[0].args).toEqual([
    '--config.file=/etc/alertmanager/config/alertmanager.yaml',
    '--storage.path=/alertmanager',
    '--data.retention=120h',
    '--web.listen-address=:9093',
    '--cluster.listen-address=[$(POD_IP)]:9094',
    '--cluster.label=ns/main',
    '--cluster.reconnect-timeout=5m',
    '--cluster.peer=main-0.main-headless:9094',
    '--cluster.peer=main-1.main-headless:9094',
  ]);
  expect(spec.volumeClaimTemplates[0].spec.resources.requests).toEqual({ storage: '1Gi' });
  expect(find(objects, 'Service', 'main-headless').spec).toMatchObject({
    clusterIP: 'None',
    publishNotReadyAddresses: true,
  });
  expect(find(objects, 'PodDisruptionBudget', 'main').spec.maxUnavailable).toBe(1);
  const [alone] = find(objectsOf({ backend: 'workload' }), 'StatefulSet', 'main').spec.template.spec.containers;
  expect(alone.args).toContain('--cluster.listen-address=');
});

test.each([
  ['operator', 'alertmanager-main'],
  ['workload', 'main'],
] as const)('with the back end %s, a Prometheus finds only this one, by its Service', (backend, service) => {
  const chart = chartIn('ns');
  const one = new Alertmanager(chart, 'main', { backend });
  new Alertmanager(chart, 'other', { backend });
  new Prometheus(chart, 'prometheus', { alertmanager: one });
  const objects = synthesize(chart);
  expect(one.service).toBe(service);
  expect(find(objects, 'Prometheus', 'prometheus').spec.alerting.alertmanagers).toMatchObject([
    { name: service, namespace: 'ns', port: 'web' },
  ]);
  expect(find(objects, 'Service', service).spec).toMatchObject({
    selector: { 'app.kubernetes.io/instance': 'main', 'app.kubernetes.io/name': 'alertmanager' },
    ports: [{ name: 'web', port: 9093 }],
  });
});

test('a new configuration, also a patched one, makes new pods', () => {
  const sum = (props: AlertmanagerProps, patch?: string) => {
    const one = alertmanager({ backend: 'workload', ...props });
    if (patch !== undefined) one.patch('ConfigMap', JsonPatch.replace('/data/alertmanager.yaml', patch));
    const { template } = find(synthesize(Chart.of(one)), 'StatefulSet', 'main').spec;
    return template.metadata.annotations['checksum/config'];
  };
  const patched = 'route: {receiver: a}\nreceivers: [{name: a}]\n';
  expect(new Set([sum({}), sum({ route: { to: oncall } }), sum({}, patched)]).size).toBe(3);
  expect(sum({})).toBe(sum({}));
});

test('a patched configuration is checked as it is', () => {
  const one = alertmanager({});
  one.patch(
    'Config',
    JsonPatch.replace('/stringData/alertmanager.yaml', 'route: {receiver: oncal}\nreceivers: [{name: oncall}]\n'),
  );
  expect(issuesOf(one)).toContainEqual(
    expect.objectContaining({
      code: 'alertmanager-undefined',
      path: 'alerts/main/route/receiver',
      fix: 'Did you mean "oncall"?',
    }),
  );
});

test('the rest of the configuration, and templates, are given in Alertmanager’s own words', () => {
  const objects = objectsOf({
    route: { to: oncall },
    templates: { 'slack.tmpl': '{{ define "slack.title" }}{{ .Status }}{{ end }}' },
    config: { global: { resolve_timeout: Duration.minutes(1) }, tracing: { endpoint: 'gateway:4317', insecure: true } },
  });
  expect(load(textOf(objects))).toMatchObject({
    global: { resolve_timeout: '1m' },
    templates: ['/etc/alertmanager/config/slack.tmpl'],
    tracing: { endpoint: 'gateway:4317', insecure: true },
  });
  expect(Object.keys(find(objects, 'Secret', 'alertmanager-main-config').stringData)).toEqual([
    'alertmanager.yaml',
    'slack.tmpl',
  ]);
});

test('one receiver said twice in the same words stands once; in other words, it is an issue', () => {
  const make = (url: string) => alertReceiver('hook', { webhook_configs: [{ url }] });
  const codes = (first: string, second: string) => {
    const route = { to: make(first), routes: [{ when: { a: 'b' }, to: make(second) }] };
    return issuesOf(alertmanager({ route })).map(({ code }) => code);
  };
  expect(codes('https://a', 'https://a')).toEqual([]);
  expect(codes('https://a', 'https://b')).toEqual(['alertmanager-duplicate']);
});

test('a path in the URL for people changes no path inside of Kubernetes', () => {
  const objects = objectsOf({ backend: 'workload', externalUrl: 'https://example/alerts' });
  const [container] = find(objects, 'StatefulSet', 'main').spec.template.spec.containers;
  expect(container.args).toEqual(
    expect.arrayContaining(['--web.external-url=https://example/alerts', '--web.route-prefix=/']),
  );
});

test('without an operator, a Prometheus of the same name would be the same StatefulSet', () => {
  const codes = (backend: 'operator' | 'workload') => {
    const chart = chartIn('ns');
    new Alertmanager(chart, 'a', { backend, name: 'main' });
    new Prometheus(chart, 'p', { backend, name: 'main' });
    return issuesOf(chart).map(({ code }) => code);
  };
  expect(codes('workload')).toContain('name-taken');
  expect(codes('operator')).not.toContain('name-taken');
});

test('there is at least one pod', () => {
  expect(() => alertmanager({ replicas: 0 })).toThrow(
    'alerts/main cannot have 0 replicas. Write a whole number from 1.',
  );
});
