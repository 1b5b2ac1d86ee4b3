/** The signals that can be routed. */
export type RoutedSignal = 'logs' | 'traces' | 'metrics';

/** What conditions on records of each signal can ask about. */
interface RecordContexts {
  readonly logs: 'log';
  readonly traces: 'span';
  readonly metrics: 'metric' | 'datapoint';
}

/** The contexts that the rules of a route for the signal `S` can ask about. */
export type RouteContexts<S extends string> =
  | 'otelcol'
  | 'resource'
  | 'scope'
  | (S extends keyof RecordContexts ? RecordContexts[S] : never);
