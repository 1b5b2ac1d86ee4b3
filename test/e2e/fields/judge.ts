import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findComponent, nameIn } from '../../../src/catalog/catalog';
import { checkFields } from '../../../src/checks/fields';
import { type ComponentKind, sectionOf } from '../../../src/model/component-id';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';
import type { Issue } from '../../../src/model/issue';
import type { Model } from '../../../src/model/model';
import type { Release } from '../../../src/model/release';
import { tool } from '../../../tools/locate';
import { scratch } from '../process';

/** A configuration of one component. */
export interface Case {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly body: ConfigValue;
}

export interface Verdict {
  readonly ok: boolean;
  readonly output: string;
}

const folder = scratch();
let files = 0;

// Their sections concern one signal each, so that all must be judged.
const sectioned = new Set(['filter', 'transform', 'count']);

/** What the real collector says; most components may be made for one signal of theirs only. */
export async function collectorVerdict(one: Case, release: Release): Promise<Verdict> {
  const all = sectioned.has(one.type);
  let verdict: Verdict = { ok: false, output: 'no signal' };
  for (const signal of signalsOf(one, release)) {
    verdict = await validate(configOf(one, release, signal), release);
    const decided = all ? !verdict.ok : verdict.ok;
    if (decided || (!verdict.ok && !verdict.output.includes('failed to build pipelines'))) break;
  }
  return verdict;
}

function validate(config: ConfigMap, release: Release): Promise<Verdict> {
  const file = join(folder, `${files++}.json`);
  writeFileSync(file, JSON.stringify(config));
  const env = { PATH: process.env.PATH, NUMBER: '3', TEXT: 'text' };
  return new Promise((resolve) => {
    execFile(tool(`otelcol-${release}`), ['validate', '--config', file], { env }, (failure, stdout, stderr) =>
      resolve({ ok: failure === null, output: `${stdout}${stderr}` }),
    );
  });
}

/** What we say. */
export function ourIssues(one: Case, release: Release): Issue[] {
  const config = configOf(one, release, signalsOf(one, release)[0] ?? 'traces');
  const collector = { path: 'c', name: 'c', release, config, featureGates: [], env: {}, envFrom: [] };
  const none: readonly never[] = [];
  const model: Model = {
    collectors: [collector],
    hubs: none,
    observers: none,
    hubMonitors: none,
    replays: none,
    ingresses: none,
    dals: none,
    prometheuses: none,
    alertmanagers: none,
    closed: true,
  };
  return checkFields(model);
}

function signalsOf({ kind, type }: Case, release: Release): readonly string[] {
  const facts = findComponent(kind, type)?.in(release);
  const signals = facts?.signals ?? facts?.pairs?.map(([from]) => from) ?? ['traces'];
  return signals.filter((signal) => signal !== 'profiles');
}

/** The least configuration that uses the component in a pipeline of the signal. */
function configOf({ kind, type, body }: Case, release: Release, signal: string): ConfigMap {
  const facts = findComponent(kind, type);
  const name = facts ? nameIn(release, facts) : type;
  const parts: Record<string, Record<string, ConfigValue>> = {
    receivers: { 'otlp/helper': { protocols: { grpc: {} } } },
    exporters: { 'nop/helper': {} },
  };
  const section = sectionOf[kind];
  parts[section] = { ...parts[section], [name]: body };
  const from = ['otlp/helper'];
  const to = ['nop/helper'];
  const out = type === 'count' ? 'metrics' : signal;
  const pipelines: Record<string, ConfigValue> =
    kind === 'connector'
      ? { [signal]: { receivers: from, exporters: [name] }, [`${out}/out`]: { receivers: [name], exporters: to } }
      : {
          [signal]: {
            receivers: kind === 'receiver' ? [name] : from,
            processors: kind === 'processor' ? [name] : [],
            exporters: kind === 'exporter' ? [name] : to,
          },
        };
  const telemetry = { metrics: { level: 'none' } };
  return { ...parts, service: { pipelines, telemetry, ...(kind === 'extension' && { extensions: [name] }) } };
}
