import { Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Issue } from './model/issue';
import { Registry } from './registry';

export type { AuditEntry } from './analysis/loop/audit';
export type { ReplayChange, VariableChange } from './analysis/loop/command';
export type { VariableOperation } from './analysis/loop/event';
export type { LoopOptions, LoopRun } from './analysis/loop/loop';
export type { Ambiguity, Difference } from './analysis/loop/orders';
export type { RequestData } from './analysis/loop/request';
export type { HandledEvent } from './analysis/loop/run';
export type { Entries, Sources } from './analysis/loop/sources';
export type { VariableValue } from './analysis/loop/variables';
export type { WebhookCall } from './analysis/loop/webhook';
export type { Issue, Severity } from './model/issue';
export type { ReplayBucketModel, ReplayedSignal, ReplayModel, ReplaySpecModel } from './model/replay';
export {
  type AlertReceiverName,
  type DeliveryExpectation,
  type DeliveryExpectations,
  expectAlert,
} from './testing/alert';
export type { RuleCoverage } from './testing/coverage';
export { formatCoverage } from './testing/coverage';
export type { Expectation, Expectations } from './testing/expectation';
export {
  type AlertSeries,
  type FiringSeries,
  type Loop,
  type LoopAlert,
  type LoopVariable,
  loop,
} from './testing/loop';
export { type MatcherResult, routeMatchers } from './testing/matchers';
export type { Arrival, PlainMap, PlainValue } from './testing/plain';
export type { ExporterName, Routed } from './testing/routed';
export { type RouteCase, type RouteTestOptions, type RouteTests, routesOf } from './testing/routes';
export type {
  AlertExpectation,
  FiringAlert,
  QueryExpectation,
  RuleTest,
  SampleExpectation,
} from './testing/rules/rule-test';
export { type RuleSource, testRules, writeRuleTest } from './testing/rules/run';
export { type Labels, rising, type Series, series, steady, type Values } from './testing/rules/series';
export {
  type LogSample,
  logSample,
  type MetricSample,
  metricSample,
  type Sample,
  type SampleAttributes,
  type SampleValue,
  type SpanSample,
  spanSample,
} from './testing/sample';
export type { Expectable, Verdict } from './testing/verdict';

/** A Kubernetes object, as it is written to YAML. */
// biome-ignore lint/suspicious/noExplicitAny: the objects are of any kind, and tests reach into them
export type Manifest = Record<string, any>;

/**
 * The Kubernetes objects of a chart.
 *
 * @throws where the program has errors
 */
export function synthesize(chart: Construct): Manifest[] {
  return Testing.synth(chart as Parameters<typeof Testing.synth>[0]);
}

/**
 * The one object of a kind and a name.
 *
 * @throws where there is none, listing what there is
 */
export function find(objects: readonly Manifest[], kind: string, name: string): Manifest {
  const found = objects.find((object) => object.kind === kind && object.metadata?.name === name);
  if (found) return found;
  const present = objects.map((object) => `${object.kind}/${object.metadata?.name}`).join(', ');
  throw new Error(`There is no ${kind}/${name}. There are: ${present || 'no objects'}.`);
}

/** Every mistake in the tree that a construct stands in: what synthesis would report, warnings included. */
export function issuesOf(construct: Construct): readonly Issue[] {
  return Registry.of(construct).issues;
}
