/** The kinds of monitors: what a Prometheus of the operator reads. */
export const monitorKinds: ReadonlySet<string> = new Set(['PodMonitor', 'ServiceMonitor', 'Probe', 'ScrapeConfig']);
