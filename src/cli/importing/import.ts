import { type CommentsOf, planOf } from '../../convert/typescript/plan';
import { printFile } from '../../convert/typescript/print';
import { projectFiles } from '../../convert/typescript/project';
import type { Difference } from '../../convert/typescript/wanted';
import type { Release } from '../../model/release';
import type { SourceDocument } from '../../source/document';
import { settle } from './settle';

/** An app, and how what it makes differs from what was read. */
export interface Imported {
  /** Its files, by their paths. */
  readonly files: ReadonlyMap<string, string>;
  /** How many objects and configurations were compared. */
  readonly objects: number;
  readonly differences: readonly Difference[];
}

/** What goes with an import. */
export interface ImportOptions {
  /** Is told what is being done. @default nobody is */
  readonly step?: ((says: string) => void) | undefined;
  /** Finds the comments of the documents. @default there are none */
  readonly commentsOf?: CommentsOf;
}

/** Turns documents into an app, runs it, and compares what it makes with them. */
export function importSources(
  documents: readonly SourceDocument[],
  release: Release,
  name: string,
  { step, commentsOf }: ImportOptions = {},
): Imported {
  const plan = planOf(documents, release, commentsOf);
  const { program, differences } = settle(plan, release, step);
  const { version } = require('cdk8s-mdai/package.json') as { readonly version: string };
  return {
    files: new Map([
      ...program.files.map((file) => [file.path, printFile(file).text] as const),
      ...Object.entries(projectFiles(name, version, plan)),
    ]),
    objects: plan.objects.length + plan.files.length,
    differences: [...plan.differences, ...differences],
  };
}
