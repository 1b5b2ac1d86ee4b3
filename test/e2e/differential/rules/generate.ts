import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { Collector, type Exporter, processors, raw, receivers } from '../../../../src/index';
import type { ConfigMap } from '../../../../src/model/config';
import type { Release } from '../../../../src/model/release';
import type { Context } from '../../../../src/ottl/condition';
import type { RouteProps } from '../../../../src/routing/route';
import { Rule } from '../../../../src/routing/rule';
import type { Case, CaseConfig, CaseSignal } from '../case';
import { type Dice, rolled } from '../dice';
import { logs } from '../telemetry/logs';
import { metrics } from '../telemetry/metrics';
import { traces } from '../telemetry/traces';
import { condition, keyed } from './conditions';

/** One route, compiled with and without optimisation, and telemetry to send through both. */
export interface RoutePair {
  readonly optimised: Case;
  readonly plain: Case;
}

type AnyRule = Rule<string, Context>;
type Props = RouteProps<string>;
type Destination = Exporter<string>;

const telemetry: Readonly<Record<CaseSignal, (dice: Dice) => object>> = { logs, traces, metrics };

/** The pairs from one number to another; the same for the same seed. */
export function pairs(
  signal: CaseSignal,
  release: Release,
  options: { seed: number; from: number; count: number },
): RoutePair[] {
  const arbitrary = rolled((dice) => ({ route: route(dice, signal), input: telemetry[signal](dice) }));
  return Array.from({ length: options.count }, (_, index) => {
    const number = options.from + index;
    const [drawn] = fc.sample(arbitrary, { seed: options.seed * 1_000_003 + number, numRuns: 1 });
    const { route: props, input } = drawn!;
    const one = (optimise: boolean): Case => ({
      name: `${signal} ${number} (${optimise ? 'optimised' : 'plain'})`,
      signal,
      config: compiled(signal, release, { ...props, optimise }),
      input,
      headers: {},
      expressions: [],
    });
    return { optimised: one(true), plain: one(false) };
  });
}

function route(dice: Dice, signal: CaseSignal): Props {
  const to = ['a', 'b', 'c'].map((name) => raw.exporter(`file/${name}`, {}) as unknown as Destination);
  const outcome = () => outcomeOf(dice, to, signal);
  const rules: AnyRule[] = [];
  const add = (rule: (name: string) => AnyRule) => rules.push(rule(`r${rules.length}`));
  const some = (least: number, most: number) => {
    for (let i = dice.int(least, most); i > 0; i--) {
      add((name) => new Rule(name, dice.chance(4) ? 'always' : condition(dice, signal), outcome(), false));
      if (dice.chance(20)) {
        add((name) => new Rule(name, condition(dice, signal), { to: dice.some(to, 1, 2) }, true));
      }
    }
  };
  some(0, 4);
  if (dice.chance(25)) {
    const ofRecords = dice.chance(50);
    // Enough values to be divided, the ones that telemetry has among them.
    const values = ['a', 'b', 'c', ...Array.from({ length: 75 }, (_, i) => `t${i * 7}`)];
    for (const value of values) add((name) => new Rule(name, keyed(dice, signal, ofRecords, value), outcome(), false));
    some(0, 3);
  }
  return { rules: rules as Props['rules'], otherwise: outcome() };
}

function outcomeOf(dice: Dice, to: readonly Destination[], signal: CaseSignal): Props['otherwise'] {
  if (dice.chance(20)) return { drop: true };
  const marked = () => processors.attributes('mark', { actions: [{ key: 'mark', action: 'insert', value: 'x' }] });
  return dice.weighted<Props['otherwise']>(
    [6, { to: [dice.pick(to)] }],
    [2, { to: dice.some(to, 1, 3) }],
    [1, { to: [dice.pick(to).through(marked())] }],
    [1, { to: [dice.pick(to)], processors: [marked()] }],
    // Metrics are not sampled.
    [signal === 'metrics' ? 0 : 2, { to: [dice.pick(to)], sample: { ratio: dice.pick([0, 0.1, 0.5, 1]) } }],
  );
}

function compiled(signal: CaseSignal, release: Release, props: Props): CaseConfig {
  const chart = new Chart(new App(), 'case');
  const collector = new Collector(chart, 'case', { release, defaults: false });
  const otlp = receivers.otlp({ protocols: { http: {} } });
  collector.route(signal, { ...props, from: [otlp] } as Parameters<typeof collector.route>[1]);
  const config = collector.toConfig();
  return toCase(config);
}

/** Where what is dropped is written, so that it is compared as well. */
export const dropped = 'file/dropped';

function toCase(given: ConfigMap): CaseConfig {
  const config = JSON.parse(JSON.stringify(given).replaceAll('"nop"', JSON.stringify(dropped))) as ConfigMap;
  const { receivers: _, processors: changing = {}, connectors = {}, exporters: sending = {}, service } = config;
  return {
    receivers: { otlp: { protocols: { http: { include_metadata: true } } } },
    processors: changing,
    connectors,
    exporters: sending,
    service,
  } as unknown as CaseConfig;
}
