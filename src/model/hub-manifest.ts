import type { ConfigMap } from './config';

/** The kinds of the MDAI operator, all of `hub.mydecisive.ai/v1`. */
export const hubKinds = ['MdaiCollector', 'MdaiDal', 'MdaiHub', 'MdaiIngress', 'MdaiObserver', 'MdaiReplay'] as const;

export type HubKind = (typeof hubKinds)[number];

export const hubApiVersion = 'hub.mydecisive.ai/v1';

/** An object of the MDAI operator as it is applied. */
export interface HubManifest {
  readonly path: string;
  readonly kind: HubKind;
  readonly content: ConfigMap;
}

/** The kind of an object of the MDAI operator; `undefined` for any other object. */
export function hubKindOf({ apiVersion, kind }: ConfigMap): HubKind | undefined {
  return apiVersion === hubApiVersion ? hubKinds.find((known) => known === kind) : undefined;
}
