import { gateIsOn } from '../view/view';
import { error, perCollector } from './rule';

const gate = 'service.profilesSupport';

/** Pipelines of profiles are alpha (service/pipelines/config.go). */
export const profilesGate = perCollector(function* ({ collector, pipelines }) {
  if (gateIsOn(collector, gate)) return;
  for (const { path, signal } of pipelines) {
    if (signal !== 'profiles') continue;
    const message = `pipelines of profiles need the feature gate "${gate}".`;
    yield error('profiles-gate', path, message, `Add "${gate}" to the collector's feature gates.`);
  }
});
