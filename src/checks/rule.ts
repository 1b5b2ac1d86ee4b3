import type { Issue } from '../model/issue';
import type { IssueCode } from '../model/issue-codes';
import type { Keys } from '../model/keys';
import type { Model } from '../model/model';
import { type CollectorView, viewOf } from '../view/view';

export { listed } from '../model/listed';

/** One kind of mistake, or a close family of them, searched for in the whole model. Never throws. */
export type Rule = (model: Model) => readonly Issue[];

/** A rule that looks at each collector by itself. */
export function perCollector(check: (view: CollectorView, model: Model) => Iterable<Issue>): Rule {
  return (model) => model.collectors.flatMap((collector) => [...check(viewOf(collector), model)]);
}

export function error(code: IssueCode, path: string, message: string, fix: string): Issue {
  return { code, severity: 'error', path, message, fix };
}

export function warning(code: IssueCode, path: string, message: string, fix: string): Issue {
  return { code, severity: 'warning', path, message, fix };
}

/** The issue, with its place in the object's own keys. */
export function placedAt(issue: Issue, keys: Keys): Issue {
  return { ...issue, at: keys };
}

/** The issue, with its place in the object's own keys, of which the last itself is wrong. */
export function placedAtKey(issue: Issue, keys: Keys): Issue {
  return { ...issue, at: keys, part: 'key' };
}
