import type { ConfigMap, ConfigValue } from '../../model/config';
import type { RelabelAction, RelabelModel } from '../../model/scrape';
import { list, map, number, text } from '../values';

/** Steps of relabelling, in the words of the Prometheus operator or of Prometheus itself. */
export function relabelSteps(value: ConfigValue | undefined): RelabelModel[] {
  return list(value).map((step) => stepOf(map(step)));
}

function stepOf(step: ConfigMap): RelabelModel {
  const labels = step.sourceLabels ?? step.source_labels;
  const target = step.targetLabel ?? step.target_label;
  const { separator, regex, replacement, action } = step;
  const modulus = number(step.modulus);
  return {
    ...(labels !== undefined && { sourceLabels: list(labels).map(text) }),
    ...(typeof separator === 'string' && { separator }),
    ...(regex !== undefined && { regex: text(regex) }),
    ...(modulus !== undefined && { modulus }),
    ...(target !== undefined && { targetLabel: text(target) }),
    ...(replacement !== undefined && { replacement: text(replacement) }),
    // The operator takes `Keep` as well.
    ...(action !== undefined && { action: text(action).toLowerCase() as RelabelAction }),
  };
}
