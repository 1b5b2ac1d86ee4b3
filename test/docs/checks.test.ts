// docs/checks.md shows parts of this file.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Chart } from 'cdk8s';
import { Collector, exporters, log, MdaiApp, processors, receivers } from 'cdk8s-mdai';
import { MdaiValidation } from 'cdk8s-mdai/plugin';
import { find, issuesOf, synthesize } from 'cdk8s-mdai/testing';
import { load } from 'js-yaml';
import { run } from '../../src/cli/run';

function telemetry() {
  const chart = new Chart(new MdaiApp(), 'telemetry', { namespace: 'telemetry' });
  const otlp = receivers.otlp({ protocols: { grpc: {}, http: {} } });
  const noise = processors.filter('noise', { log_conditions: [log.severity.below('INFO')] });
  const vendor = exporters.otlp_http('vendor', { endpoint: 'https://in.vendor.example' });
  new Collector(chart, 'gateway').pipeline('logs', { from: [otlp], processors: [noise], to: [vendor] });
  return chart;
}

test('the vendor gets no noise', () => {
  const gateway = find(synthesize(telemetry()), 'OpenTelemetryCollector', 'gateway');
  expect(gateway.spec.config.service.pipelines.logs.processors).toContain('filter/noise');
});

test('there is nothing to warn of', () => expect(issuesOf(telemetry())).toEqual([]));

test('what is absent is named, with what is there', () => {
  expect(() => find(synthesize(telemetry()), 'MdaiHub', 'hub')).toThrow(
    'There is no MdaiHub/hub. There are: OpenTelemetryCollector/gateway, ServiceAccount/gateway-collector, NetworkPolicy/gateway-collector.',
  );
});

/** What `mdai` prints, and its exit code. */
function mdai(...args: string[]) {
  const printed = { out: '', err: '' };
  const code = run(args, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
  });
  return { code, ...printed };
}

const file = (name: string) => relative(process.cwd(), join(__dirname, name));

test('mdai check prints what the page shows, for people and for programs', () => {
  expect(mdai('check', file('gateway.yaml'))).toEqual({
    code: 1,
    out: readFileSync(file('check.txt'), 'utf8'),
    err: '',
  });
  const { out } = mdai('check', '--format', 'json', file('gateway.yaml'));
  expect(out).toBe(readFileSync(file('check.json'), 'utf8'));
});

test('exit codes', () => {
  const examples = file('../../examples/quickstart/expected');
  expect(mdai('check', examples)).toMatchObject({ code: 0 });
  expect(mdai('check', '--release', '0.131.0', '--strict', examples)).toMatchObject({ code: 0 });
  expect(mdai('check', '--strict', file('warned.yaml'))).toMatchObject({ code: 1 });
  expect(mdai('check', file('warned.yaml'))).toMatchObject({ code: 0 });
  for (const wrong of [['check'], ['check', 'nowhere'], ['check', '--format', 'xml', 'x'], ['mend'], []]) {
    expect(mdai(...wrong)).toMatchObject({ code: 2, out: '' });
  }
});

test('the plugin is where the page says', () => {
  const { exports } = JSON.parse(readFileSync(file('../../package.json'), 'utf8'));
  const path = exports['./plugin'].default.replace(/^\.\/(.*)\.js$/, './node_modules/cdk8s-mdai/$1');
  expect(load(readFileSync(file('cdk8s.yaml'), 'utf8'))).toMatchObject({
    validations: [{ package: path, class: MdaiValidation.name }],
  });
});
