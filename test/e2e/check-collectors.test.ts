import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { IssueCode } from '../../src/model/issue-codes';
import { tool } from '../../tools/locate';
import { checked, manifestsIn } from '../cli/manifests';
import { configsIn, type GivenConfig } from './manifest-parts';
import { Running, run, scratch, type Verdict } from './process';

const folder = scratch();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the configurations read from their environment. */
const environment = {
  CLIENT_SECRET: 'secret',
  DD_API_KEY: 'key',
  K8S_NODE_NAME: 'node',
  MY_POD_IP: '127.0.0.1',
  NOISY_SERVICES: 'a',
  PERCENTAGE: '5',
  RETRIES: '5',
  THRESHOLD: '5',
  VENDOR_API_KEY: 'key',
};

/** What the collectors of these tests miss, and refuse for it alone: what is in a pod, and components that they are built without. */
const missing: Readonly<Record<string, RegExp>> = {
  'agent.daemonset': /serviceaccount\/ca\.crt could not be read/,
  'byhand.daemonset': /invalid root_path: stat \/hostfs/,
  'connector-ambiguous': /unknown type: "datadog"/,
  'secret-literal.source': /unknown type: "sqlquery"/,
  'secret-literal.variable': /unknown type: "sqlquery"/,
  'helm.daemonset': /unknown type: "(k8s_observer|receiver_creator)"/,
  'storage.sqlite': /unknown type: "db_storage"/,
};

/** Errors about more than the configuration, which the collector itself takes: they keep secrets, or pods, or telemetry. */
const beyond: Readonly<Partial<Record<IssueCode, string>>> = {
  'autoscaler-refused': 'the operator refuses the object',
  'component-distribution': 'it is about the image; these collectors hold more',
  'hub-unlinked': 'variables would be empty texts',
  'ingress-collector': 'it is about the load balancer',
  'inlet-unreachable': 'it is about another collector, which is not reached',
  'inlet-unused': 'it is about another collector, which refuses what comes',
  'memory-limit': 'it is about the container, which is killed',
  'name-invalid': 'the API server refuses the object',
  'name-taken': 'one object would replace the other',
  'observer-signals': 'it is about what an observer counts',
  'operator-port-name': 'the operator refuses the object',
  'option-mode': 'the operator refuses the object',
  'port-invalid': 'the API server refuses the Service',
  'scrape-port': 'it is about what a Prometheus reads',
  'secret-literal': 'the collector takes secrets as plain text; we do not',
  'target-allocator': 'the operator refuses the object',
  'udp-blocked': 'it is about a network policy',
  'yaml-text': 'the API server refuses the object',
};

/** Manifests of which kubectl drops the mistake, or which the API server refuses for it, before the collector sees any of it. */
const dropped: ReadonlySet<string> = new Set(['yaml-duplicate', 'yaml-indent.root', 'yaml-indent.spec']);

/** Errors that the collector finds when it starts, and not before, and what it says then. */
const atStart: Readonly<Partial<Record<IssueCode, RegExp>>> = {
  'extension-kind': /is not a HTTP client authenticator/,
  'extension-not-enabled': /authenticator not found|no storage client extension found/,
  'field-value': /unknown sampling policy type/,
  'port-shared': /address already in use/,
  'telemetry-readers': /port must be specified/,
};

const cases = (name: 'good' | 'broken') =>
  manifestsIn(join(__dirname, '../cli', name)).flatMap((file) =>
    configsIn(file).map((config, i) => ({ name: basename(file, '.yaml'), i, file, config })),
  );

let written = 0;

function asFile(config: GivenConfig): string {
  const file = join(folder, `${written++}.yaml`);
  writeFileSync(file, config.text);
  return file;
}

function validated(config: GivenConfig): Verdict {
  const gates = config.gates.map((gate) => `--feature-gates=${gate}`);
  return run(tool(`otelcol-${config.release}`), ['validate', '--config', asFile(config), ...gates], environment);
}

async function started(config: GivenConfig): Promise<Verdict> {
  const gates = config.gates.map((gate) => `--feature-gates=${gate}`);
  const running = new Running(tool(`otelcol-${config.release}`), ['--config', asFile(config), ...gates], environment);
  const ok = await running.printed('Everything is ready').then(
    () => true,
    () => false,
  );
  await running.stop();
  return { ok, output: running.output };
}

test.each(cases('good'))('the collector takes what is good: $name $i', ({ name, config }) => {
  const { ok, output } = validated(config);
  const reason = missing[name];
  if (reason !== undefined) expect(output).toMatch(reason);
  else expect({ ok, output }).toEqual({ ok: true, output });
});

/** The files with a mistake, each with the configurations of its collectors. */
const broken = manifestsIn(join(__dirname, '../cli/broken'))
  .map((file) => ({ name: basename(file, '.yaml'), file, configs: configsIn(file) }))
  .filter(({ name, configs }) => configs.length > 0 && !dropped.has(name));

test.each(broken)('the collector refuses what is an error, and takes what is a warning: $name', async (one) => {
  const { issues } = await checked(one.file);
  const own = issues.filter(({ severity, code }) => severity === 'error' && beyond[code as IssueCode] === undefined);
  const verdicts = one.configs.map(validated);
  const refused = verdicts.filter(({ ok }) => !ok);
  const [first] = own;
  const lacking = missing[one.name];
  if (lacking !== undefined) {
    expect(refused).toEqual([{ ok: false, output: expect.stringMatching(lacking) }]);
    return;
  }
  if (first === undefined || refused.length > 0) {
    expect({ refused, isOne: refused.length > 0 }).toEqual({ refused, isOne: first !== undefined });
    return;
  }
  const reason = atStart[first.code as IssueCode];
  expect({ codes: own.map(({ code }) => code), reason }).toEqual({ codes: [first.code], reason: expect.any(RegExp) });
  const starts = await Promise.all(one.configs.map(started));
  expect(starts).toContainEqual({ ok: false, output: expect.stringMatching(reason as RegExp) });
});
