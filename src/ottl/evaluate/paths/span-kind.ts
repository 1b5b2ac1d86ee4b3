/** The kinds of spans by their numbers. */
export const spanKinds = ['Unspecified', 'Internal', 'Server', 'Client', 'Producer', 'Consumer'] as const;

/** `SPAN_KIND_SERVER`; '' for a number that is no kind. */
export function deprecatedName(kind: number): string {
  const name = spanKinds[kind];
  return name === undefined ? '' : `SPAN_KIND_${name.toUpperCase()}`;
}
