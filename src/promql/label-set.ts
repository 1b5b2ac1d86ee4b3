/** Which labels series may have: no other than these, or any but these. */
export type LabelSet =
  | { readonly kind: 'only'; readonly labels: readonly string[] }
  | { readonly kind: 'allBut'; readonly labels: readonly string[] };

export const noLabels: LabelSet = { kind: 'only', labels: [] };
export const anyLabels: LabelSet = { kind: 'allBut', labels: [] };

/** Whether series of the set may have a label. */
export function mayHave(set: LabelSet, label: string): boolean {
  return set.labels.includes(label) === (set.kind === 'only');
}

/** The set without some labels. */
export function without(set: LabelSet, labels: readonly string[]): LabelSet {
  if (set.kind === 'allBut') return { kind: 'allBut', labels: united(set.labels, labels) };
  return { kind: 'only', labels: set.labels.filter((label) => !labels.includes(label)) };
}

/** The set with some labels more. */
export function withLabels(set: LabelSet, labels: readonly string[]): LabelSet {
  if (set.kind === 'only') return { kind: 'only', labels: united(set.labels, labels) };
  return { kind: 'allBut', labels: set.labels.filter((label) => !labels.includes(label)) };
}

/** Those of some labels that the set may have. */
export function keeping(set: LabelSet, labels: readonly string[]): LabelSet {
  return { kind: 'only', labels: united([], labels).filter((label) => mayHave(set, label)) };
}

/** What series of either set may have. */
export function either(a: LabelSet, b: LabelSet): LabelSet {
  if (b.kind === 'only') return withLabels(a, b.labels);
  if (a.kind === 'only') return withLabels(b, a.labels);
  return { kind: 'allBut', labels: a.labels.filter((label) => b.labels.includes(label)) };
}

function united(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
