import fc from 'fast-check';
import type { ConfigMap } from '../../../src/model/config';
import { type HubKind, type HubManifest, hubApiVersion, hubKinds } from '../../../src/model/hub-manifest';
import { hubSpec } from './hub';
import { mutate, mutation } from './mutation';
import { dalSpec, ingressSpec, monitorSpec, observerSpec } from './others';
import { replaySpec } from './replay';

const specs: Readonly<Record<HubKind, fc.Arbitrary<ConfigMap>>> = {
  MdaiCollector: monitorSpec,
  MdaiDal: dalSpec,
  MdaiHub: hubSpec,
  MdaiIngress: ingressSpec,
  MdaiObserver: observerSpec,
  MdaiReplay: replaySpec('object'),
};

/** An object of a kind, as it should be, or with up to three of its places changed. */
export function manifestOf(kind: HubKind, mutations = { min: 0, max: 3 }): fc.Arbitrary<HubManifest> {
  return fc
    .tuple(specs[kind], fc.array(mutation, { minLength: mutations.min, maxLength: mutations.max }))
    .map(([spec, changes]) => {
      const whole: ConfigMap = {
        apiVersion: hubApiVersion,
        kind,
        metadata: { name: 'drawn', namespace: 'default' },
        spec,
      };
      return { path: 'drawn', kind, content: changes.reduce(mutate, whole) };
    });
}

/** An object of any kind; half of them are hubs, which have most rules. */
export const manifest: fc.Arbitrary<HubManifest> = fc.noBias(
  fc.constantFrom<HubKind>(...hubKinds, 'MdaiHub', 'MdaiHub', 'MdaiHub', 'MdaiHub').chain((kind) => manifestOf(kind)),
);
