import { isComponent, type Processor, type Source } from '../catalog/component';
import { type Target, Through } from '../catalog/target';

/** What a pipeline is made of. */
export interface Members {
  readonly from: readonly Source<string>[];
  readonly processors: readonly Processor<string>[];
  readonly to: readonly Target<string>[];
}

/** A change to a pipeline after it was made. Its anchor is the value that the pipeline was given. */
export type Edit =
  | { readonly kind: 'add'; readonly members: Members }
  | { readonly kind: 'before' | 'after'; readonly anchor: object; readonly processors: readonly Processor<string>[] }
  | { readonly kind: 'replace'; readonly anchor: object; readonly by: object }
  | { readonly kind: 'remove'; readonly anchor: object };

/** A pipeline after its edits. */
export interface Edited extends Members {
  /** The edits whose anchor the pipeline did not have. */
  readonly missing: readonly AnchoredEdit[];
  /** What stands where a value stood: the value itself, or what replaced it. */
  standingFor(anchor: object): object;
}

export type AnchoredEdit = Exclude<Edit, { readonly kind: 'add' }>;

/** Applies edits in their order. */
export function edited(members: Members, edits: readonly Edit[]): Edited {
  const editing = new Editing(members);
  const missing = edits.filter((edit): edit is AnchoredEdit => !editing.apply(edit));
  return { ...editing.members(), missing, standingFor: (anchor) => editing.standingFor(anchor) };
}

type Role = keyof Members;

const everywhere: readonly Role[] = ['from', 'processors', 'to'];

/** What comes to stand in the place of an anchor. */
type Change = (anchor: object) => readonly object[];

class Editing {
  private lists: Readonly<Record<Role, readonly object[]>>;
  private readonly replaced = new Map<object, object>();

  constructor(members: Members) {
    this.lists = members;
  }

  members(): Members {
    return this.lists as Members;
  }

  /** Whether the pipeline has the anchor. */
  apply(edit: Edit): boolean {
    if (edit.kind === 'add') {
      for (const role of everywhere) this.set(role, [...this.lists[role], ...edit.members[role]]);
      return true;
    }
    const anchor = this.standingFor(edit.anchor);
    switch (edit.kind) {
      case 'before':
        return this.change(anchor, ['processors'], () => [...edit.processors, anchor]);
      case 'after':
        return this.change(anchor, ['processors'], () => [anchor, ...edit.processors]);
      case 'remove':
        return this.change(anchor, everywhere, () => []);
      case 'replace': {
        const done = this.change(anchor, rolesOf(edit.by), () => [edit.by]);
        if (done) this.replaced.set(anchor, edit.by);
        return done;
      }
    }
  }

  standingFor(anchor: object): object {
    const seen = new Set<object>();
    for (let here: object | undefined = anchor; here && !seen.has(here); here = this.replaced.get(here)) {
      if (this.has(here)) return here;
      seen.add(here);
    }
    return anchor;
  }

  private has(anchor: object): boolean {
    return everywhere.some((role) => contains(this.lists[role], anchor));
  }

  private change(anchor: object, roles: readonly Role[], change: Change): boolean {
    let found = false;
    for (const role of everywhere) {
      const list = changed(this.lists[role], anchor, roles, role, (value) => {
        found = true;
        return change(value);
      });
      this.set(role, list);
    }
    return found;
  }

  private set(role: Role, list: readonly object[]): void {
    this.lists = { ...this.lists, [role]: list };
  }
}

function contains(list: readonly object[], anchor: object): boolean {
  return list.some(
    (member) =>
      member === anchor || (member instanceof Through && contains([...member.processors, member.target], anchor)),
  );
}

/** A list of one role with an anchor changed: itself, or inside a target with processing of its own. */
function changed(
  list: readonly object[],
  anchor: object,
  roles: readonly Role[],
  role: Role,
  change: Change,
): readonly object[] {
  return list.flatMap((member) => {
    if (member === anchor && roles.includes(role)) return change(member);
    return member instanceof Through ? changedThrough(member, anchor, roles, change) : [member];
  });
}

function changedThrough(
  through: Through<string>,
  anchor: object,
  roles: readonly Role[],
  change: Change,
): readonly object[] {
  let same = true;
  const noted: Change = (value) => {
    same = false;
    return change(value);
  };
  const processors = changed(through.processors, anchor, roles, 'processors', noted) as readonly Processor<string>[];
  const targets = changed([through.target], anchor, roles, 'to', noted) as readonly Target<string>[];
  if (same) return [through];
  if (processors.length === 0) return targets;
  return targets.map((target) => new Through(target, processors, through.label));
}

/** The roles that a value can have in a pipeline. */
function rolesOf(value: object): readonly Role[] {
  if (!isComponent(value)) return ['to'];
  switch (value.kind) {
    case 'receiver':
      return ['from'];
    case 'processor':
      return ['processors'];
    case 'connector':
      return ['from', 'to'];
    default:
      return ['to'];
  }
}
