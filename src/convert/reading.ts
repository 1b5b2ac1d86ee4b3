import type { HubManifest } from '../model/hub-manifest';
import { emptyLists, type ModelLists } from '../model/model';
import type { MonitoringObject } from '../model/monitoring-object';
import type { RuleFileModel } from '../model/prometheus';
import type { Release } from '../model/release';
import type { Pointer } from '../source/document';
import type { Names, Origin } from '../source/origin';
import { calledOf, type Found } from './found';

/** A model while it is read. */
export interface Reading {
  /** All that was read, in its order. */
  readonly objects: readonly Found[];
  /** The release of collectors that say none. */
  readonly release: Release;
  readonly lists: ReadLists;
  /** Where each part of the model was read, by its path. */
  readonly origins: Map<string, Origin>;
  /** The workloads whose pods run collectors, by the paths of the collectors. */
  readonly workloads: Map<string, Found>;
}

/** The lists of a model that was read. */
export type ReadLists = ModelLists & {
  readonly manifests: HubManifest[];
  readonly monitoring: MonitoringObject[];
  readonly ruleFiles: RuleFileModel[];
};

/** Reads an object into the model. */
export type Reader = (object: Found, reading: Reading) => void;

export function newReading(objects: readonly Found[], release: Release): Reading {
  const lists = { ...emptyLists(), manifests: [], monitoring: [], ruleFiles: [] };
  return { objects, release, lists, origins: new Map(), workloads: new Map() };
}

/** The origin of an object's part: `bases` are places in the object, the most telling first; its root is the last of them. */
export function originOf(object: Found, bases: readonly Pointer[], names?: Names): Origin {
  const { document } = object;
  return { document, called: calledOf(object), bases: [...bases, []], ...(names && { names }) };
}
