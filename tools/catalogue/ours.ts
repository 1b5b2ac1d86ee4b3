import { checkFields } from '../../src/checks/fields';
import { type ComponentKind, sectionOf } from '../../src/model/component-id';
import type { ConfigValue } from '../../src/model/config';
import type { Issue } from '../../src/model/issue';
import type { Model } from '../../src/model/model';
import type { Release } from '../../src/model/release';

/** What our checks say of one component's configuration in a release. */
export function ourIssues(kind: ComponentKind, type: string, config: ConfigValue, release: Release): Issue[] {
  const collector = {
    path: 'c',
    name: 'c',
    release,
    config: { [sectionOf[kind]]: { [type]: config } },
    featureGates: [],
    env: {},
    envFrom: [],
  };
  const none: readonly never[] = [];
  const model: Model = {
    collectors: [collector],
    hubs: none,
    observers: none,
    hubMonitors: none,
    replays: none,
    ingresses: none,
    dals: none,
    prometheuses: none,
    alertmanagers: none,
    closed: true,
  };
  return checkFields(model);
}

/** Whether we say that the collector refuses a configuration. It takes secrets as plain text; we do not. */
export function refuses(issues: readonly Issue[]): boolean {
  return issues.some(({ severity, code }) => severity === 'error' && code !== 'secret-literal');
}
