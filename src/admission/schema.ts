import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigValue } from '../model/config';
import type { HubKind } from '../model/hub-manifest';

/** A schema of a custom resource definition, as `npm run imports` keeps it. */
export interface Structural {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly ConfigValue[];
  readonly pattern?: string;
  readonly default?: ConfigValue;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Structural>>;
  readonly items?: Structural;
  readonly additionalProperties?: Structural;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  /** Expressions in CEL. */
  readonly 'x-cel'?: readonly string[];
}

let read: Readonly<Record<HubKind, Structural>> | undefined;

/** What the definition of a kind takes, without `apiVersion`, `kind`, `metadata` and `status`. Read when it is first asked for. */
export function definitionOf(kind: HubKind): Structural {
  read ??= (
    JSON.parse(readFileSync(join(__dirname, '../../imports/crds/hub.mydecisive.ai.json'), 'utf8')) as {
      readonly kinds: Readonly<Record<HubKind, Structural>>;
    }
  ).kinds;
  return read[kind];
}
