/** What labels have to be, in Kubernetes' own words. One that asks nothing is met by all. */
export interface LabelSelector {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly LabelExpression[];
}

export interface LabelExpression {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/** Whether labels are what a selector asks for. */
export function meetsSelector(
  labels: Readonly<Record<string, string>>,
  { labels: wanted, expressions }: LabelSelector,
): boolean {
  return (
    Object.entries(wanted).every(([label, value]) => labels[label] === value) &&
    expressions.every((expression) => meetsExpression(labels, expression))
  );
}

function meetsExpression(
  labels: Readonly<Record<string, string>>,
  { key, operator, values }: LabelExpression,
): boolean {
  const has = Object.hasOwn(labels, key);
  const isListed = has && values.includes(labels[key] ?? '');
  switch (operator) {
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
  }
}

/** A selector as people read it: `team=a, tier in (web, api)`. */
export function selectorText({ labels, expressions }: LabelSelector): string {
  const words = { In: 'in', NotIn: 'not in' } as const;
  return [
    ...Object.entries(labels).map(([label, value]) => `${label}=${value}`),
    ...expressions.map(({ key, operator, values }) => {
      if (operator === 'Exists') return key;
      return operator === 'DoesNotExist' ? `no ${key}` : `${key} ${words[operator]} (${values.join(', ')})`;
    }),
  ].join(', ');
}
