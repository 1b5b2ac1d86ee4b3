import type { ConfigValue } from '../../model/config';
import type { LabelExpression, LabelSelector } from '../../model/label-selector';
import { list, map, maps, text, texts } from '../values';

const operators: readonly LabelExpression['operator'][] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** A selector of labels as Kubernetes writes it. */
export function selectorOf(value: ConfigValue | undefined): LabelSelector {
  const { matchLabels, matchExpressions } = map(value);
  return {
    labels: texts(matchLabels ?? {}),
    expressions: maps(matchExpressions).flatMap(({ key, operator, values }) => {
      const known = operators.find((one) => one === operator);
      return known === undefined ? [] : [{ key: text(key), operator: known, values: list(values).map(text) }];
    }),
  };
}

/** What a selector selects where leaving it out selects nothing. */
export function optionalSelector(value: ConfigValue | undefined): LabelSelector | undefined {
  return value === undefined || value === null ? undefined : selectorOf(value);
}
