/** The signals that a pipeline can carry. `profiles` needs the collector's feature gate `service.profilesSupport`. */
export type Signal = 'traces' | 'metrics' | 'logs' | 'profiles';

export const signals: readonly Signal[] = ['traces', 'metrics', 'logs', 'profiles'];

export function isSignal(text: string): text is Signal {
  return (signals as readonly string[]).includes(text);
}
