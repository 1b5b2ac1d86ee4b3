import type { ConfigMap } from '../../model/config';
import type { RuleGroupModel, RuleModel } from '../../model/prometheus';
import type { Pointer } from '../../source/document';
import type { Origin } from '../../source/origin';
import { mapIn, textsIn } from '../files';
import { calledOf } from '../found';
import { originOf, type Reader, type Reading } from '../reading';
import { list, map, maps, number, text, texts } from '../values';

/** Whether a document is a file of rules. */
export function isRuleFile({ kind, groups }: ConfigMap): boolean {
  return kind === undefined && maps(groups).some(({ rules }) => Array.isArray(rules));
}

/** A file of rules. */
export const ruleFile: Reader = (object, reading) =>
  addRules(reading, object.path, object.content, originOf(object, []));

/** The files of rules among the texts of a ConfigMap or a Secret. */
export const mountedRules: Reader = (object, reading) => {
  for (const file of textsIn(object)) {
    const content = mapIn(file);
    if (content === undefined || !isRuleFile(content)) continue;
    const origin = originOf(object, [file.pointer]);
    const called = [calledOf(object), file.key].filter(Boolean).join('/');
    addRules(reading, `${object.path}/${file.key}`, content, { ...origin, called });
  }
};

/** Reads the groups of a file of rules, or of a `PrometheusRule`. */
export function addRules({ lists, origins }: Reading, path: string, { groups }: ConfigMap, origin: Origin): void {
  const paths = new Paths(origins, origin);
  const [base = []] = origin.bases;
  if (!origins.has(path)) origins.set(path, origin);
  lists.ruleFiles.push({
    path,
    groups: list(groups).map((group, i) => {
      const place = [...base, 'groups', i];
      const name = text(map(group).name);
      return groupOf(map(group), paths.add(path, name || String(i), place), place, paths);
    }),
  });
}

/** Gives each part a path of its own, and remembers where it stands. */
class Paths {
  constructor(
    private readonly origins: Map<string, Origin>,
    private readonly file: Origin,
  ) {}

  add(within: string, name: string, place: Pointer): string {
    let path = `${within}/${name}`;
    for (let i = 2; this.origins.has(path); i++) path = `${within}/${name} (${i})`;
    const inside = path.slice(within.length);
    const called = `${(this.origins.get(within) ?? this.file).called}${inside}`.replace(/^\//, '');
    this.origins.set(path, { ...this.file, called, part: true, bases: [place] });
    return path;
  }
}

function groupOf(group: ConfigMap, path: string, place: Pointer, paths: Paths): RuleGroupModel {
  const { interval, query_offset: queryOffset } = group;
  const limit = number(group.limit);
  return {
    path,
    name: text(group.name),
    ...(interval !== undefined && { interval: text(interval) }),
    ...(queryOffset !== undefined && { queryOffset: text(queryOffset) }),
    ...(limit !== undefined && { limit }),
    rules: list(group.rules).map((rule, i) => {
      const { alert, record } = map(rule);
      const name = text(alert ?? record);
      return ruleOf(map(rule), paths.add(path, name || String(i), [...place, 'rules', i]));
    }),
  };
}

function ruleOf(rule: ConfigMap, path: string): RuleModel {
  const { alert, record, expr, for: held, keep_firing_for: kept, labels, annotations } = rule;
  return {
    path,
    kind: alert === undefined && record !== undefined ? 'record' : 'alert',
    name: text(alert ?? record),
    expr: text(expr),
    ...(held !== undefined && { for: text(held) }),
    ...(kept !== undefined && { keepFiringFor: text(kept) }),
    labels: texts(labels ?? {}),
    annotations: texts(annotations ?? {}),
  };
}
