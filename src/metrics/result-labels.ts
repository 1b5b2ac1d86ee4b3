import type { PromqlExpression } from '../promql/ast';
import { labelsOf } from '../promql/labels';
import type { PromqlRelease } from '../promql/release';
import { selectorsOf } from '../promql/selectors';
import { walkPromql } from '../promql/walk';
import type { Produced } from './produced';

/** The labels that a result may have. */
export interface ResultLabels {
  readonly labels: ReadonlySet<string>;
  /** It may have others. */
  readonly open: boolean;
}

/** Functions that give labels to series which kept their own. */
const labelling: ReadonlySet<string> = new Set(['label_replace', 'label_join', 'info']);

/** The labels that the result of an expression may have, where a Prometheus has these metrics. */
export function resultLabels(tree: PromqlExpression, produced: Produced, release: PromqlRelease): ResultLabels {
  const kept = labelsOf(tree, release);
  if (kept.kind === 'only') return { labels: new Set(kept.labels), open: false };
  const read = selectorsOf(tree).map(({ name }) => (name === undefined ? undefined : produced.metrics.get(name)));
  const labels = read.flatMap((metric) => [...(metric?.labels ?? [])]).filter((label) => !kept.labels.includes(label));
  return { labels: new Set(labels), open: givesLabels(tree) || read.some((metric) => metric?.open ?? true) };
}

function givesLabels(tree: PromqlExpression): boolean {
  let gives = false;
  walkPromql(tree, (inner) => {
    gives ||= inner.kind === 'call' && labelling.has(inner.name);
  });
  return gives;
}
