import type { RelabelModel } from '../../../model/scrape';
import { defined } from '../../pods/merge';

/** A step of relabelling as Prometheus’ configuration has it. */
export function relabelStep(step: RelabelModel): object {
  const { sourceLabels, separator, regex, modulus, targetLabel, replacement, action } = step;
  return defined({
    source_labels: sourceLabels,
    separator,
    regex,
    modulus,
    target_label: targetLabel,
    replacement,
    action,
  });
}

/** The name that Prometheus’ service discovery gives to a label of Kubernetes. */
export function discoveredName(label: string): string {
  return label.replace(/[^a-zA-Z0-9_]/g, '_');
}
