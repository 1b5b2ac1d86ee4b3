import { findComponent, knownTypes } from '../../src/catalog/catalog';
import type { ComponentFacts, ReleaseFacts } from '../../src/catalog/facts';
import type { ComponentKind } from '../../src/model/component-id';
import type { ConfigMap, ConfigValue } from '../../src/model/config';
import { isAtLeast, type Release, releases } from '../../src/model/release';
import type { RuleCases } from '../../tools/catalogue/vectors/rules/rule-cases';
import { type Disagreement, exceptions } from './fields/exceptions';
import { exporters } from './fields/exporters';
import { bodies } from './fields/generate';
import { type Case, collectorVerdict, collectorVerdicts, ourIssues, type Verdict } from './fields/judge';
import { connectors, extensions } from './fields/others';
import { processors } from './fields/processors';
import { receivers } from './fields/receivers';
import { ruleCases } from './fields/rules';

// The collector judges; what it says of a configuration and what we say must agree, but for reasoned exceptions.
const written = {
  receiver: receivers,
  processor: processors,
  exporter: exporters,
  connector: connectors,
  extension: extensions,
};

// The fields without which the generated ones are not looked at.
const bases: Readonly<Record<string, ConfigMap>> = {
  otlp: { protocols: { grpc: {} } },
  memory_limiter: { check_interval: '1s', limit_mib: 100 },
  resource: { attributes: [{ key: 'a', action: 'delete' }] },
  attributes: { actions: [{ key: 'a', action: 'delete' }] },
  otlp_grpc: { endpoint: 'a:1' },
  otlp_http: { endpoint: 'http://a' },
  prometheus: { endpoint: 'a:1' },
  load_balancing: { resolver: { static: { hostnames: ['a'] } } },
  file: { path: '/tmp/x' },
  routing: { table: [{ condition: 'attributes["a"] == "b"', pipelines: ['traces/out'] }] },
  file_storage: { directory: '/tmp' },
  bearertokenauth: { token: 'x' },
};

// More, or others, when one looks for mistakes in the catalogue.
const { FIELDS_GENERATED: generated = '30', FIELDS_SEED: seed = '1' } = process.env;

// What the judges, distributions of our own, are built with. 0.159.0 has no routing connector: no module of it fits.
const judged: Readonly<Record<ComponentKind, readonly string[]>> = {
  receiver: Object.keys(receivers),
  processor: Object.keys(processors),
  exporter: Object.keys(exporters),
  connector: Object.keys(connectors),
  extension: Object.keys(extensions),
};
const unjudged = new Set(['0.159.0 routing']);

const rows = (Object.keys(judged) as ComponentKind[])
  .flatMap((kind) =>
    knownTypes(kind)
      .filter((type) => judged[kind].includes(type))
      .map((type) => findComponent(kind, type)),
  )
  .flatMap((facts) => releases.map((release) => ({ facts, release, inRelease: facts?.in(release) })))
  .flatMap(({ facts, release, inRelease }) =>
    facts && inRelease && !unjudged.has(`${release} ${facts.type}`)
      ? [{ facts, release, inRelease, name: `${facts.kind} ${facts.type}` }]
      : [],
  );

const report: string[] = [];

afterAll(() => process.stdout.write(`${report.join('\n')}\n`));

test.each(rows)(
  '$name of $release is judged as the collector judges it',
  async ({ facts, release, inRelease, name }) => {
    const cases = casesOf(facts, inRelease);
    const disagreements = await disagreementsIn(cases, release);
    const open = disagreements.filter((d) => !exceptions.some(({ applies }) => applies(d)));
    report.push(
      `${release} ${name}: ${cases.length - disagreements.length} of ${cases.length} agree, ${open.length} unexplained`,
    );
    expect(open.map(describe)).toEqual([]);
  },
  900_000,
);

const ruleRows = releases.flatMap((release) =>
  ruleCases
    .filter(({ from = release }) => isAtLeast(release, from))
    .filter(({ until }) => until === undefined || !isAtLeast(release, until))
    .filter(({ type }) => !unjudged.has(`${release} ${type}`))
    .map((one) => ({ release, one, name: `${one.type}: ${one.rule}` })),
);

test.each(ruleRows)(
  '$release $name, says the collector, and so do we',
  async ({ one, release }) => {
    const cases = [...sided(one, 'keeps'), ...sided(one, 'breaks')];
    const found = await inParallel(cases, async ({ side, asked }) => {
      const verdict = await collectorVerdict(asked, release);
      const issues = ourIssues(asked, release).filter(({ code }) => code !== 'secret-literal');
      return {
        side,
        body: asked.body,
        theirs: verdict.ok ? 'keeps' : 'breaks',
        why: verdict.ok ? '' : reasonOf(verdict.output),
        ours: issues.length === 0 ? 'keeps' : 'breaks',
        issues,
      };
    });
    expect(found.filter(({ side, theirs, ours }) => theirs !== side || ours !== side)).toEqual([]);
  },
  300_000,
);

function sided(one: RuleCases, side: 'keeps' | 'breaks') {
  return one[side].map((body) => ({ side, asked: { kind: one.kind, type: one.type, body: body as ConfigValue } }));
}

function casesOf({ kind, type }: ComponentFacts, { schema }: ReleaseFacts): readonly Case[] {
  const table = written[kind][type] ?? [];
  const more = bodies(schema, bases[type] ?? {}, Number(generated), Number(seed));
  return [...table, ...more].map((body) => ({ kind, type, body: body as ConfigValue }));
}

async function disagreementsIn(cases: readonly Case[], release: Release): Promise<readonly Disagreement[]> {
  const issues = new Map(cases.map((one) => [one, ourIssues(one, release)]));
  // The collector takes secrets as plain text; we do not.
  const refused = (one: Case) =>
    (issues.get(one) ?? []).some(({ severity, code }) => severity === 'error' && code !== 'secret-literal');
  const verdicts = await collectorVerdicts(cases, release, (one) => !refused(one));
  return cases.flatMap((one, i) => {
    const verdict = verdicts[i] as Verdict;
    return verdict.ok === refused(one) ? [{ one, release, verdict, issues: issues.get(one) ?? [] }] : [];
  });
}

/** Two at a time: each collector takes a core. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R | undefined>): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const result = await work(item);
      if (result !== undefined) results.push(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

function describe({ one, release, verdict, issues }: Disagreement): string {
  const theirs = verdict.ok ? 'accepts' : `refuses: ${reasonOf(verdict.output)}`;
  return `${release} ${one.type} ${JSON.stringify(one.body)}: the collector ${theirs}; we say ${JSON.stringify(issues)}`;
}

/** The part of the collector's output that says why. */
function reasonOf(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => /^\s+'|Error: (?!failed to get config)/.test(line)) ?? output).trim();
}
