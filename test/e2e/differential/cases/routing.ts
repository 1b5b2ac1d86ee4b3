import { type CaseConfig, type CasePipeline, type CaseSignal, config } from '../case';
import type { PrefixName } from '../ottl/paths';
import type { Author } from './author';

/** The contexts that a routing table may use, of those that match something in a signal. */
const CONTEXTS: Readonly<Record<CaseSignal, readonly PrefixName[]>> = {
  logs: ['log', 'resource'],
  traces: ['span', 'resource'],
  metrics: ['datapoint', 'metric', 'resource'],
};

const REQUESTS = [
  'request["x-tenant"] == "acme"',
  'request["X-Tenant"] != "acme"',
  'request["x-none"] == "a"',
] as const;

const CLIENTS = [
  'otelcol.client.metadata["x-tenant"] == nil',
  'otelcol.client.metadata["x-tenant"][0] == "acme"',
  'otelcol.client.metadata["x-none"] != nil',
] as const;

const EDITORS = [
  'delete_key(resource.attributes, "tenant")',
  'delete_matching_keys(resource.attributes, "^(env|owner)$$")',
] as const;

/** One row of a routing table. */
export function row(author: Author, pipelines: readonly string[]): object {
  const { dice, old } = author;
  const action = !old && dice.chance(40) ? { action: dice.pick(['copy', 'move']) } : {};
  const to = { ...action, pipelines };
  const kind = dice.weighted<'request' | 'client' | 'statement' | 'inferred' | 'explicit'>(
    [1, 'request'],
    [old ? 0 : 1, 'client'],
    [1, 'statement'],
    // 0.131.0 takes a row without a context for one of resources.
    [old ? 0 : 2, 'inferred'],
    [8, 'explicit'],
  );
  const context = author.context(CONTEXTS[author.signal]);
  switch (kind) {
    case 'request':
      return { context: 'request', condition: dice.pick(REQUESTS), ...to };
    case 'client':
      return { context: 'otelcol', condition: dice.pick(CLIENTS), ...to };
    case 'statement': {
      const editor = dice.chance(50) ? 'route()' : dice.pick(EDITORS);
      return { context, statement: `${editor} where ${author.condition(context, { routing: true })}`, ...to };
    }
    case 'inferred':
      return { condition: author.condition(context, { inferred: true, routing: true }), ...to };
    case 'explicit':
      return { context, condition: author.condition(context, { bare: dice.chance(10), routing: true }), ...to };
  }
}

/** A routing table in front of some pipelines. */
export function table(author: Author, pipelines: readonly string[], most: number): object {
  const { dice } = author;
  const rows = Array.from({ length: dice.int(1, most) }, () =>
    row(author, dice.some(pipelines, 1, dice.chance(30) ? 2 : 1)),
  );
  return {
    error_mode: author.errorMode(),
    // A row that is written twice is skipped.
    table: dice.chance(10) ? [...rows, dice.pick(rows)] : rows,
    ...(dice.chance(75) && { default_pipelines: dice.some(pipelines, 1, 2) }),
  };
}

/** A routing connector between a receiver and exporters. */
export function routing(author: Author): CaseConfig {
  const { signal } = author;
  const names = ['a', 'b', 'c'].slice(0, author.dice.int(1, 3));
  const targets = names.map((name) => `${signal}/${name}`);
  const { pipelines, ...connector } = reachable(table(author, targets, 6), targets);
  const out: Record<string, CasePipeline> = {
    [`${signal}/in`]: { receivers: ['otlp'], exporters: ['routing/router'] },
  };
  for (const id of pipelines) {
    out[id] = { receivers: ['routing/router'], exporters: [`file/${id.split('/')[1]}`] };
  }
  return config({
    connectors: { 'routing/router': connector },
    exporters: pipelines.map((id) => `file/${id.split('/')[1]}`),
    pipelines: out,
  });
}

/** The pipelines that a table names, beside its configuration. */
export function reachable(connector: object, targets: readonly string[]): { pipelines: string[] } {
  const text = JSON.stringify(connector);
  return { ...connector, pipelines: targets.filter((id) => text.includes(`"${id}"`)) };
}
