import { type CaseConfig, type CasePipeline, config } from '../case';
import type { PrefixName } from '../ottl/paths';
import type { Author } from './author';
import { batch, processor } from './processors';
import { reachable, table } from './routing';

/** Builds up the parts of a configuration. */
class Chain {
  readonly processors: Record<string, object> = {};
  readonly connectors: Record<string, object> = {};
  readonly exporters = new Set<string>();
  readonly pipelines: Record<string, CasePipeline> = {};

  constructor(readonly author: Author) {}

  /** A pipeline of the signal with some processors of its own. */
  pipeline(name: string, receivers: string[], exporters: string[], most = 3): void {
    const { dice, signal } = this.author;
    const ids = Array.from({ length: dice.int(0, most) }, (_, index) => {
      const [id, configuration] = processor(this.author, `${name}${index}`);
      this.processors[id] = configuration;
      return id;
    });
    if (exporters.every((id) => id.startsWith('file/')) && dice.chance(8)) {
      this.processors[`batch/${name}`] = batch(this.author);
      ids.push(`batch/${name}`);
    }
    this.pipelines[`${signal}/${name}`] = { receivers, processors: ids, exporters };
    for (const id of exporters) if (id.startsWith('file/')) this.exporters.add(id);
  }

  finish(): CaseConfig {
    return config({
      processors: this.processors,
      connectors: this.connectors,
      exporters: [...this.exporters],
      pipelines: this.pipelines,
    });
  }
}

/** A routing table, and processors before and after it. */
function routed(chain: Chain): void {
  const { signal, dice } = chain.author;
  const targets = ['a', 'b', 'c'].slice(0, dice.int(2, 3)).map((name) => `${signal}/${name}`);
  const { pipelines, ...connector } = reachable(table(chain.author, targets, 4), targets);
  chain.connectors['routing/router'] = connector;
  chain.pipeline('in', ['otlp'], dice.chance(25) ? ['routing/router', 'file/in'] : ['routing/router'], 2);
  for (const id of pipelines) {
    const name = id.split('/')[1]!;
    chain.pipeline(name, ['routing/router'], dice.chance(20) ? [`file/${name}`, 'file/shared'] : [`file/${name}`]);
  }
}

/** Several pipelines of one receiver, which change what they get. */
function fanned(chain: Chain): void {
  for (const name of ['a', 'b', 'c'].slice(0, chain.author.dice.int(2, 3)))
    chain.pipeline(name, ['otlp'], [`file/${name}`]);
}

/** A forward connector between pipelines, with branches on both sides. */
function forwarded(chain: Chain): void {
  const { dice } = chain.author;
  chain.connectors['forward/on'] = {};
  chain.pipeline('in', ['otlp'], dice.chance(50) ? ['forward/on', 'file/in'] : ['forward/on'], 2);
  if (dice.chance(40)) chain.pipeline('second', ['otlp'], ['forward/on'], 2);
  chain.pipeline('a', ['forward/on'], ['file/a'], 2);
  if (dice.chance(60)) chain.pipeline('b', ['forward/on'], ['file/b'], 2);
}

/** Two routing tables, one behind the other. */
function layered(chain: Chain): void {
  const { signal } = chain.author;
  const inner = reachable(table(chain.author, [`${signal}/a`, `${signal}/b`], 3), [`${signal}/a`, `${signal}/b`]);
  const first = [`${signal}/next`, `${signal}/side`];
  const outer = reachable(table(chain.author, first, 3), first);
  const { pipelines, ...connector } = outer;
  chain.connectors['routing/outer'] = connector;
  chain.pipeline('in', ['otlp'], ['routing/outer'], 1);
  if (pipelines.includes(`${signal}/side`)) chain.pipeline('side', ['routing/outer'], ['file/side'], 2);
  if (!pipelines.includes(`${signal}/next`)) return;
  const { pipelines: last, ...second } = inner;
  chain.connectors['routing/inner'] = second;
  chain.pipeline('next', ['routing/outer'], ['routing/inner'], 1);
  for (const id of last) chain.pipeline(id.split('/')[1]!, ['routing/inner'], [`file/${id.split('/')[1]}`], 2);
}

/** What each signal's records are counted as, and the context of the conditions. */
const COUNTED = {
  logs: [['logs', 'log']],
  traces: [
    ['spans', 'span'],
    ['spanevents', 'spanevent'],
  ],
  metrics: [
    ['datapoints', 'datapoint'],
    ['metrics', 'metric'],
  ],
} as const satisfies Record<string, readonly (readonly [string, PrefixName])[]>;

/** A count connector beside an exporter. */
function counted(chain: Chain): void {
  const { author } = chain;
  const { dice, signal } = author;
  const kinds = dice.some<readonly [string, PrefixName]>(COUNTED[signal], 1, 2);
  chain.connectors['count/records'] = Object.fromEntries(
    kinds.map(([field, context]) => [
      field,
      Object.fromEntries(
        ['first', 'second'].slice(0, dice.int(1, 2)).map((name) => [name, counter(author, field, context)]),
      ),
    ]),
  );
  chain.pipeline('in', ['otlp'], dice.chance(50) ? ['count/records', 'file/in'] : ['count/records'], 2);
  // What it makes are metrics, which the generators of processors of another signal do not fit.
  chain.pipelines['metrics/counts'] = { receivers: ['count/records'], exporters: ['file/counts'] };
  chain.exporters.add('file/counts');
}

function counter(author: Author, field: string, context: PrefixName): object {
  const { dice } = author;
  const keys = ['tenant', 'http.status', 'ok', 'env', 'ratio'];
  return {
    ...(dice.chance(50) && { description: 'counted' }),
    ...(dice.chance(60) && { conditions: author.conditions(context, 2) }),
    ...(field !== 'metrics' &&
      dice.chance(50) && {
        attributes: dice
          .some(keys, 1, 2)
          .map((key) => ({ key, ...(dice.chance(50) && { default_value: dice.pick(['none', 0, 2.5]) }) })),
      }),
  };
}

/** Pipelines with several components. */
export function chains(author: Author): CaseConfig {
  author.steady = true;
  const chain = new Chain(author);
  author.dice.weighted([4, routed], [2, fanned], [2, forwarded], [2, layered], [2, counted])(chain);
  return chain.finish();
}
