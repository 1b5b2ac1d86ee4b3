import type { ExtensionRole } from '../catalog/facts';
import { canonicalId, parseComponentId } from '../model/component-id';
import { didYouMean } from '../model/nearest';
import { isReference } from '../model/reference';
import { type CollectorView, type ComponentView, running } from '../view/view';
import { valuesAt } from './field-path';
import { error, perCollector } from './rule';

/** A field of a component that names an extension. */
export interface ExtensionReference {
  readonly from: ComponentView;
  readonly path: string;
  /** None where it is not known what the extension has to be. */
  readonly role?: ExtensionRole;
  readonly id: string;
}

/** The extensions that a component's fields name. */
export function* extensionReferences(from: ComponentView): Generator<ExtensionReference> {
  for (const { path, role } of from.inRelease?.extensionRefs ?? []) {
    for (const { keys, value } of valuesAt(from.config, path)) {
      if (typeof value !== 'string' || isReference(value) || parseComponentId(value) === undefined) continue;
      yield { from, path: [from.path, ...keys].join('/'), role, id: canonicalId(value) };
    }
  }
}

/**
 * Components look up extensions when they start, among those in `service.extensions`, and ask for an interface; so only
 * what runs has to find them.
 */
export const extensionReference = perCollector(function* (view) {
  if (!view.enabled.known) return;
  for (const component of running(view)) {
    for (const { path, role, id } of extensionReferences(component)) {
      const target = view.sections.extension.components.get(id);
      if (!view.enabled.ids.includes(id)) {
        yield error('extension-not-enabled', path, `extension "${id}" is not enabled.`, enableFix(view, id));
      } else if (role && target?.facts && !target.facts.provides.includes(role)) {
        const message = `extension "${id}" is no ${roleNames[role]}.`;
        yield error('extension-kind', path, message, kindFix(view, role));
      }
    }
  }
});

const roleNames: Readonly<Record<ExtensionRole, string>> = {
  storage: 'storage',
  clientAuth: 'authenticator for clients',
  serverAuth: 'authenticator for servers',
  encoding: 'encoding',
  middleware: 'middleware',
  observer: 'observer',
  leaderElector: 'leader elector',
  tailStorage: 'storage for tail sampling',
};

function enableFix({ sections, enabled }: CollectorView, id: string): string {
  const { components } = sections.extension;
  if (components.has(id)) return `Add "${id}" to "service.extensions".`;
  const otherwise = `Define it under "extensions", and add it to "service.extensions".`;
  return didYouMean(id, enabled.ids, didYouMean(id, components.keys(), otherwise));
}

function kindFix({ sections, enabled }: CollectorView, role: ExtensionRole): string {
  const fitting = enabled.ids.find((id) => sections.extension.components.get(id)?.facts?.provides.includes(role));
  return fitting === undefined ? `Name an extension that is one.` : `Did you mean "${fitting}"?`;
}
