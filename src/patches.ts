import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type * as patched from './checks/patched';
import type { PatchedObject, StrayPatch } from './derived';
import type { ConfigMap } from './model/config';
import { type HubManifest, hubKindOf } from './model/hub-manifest';
import type { Issue } from './model/issue';
import type { Model } from './model/model';
import { writtenConfig } from './render/release';

/** The model as patched objects say it, and patches that cannot be applied. */
export function readPatches(
  model: Model,
  objects: readonly PatchedObject[],
): { readonly model: Model; readonly issues: readonly Issue[] } {
  if (objects.length === 0) return { model, issues: [] };
  const issues: Issue[] = [];
  const read = objects.flatMap(({ construct, object }) => {
    try {
      return [{ path: construct.node.path, id: object.node.id, content: object.toJson() as ConfigMap }];
    } catch (error) {
      issues.push(failed(object.node.path, error));
      return [];
    }
  });
  // Loaded with the first patch, so that programs without one do not wait for it.
  const { withPatches } = require('./checks/patched') as typeof patched;
  return { model: withPatches(model, read, writtenConfig), issues };
}

/** The objects of the MDAI operator that constructs make, as they will be written; what cannot be written, cdk8s says. */
export function readManifests(constructs: readonly IConstruct[]): readonly HubManifest[] {
  return constructs.flatMap((construct) => {
    const object = construct.node.tryFindChild('Default');
    if (object === undefined || !ApiObject.isApiObject(object)) return [];
    try {
      const content = object.toJson() as ConfigMap;
      const kind = hubKindOf(content);
      return kind === undefined ? [] : [{ path: construct.node.path, kind, content }];
    } catch {
      return [];
    }
  });
}

/** Patches for objects that do not exist. */
export function strayPatches(stray: readonly StrayPatch[]): Issue[] {
  return stray.map(({ construct, id, present }) => ({
    code: 'patch-missing',
    severity: 'error',
    path: `${construct.node.path}/${id}`,
    message: `a patch is for the object "${id}", which ${construct.node.path} does not have.`,
    fix: present.length === 0 ? 'It has no objects.' : `Name one of its objects: ${present.join(', ')}.`,
  }));
}

function failed(path: string, error: unknown): Issue {
  // cdk8s repeats the path and the name in front of the reason.
  const reason = String((error as Error).message).replace(
    /^Failed serializing construct at path '.*?' with name '.*?': /s,
    '',
  );
  return {
    code: 'patch-failed',
    severity: 'error',
    path,
    message: `the object cannot be written with its patches: ${reason.split('\n')[0]}.`,
    fix: 'Correct the path of the patch, or add what it goes into first.',
  };
}
