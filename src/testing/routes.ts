import type { Construct } from 'constructs';
import type { Visit } from '../analysis/simulate/result';
import { Simulator, type SimulatorOptions } from '../analysis/simulate/simulator';
import type { Collector } from '../collector/collector';
import type { CollectorModel } from '../model/collector';
import type { RouteModel } from '../model/route';
import { Registry } from '../registry';
import { formatCoverage, nameOf, type RuleCoverage } from './coverage';
import { type Expectation, expectationOf, failureOf, unmet } from './expectation';
import { type ExporterName, type Landing, Routed, type RoutedNames } from './routed';
import type { Sample } from './sample';

/** What drops records that no rule takes. */
const otherwise = 'otherwise';

/** What a rule drops ends at this exporter. */
const nowhere = 'nop';

/** How samples are sent. */
export interface RouteTestOptions extends SimulatorOptions {
  /** The id of the receiver that takes them. @default the only one for their signal */
  readonly receiver?: string;
  /** The headers of the requests. @default none */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** One line of a table of expectations. */
export interface RouteCase {
  /** What failures call it. @default what the sample is made of */
  readonly name?: string;
  readonly sample: Sample;
  /** The exporters that it reaches, and no others; an empty list for none. */
  readonly reaches?: readonly ExporterName[];
  /** The rules that take it or a copy of it, in this order, and no others; an empty list for none. */
  readonly rules?: readonly string[];
  /** The rule or component that drops it. */
  readonly droppedBy?: string;
}

/**
 * The routes of a collector, to be tested without a cluster: samples go in at a receiver and through everything behind
 * it, in other collectors of the same tree too.
 *
 * @throws MdaiError where the program cannot be synthesized
 */
export function routesOf(collector: Collector, options: RouteTestOptions = {}): RouteTests {
  return routesThrough(Registry.of(collector as Construct).model.collectors, collector, options);
}

/** The routes of one of these collectors. */
export function routesThrough(
  collectors: readonly CollectorModel[],
  collector: Collector,
  options: RouteTestOptions,
): RouteTests {
  return new RouteTests(reachable(collectors, collector.node.path), collector.node.path, options);
}

/** A collector, and those that it sends to, at once or through others. */
function reachable(collectors: readonly CollectorModel[], from: string): readonly CollectorModel[] {
  const paths = new Set([from]);
  // What is added while it is walked is walked, too.
  for (const path of paths) {
    const { sends = [] } = collectors.find((one) => one.path === path) ?? {};
    for (const { to } of sends) paths.add(to);
  }
  return collectors.filter(({ path }) => paths.has(path));
}

/** Sends samples through a collector, and remembers which rules they met. */
export class RouteTests {
  private readonly simulator: Simulator;
  private readonly hits = new Map<string, number>();
  private readonly names: RoutedNames;

  /** @internal */
  constructor(
    private readonly collectors: readonly CollectorModel[],
    private readonly collector: string,
    private readonly options: RouteTestOptions,
  ) {
    this.simulator = new Simulator(collectors, options);
    this.names = namesIn(collectors);
  }

  /** Sends a sample; says what became of it. Rules that it meets count as covered. */
  send(sample: Sample): Routed {
    const visits = new Map<number, Visit[]>();
    const landings: Landing[] = [];
    const { receiver, metadata } = this.options;
    const { refused } = this.simulator.send(
      { batch: sample.batch(), collector: this.collector, receiver, metadata },
      {
        deliver: ({ collector, exporter, batch }) => void landings.push({ collector, exporter, batch }),
        visit: (origin, visit) => {
          const known = visits.get(origin) ?? [];
          visits.set(origin, [...known, visit]);
        },
      },
    );
    const path = [...visits.values()].flat();
    const met = path.flatMap((visit) => this.rulesAt(visit));
    for (const key of new Set(met.map(({ key }) => key))) this.hits.set(key, (this.hits.get(key) ?? 0) + 1);
    return new Routed(
      sample.description,
      path,
      met.map(({ rule }) => rule),
      [...new Set(path.flatMap((visit) => this.droppersAt(visit)))],
      refused.map(({ message }) => message),
      this.unsupported(path),
      landings.filter(({ exporter }) => exporter !== nowhere),
      this.names,
    );
  }

  /** What is expected of a sample: `expectRoute(sample).toReach('vendor').not.toReach('archive')`. */
  readonly expectRoute = (sample: Sample): Expectation => expectationOf(this.send(sample));

  /**
   * Sends the samples of a table, and compares each with its line.
   *
   * @throws Error that names every line that is not met
   */
  check(cases: readonly RouteCase[]): void {
    const failures = cases.flatMap((one) => this.failuresOf(one));
    if (failures.length > 0) throw unmet(failures.join('\n'), this.check);
  }

  /** How many of the samples that were sent each rule took, or took a copy of, or dropped. */
  coverage(): readonly RuleCoverage[] {
    return this.collectors.flatMap(({ path, name, routes = [] }) =>
      routes.flatMap(({ pipeline, rules }) =>
        rules.map((rule) => ({
          collector: name,
          route: pipeline,
          rule,
          hits: this.hits.get(keyOf(path, pipeline, rule)) ?? 0,
        })),
      ),
    );
  }

  /**
   * Sees to it that tests met every rule: to be called behind all of them, in `afterAll`.
   *
   * @param except rules that need no test, as `collector/route/rule`
   * @throws Error that names the rules that no sample met
   */
  assertCovered({ except = [] }: { readonly except?: readonly string[] } = {}): void {
    const missed = this.coverage().filter((one) => one.hits === 0 && !except.includes(nameOf(one)));
    if (missed.length === 0) return;
    throw unmet(`No test met these rules:\n${formatCoverage(missed)}`, this.assertCovered);
  }

  private failuresOf({ name, sample, reaches, rules, droppedBy }: RouteCase): string[] {
    const routed = this.send(sample);
    const failures = [
      reaches && failureOf(routed, 'toReachOnly', reaches, true),
      rules && failureOf(routed, 'toMatchOnly', rules, true),
      droppedBy && failureOf(routed, 'toBeDroppedBy', [droppedBy], true),
    ].filter((failure) => failure !== undefined);
    return failures.map((failure) => (name === undefined ? failure : `${name}: ${failure}`));
  }

  /** What dropped a record at a place: the rule that asked for it, or else the component. */
  private droppersAt(visit: Visit): readonly string[] {
    const { collector, component = '', pipeline = '', event } = visit;
    if (event === 'entered') return this.routesOf(collector).flatMap(({ discards }) => discards[pipeline] ?? []);
    if (event !== 'dropped' && event !== 'lost') return [];
    const rules = this.rulesAt(visit).map(({ rule }) => rule);
    return rules.length > 0 ? rules : [component];
  }

  private routesOf(collector: string): readonly RouteModel[] {
    return this.collectors.find(({ path }) => path === collector)?.routes ?? [];
  }

  private unsupported(path: readonly Visit[]): readonly string[] {
    const ids = new Set(path.filter(({ event }) => event === 'unsupported').map(({ component }) => component));
    return this.simulator.unsupported
      .filter(({ path: place }) => [...ids].some((id) => id !== undefined && place.includes(id)))
      .map((part) => `${part.path}: ${part.reason}`);
  }

  /** The rules behind a row that took a record, or behind a filter that dropped it. */
  private rulesAt({ collector, component, event, row = 0 }: Visit): readonly { key: string; rule: string }[] {
    if (event !== 'moved' && event !== 'copied' && event !== 'dropped') return [];
    return this.routesOf(collector).flatMap(({ pipeline, rows }) => {
      const taken = rows.filter((one) => one.component === component)[row];
      return (taken?.rules ?? []).map((rule) => ({ key: keyOf(collector, pipeline, rule), rule }));
    });
  }
}

function namesIn(collectors: readonly CollectorModel[]): RoutedNames {
  const rules = collectors.flatMap(({ routes = [] }) => routes.flatMap((route) => route.rules));
  const ids = (section: 'exporters' | 'processors' | 'connectors') =>
    collectors.flatMap(({ config }) => Object.keys(config[section] ?? {}));
  return {
    exporters: [...new Set(ids('exporters'))],
    rules: [...new Set(rules)],
    droppers: [...new Set([...rules, otherwise, ...ids('processors'), ...ids('connectors')])],
  };
}

function keyOf(collector: string, route: string, rule: string): string {
  return `${collector} ${route} ${rule}`;
}
