import type { ConfigMap } from '../model/config';
import type { HubKind, HubManifest } from '../model/hub-manifest';
import { hubRefusals } from './hub';
import { metadataRefusals } from './metadata';
import { monitorRefusals } from './monitor';
import { observerRefusals } from './observer';
import { prepare } from './prepare';
import { mapAt } from './read';
import type { Refusal } from './refusal';
import { replayRefusals } from './replay';
import { schemaRefusals } from './schema-refusals';

/**
 * Why the API server, with the definitions and the webhooks of MDAI operator 0.2.12, refuses to create an object: one reason for
 * each place. Names, and expressions in PromQL, are other checks'.
 */
export function refusalsOf({ kind, content }: HubManifest): readonly Refusal[] {
  const prepared = prepare(kind, content);
  const all = [
    ...metadataRefusals(content),
    ...schemaRefusals(kind, prepared),
    ...(webhooks[kind]?.(prepared.content) ?? []),
  ];
  const byPlace = new Map<string, Refusal>();
  for (const one of all) {
    const place = JSON.stringify(one.keys);
    const known = byPlace.get(place);
    if (known === undefined || (known.severity === 'warning' && one.severity === undefined)) byPlace.set(place, one);
  }
  return [...byPlace.values()];
}

/** What the validating webhooks say. That of ingresses looks at other objects, and `MdaiDal` has none. */
const webhooks: Readonly<Partial<Record<HubKind, (content: ConfigMap) => Iterable<Refusal>>>> = {
  MdaiHub: hubRefusals,
  MdaiCollector: monitorRefusals,
  MdaiObserver: observerRefusals,
  MdaiReplay: (content) => replayRefusals(mapAt(content, 'spec'), ['spec'], 'object'),
};
