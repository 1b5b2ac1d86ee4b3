/** What a path begins with to say what it is read from. */
export const contextNames: ReadonlySet<string> = new Set([
  'resource',
  'scope',
  'instrumentation_scope',
  'span',
  'spanevent',
  'metric',
  'datapoint',
  'exemplar',
  'log',
  'profile',
  'profilesample',
  'otelcol',
]);
