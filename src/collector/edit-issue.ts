import { isComponent } from '../catalog/component';
import { Through } from '../catalog/target';
import type { AnchoredEdit, Members } from './edits';
import { isPipeline } from './pipeline';

const verbs = {
  before: 'nothing can be put before',
  after: 'nothing can be put after',
  replace: 'nothing can take the place of',
  remove: 'nothing is removed with',
} as const satisfies Record<AnchoredEdit['kind'], string>;

/** What is wrong with an edit whose anchor its pipeline does not have. */
export function missingMessage({ kind, anchor }: AnchoredEdit): string {
  return `${verbs[kind]} ${nameOf(anchor)}, which this pipeline does not have.`;
}

/** What to write instead. */
export function missingFix(edit: AnchoredEdit, { from, processors, to }: Members): string {
  const anchors: readonly object[] =
    edit.kind === 'before' || edit.kind === 'after' ? processors : [...from, ...processors, ...to];
  const names = anchors.map(nameOf);
  // An equal component that was made a second time is another value.
  if (names.includes(nameOf(edit.anchor))) {
    return `It has another value of that id. Keep the one that the pipeline was given in a variable, and name that.`;
  }
  const what = edit.kind === 'before' || edit.kind === 'after' ? 'processors' : 'members';
  return names.length === 0
    ? `It has no ${what}. Use add() to put something into it.`
    : `Name one of its ${what}: ${names.join(', ')}.`;
}

/** A member of a pipeline, as people call it. */
export function nameOf(member: object): string {
  if (isComponent(member)) return `the ${member.kind} "${member.id}"`;
  if (isPipeline(member)) return `the pipeline "${member.pipelineId}"`;
  if (member instanceof Through) return nameOf(member.target);
  return 'something';
}
