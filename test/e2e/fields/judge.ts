import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findComponent, nameIn } from '../../../src/catalog/catalog';
import { checkFields } from '../../../src/checks/fields';
import { type ComponentKind, sectionOf } from '../../../src/model/component-id';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../../../src/model/config';
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

/**
 * What the real collector says of many. Those that it is expected to take are asked about together, for a start takes
 * longer than a look; where it does not take them all, the halves are asked about.
 */
export async function collectorVerdicts(
  cases: readonly Case[],
  release: Release,
  isExpected: (one: Case) => boolean,
): Promise<readonly Verdict[]> {
  const verdicts = new Map<Case, Verdict>();
  const ask = async (some: readonly Case[]): Promise<void> => {
    const [first, second] = some;
    if (first === undefined) return;
    if (second === undefined) {
      verdicts.set(first, await collectorVerdict(first, release));
      return;
    }
    const all = await validate(configOfAll(some, release), release);
    if (all.ok) for (const one of some) verdicts.set(one, all);
    else {
      await ask(some.slice(0, some.length / 2));
      await ask(some.slice(some.length / 2));
    }
  };
  // The tables of connectors name pipelines, which are others when several stand side by side.
  const together = cases.filter((one) => one.kind !== 'connector' && isExpected(one));
  const alone = cases.filter((one) => !together.includes(one)).map((one) => [one]);
  const groups = [...alone, ...inGroups(together)];
  // Two at a time: each collector takes a core.
  const worker = async () => {
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) await ask(group);
  };
  await Promise.all([worker(), worker()]);
  return cases.map((one) => verdicts.get(one) as Verdict);
}

function inGroups(cases: readonly Case[]): readonly (readonly Case[])[] {
  const most = 32;
  return Array.from({ length: Math.ceil(cases.length / most) }, (_, i) => cases.slice(i * most, (i + 1) * most));
}

/** One configuration with many, each in pipelines of its own. */
function configOfAll(cases: readonly Case[], release: Release): ConfigMap {
  const each = cases.flatMap((one, i) => {
    const signals = signalsOf(one, release);
    return (sectioned.has(one.type) ? signals : signals.slice(0, 1)).map((signal) =>
      configOf(one, release, signal, `/${i}`),
    );
  });
  return each.reduce(merged);
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
function configOf({ kind, type, body }: Case, release: Release, signal: string, suffix = ''): ConfigMap {
  const facts = findComponent(kind, type);
  const name = `${facts ? nameIn(release, facts) : type}${suffix}`;
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
          [`${signal}${suffix}`]: {
            receivers: kind === 'receiver' ? [name] : from,
            processors: kind === 'processor' ? [name] : [],
            exporters: kind === 'exporter' ? [name] : to,
          },
        };
  const telemetry = { metrics: { level: 'none' } };
  return { ...parts, service: { pipelines, telemetry, ...(kind === 'extension' && { extensions: [name] }) } };
}

/** Two configurations as one: maps are joined, lists follow each other. */
function merged(a: ConfigMap, b: ConfigMap): ConfigMap {
  const joined = Object.entries(b).map(([key, value]): [string, ConfigValue] => {
    const other = a[key];
    if (isConfigMap(other) && isConfigMap(value)) return [key, merged(other, value)];
    if (Array.isArray(other) && Array.isArray(value)) return [key, [...other, ...value]];
    return [key, value];
  });
  return { ...a, ...Object.fromEntries(joined) };
}
