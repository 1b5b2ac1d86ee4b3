import type { Matcher } from './matcher';
import { anyAlert, canMeet, type Known, mustMeet, opposite } from './possible';
import type { RouteNode } from './route-tree';

/** Why no alert reaches a route: its matchers contradict those above or each other, or a route before it takes all. */
export interface Unreached {
  readonly route: RouteNode;
  /** The route before it that takes what it could take; absent where its matchers contradict. */
  readonly behind?: RouteNode | undefined;
}

/** What some alerts can reach of a tree. */
export interface Reach {
  /** Routes that none of them reaches; without those below such a route. */
  readonly unreached: readonly Unreached[];
  /** Routes that one of them can arrive at, because no route below takes them all. */
  readonly arrived: readonly RouteNode[];
}

/** What alerts can reach of a tree. Where that cannot be decided, they can. */
export function reachOf(root: RouteNode, known: Known = anyAlert): Reach {
  const unreached: Unreached[] = [];
  const arrived: RouteNode[] = [];
  visit(root, root.matchers, root.matchers);
  return { unreached, arrived };

  /**
   * `met` is what the routes on the way ask for; `left` also that no route before takes the alert, of which `last` is the
   * nearest.
   */
  function visit(route: RouteNode, met: readonly Matcher[], left: readonly Matcher[], last?: RouteNode): void {
    let rest = left;
    let isCovered = false;
    for (const [i, child] of route.routes.entries()) {
      const own = [...met, ...child.matchers];
      const shown = [...rest, ...child.matchers];
      if (!canMeet(own, known)) {
        unreached.push({ route: child });
        continue;
      }
      const before = route.routes.slice(0, i).filter((one) => !one.continue);
      const taken = before.find((one) => one.matchers.every((matcher) => mustMeet(shown, matcher, known)));
      if (taken || !canMeet(shown, known)) {
        unreached.push({ route: child, behind: taken ?? before.at(-1) ?? last });
        continue;
      }
      visit(child, own, shown, before.at(-1) ?? last);
      const open = child.matchers.filter((matcher) => !mustMeet(rest, matcher, known));
      const [only] = open;
      if (only === undefined) isCovered = true;
      else if (open.length === 1 && !child.continue) rest = [...rest, opposite(only)];
    }
    if (!isCovered && canMeet(rest, known)) arrived.push(route);
  }
}
