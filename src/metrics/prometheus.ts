import type { Model } from '../model/model';
import type { PrometheusModel, RuleModel } from '../model/prometheus';
import { parsePromql } from '../promql/parser';
import { promqlReleaseOf } from '../promql/release';
import { Producers } from './produced';
import { type ResultLabels, resultLabels } from './result-labels';
import { rulesAt } from './rules';
import { targetLabels } from './target';

/** What Prometheus says of each target. */
const ofTargets = [
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'scrape_samples_post_metric_relabeling',
  'scrape_series_added',
];

/** What it says besides with the feature `extra-scrape-metrics`. */
const extraOfTargets = ['scrape_timeout_seconds', 'scrape_sample_limit', 'scrape_body_size_bytes'];

/** Features by which others send metrics to a Prometheus. */
const receiving: ReadonlySet<string> = new Set(['otlp-write-receiver', 'remote-write-receiver']);

/** What a Prometheus has beside what it reads: of its targets, its alerts, and its recording rules. */
export function prometheusMetrics(model: Model, prometheus: PrometheusModel, to: Producers): void {
  const { path, enableFeatures, managed, backend } = prometheus;
  const extra = enableFeatures.includes('extra-scrape-metrics') ? extraOfTargets : [];
  for (const name of [...ofTargets, ...extra]) to.add(name, targetLabels, path, hasOtherTargets(prometheus));
  if (!managed || !model.closed || enableFeatures.some((feature) => receiving.has(feature))) to.addUnknown(path);
  // The operator lets it read what any monitor of its namespace names; collectors are those of the program.
  else if (backend === 'operator') to.addUnknown(path, /^(?!otelcol[_.])/);
  const rules = rulesAt(model, prometheus).map(({ rule }) => rule);
  const recorded = recordedBy(rules, prometheus, to);
  for (const [name, { labels, open }] of recorded) to.add(name, labels, `${path}/rules/${name}`, open);
  for (const rule of rules.filter(({ kind }) => kind === 'alert')) {
    const { labels, open } = labelsOf(rule, prometheus, to);
    to.add('ALERTS', ['alertname', 'alertstate', ...labels], path, open);
    to.add('ALERTS_FOR_STATE', ['alertname', ...labels], path, open);
  }
}

/** Whether it has targets with other labels than those of pods. */
function hasOtherTargets({ scrapes, managed, backend }: PrometheusModel): boolean {
  if (!managed || backend === 'operator') return true;
  return scrapes.some(
    ({ of, find, endpoints }) =>
      of === undefined || find.kind !== 'pods' || endpoints.some(({ relabel }) => relabel !== undefined),
  );
}

/** What recording rules make. Twice over, because a rule may stand before the one whose metric it reads. */
function recordedBy(
  rules: readonly RuleModel[],
  prometheus: PrometheusModel,
  read: Producers,
): ReadonlyMap<string, ResultLabels> {
  const records = rules.filter(({ kind }) => kind === 'record');
  let made = new Map<string, ResultLabels>();
  for (let round = 0; round < 2; round++) {
    const produced = new Producers();
    for (const { name, labels, open } of read.metrics.values()) produced.add(name, labels, prometheus.path, open);
    for (const [name, { labels, open }] of made) produced.add(name, labels, prometheus.path, open);
    made = new Map();
    for (const rule of records) {
      const labels = labelsOf(rule, prometheus, produced);
      const before = made.get(rule.name);
      const all = before
        ? { labels: new Set([...before.labels, ...labels.labels]), open: before.open || labels.open }
        : labels;
      made.set(rule.name, all);
      produced.add(rule.name, all.labels, prometheus.path, all.open);
    }
  }
  return made;
}

function labelsOf(rule: RuleModel, { version }: PrometheusModel, produced: Producers): ResultLabels {
  const release = promqlReleaseOf(version);
  const { tree } = parsePromql(rule.expr, { release });
  const { labels, open } = tree ? resultLabels(tree, produced, release) : { labels: [], open: true };
  return { labels: new Set([...labels, ...Object.keys(rule.labels)]), open };
}
