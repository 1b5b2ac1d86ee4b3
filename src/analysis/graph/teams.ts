import type { RoutingRow, RoutingTable } from '../../checks/routing-table';
import { isEffective } from '../../checks/routing-table';
import { parsePipelineId } from '../../model/component-id';
import type { Release } from '../../model/release';
import type { BooleanExpression } from '../../ottl/ast';
import { walk } from '../../ottl/walk';
import { Conditions } from '../conditions/conditions';

/** Which teams' telemetry comes through each row of a table; absent where everybody's does. */
export interface TeamsOfTable {
  readonly rows: readonly (readonly string[] | undefined)[];
  readonly otherwise?: readonly string[];
}

/** Somebody whose telemetry rules tell apart. */
interface Team {
  readonly name: string;
  /** What is true of all of its telemetry; absent where only rules carry its name. */
  readonly is?: BooleanExpression;
}

// Resource attributes whose value is a team, or all that a team calls a service.
const teamAttribute = /^(.*[._-])?(team|owner|tenant|squad|customer|department|business[._-]?unit)([._-](id|name))?$/;
const serviceAttributes: ReadonlySet<string> = new Set(['service.name', 'service.namespace', 'k8s.namespace.name']);

// Steps for one question: what takes longer counts as possible.
const work = 20_000;

/**
 * Asks of each row whether a team's telemetry can come through it: whether the condition can hold for it, and rows
 * before leave some of it. Teams are who conditions name by a resource attribute, and whose name rules carry: the
 * pipeline of the rule `payments.audit` is `logs/payments.audit`.
 */
export function teamsOfTable(table: RoutingTable, release: Release): TeamsOfTable {
  const { rows } = table;
  const teams = teamsIn(rows);
  if (teams.length === 0) return { rows: rows.map(() => undefined) };
  const known = rows.flatMap(({ condition }) => condition ?? []);
  const pins = rows.map(({ condition }) => pinned(condition));
  const joint = new Map<string, BooleanExpression>();
  for (const team of teams) {
    for (const [i, { condition }] of rows.entries()) {
      if (team.is && condition && !isElse(pins[i], team)) joint.set(`${team.name} ${i}`, and(team.is, condition));
    }
  }
  // Rows about another team take nothing of this one's: most of a table, which need not be asked.
  const takersOf = (team: Team, before: number) =>
    takers(
      rows.slice(0, before).filter((_, i) => !isElse(pins[i], team)),
      table,
    );
  const own = teams.flatMap(({ is }) => is ?? []);
  const conditions = new Conditions([...known, ...joint.values(), ...own], { release, work });
  const reaches = (row: RoutingRow, i: number, team: Team): boolean => {
    const { name, is } = team;
    const owner = ownerOf(row);
    if (is === undefined) return owner === undefined || owner === name;
    if (isElse(pins[i], team)) return false;
    const both = joint.get(`${name} ${i}`);
    if (both === undefined || !isEffective(row, table)) return true;
    if (conditions.satisfiable(both) === 'no') return false;
    return conditions.coveredBy(both, takersOf(team, i)) !== 'yes';
  };
  const remains = (team: Team): boolean =>
    team.is === undefined || conditions.coveredBy(team.is, takersOf(team, rows.length)) !== 'yes';
  const some = (of: (team: Team) => boolean) => {
    const names = teams.filter(of).map(({ name }) => name);
    return names.length === teams.length ? undefined : names;
  };
  const otherwise = some(remains);
  return {
    rows: rows.map((row, i) => some((team) => reaches(row, i, team))),
    ...(otherwise && { otherwise }),
  };
}

/** What a condition asks resource attributes to be, whatever else it asks for. */
function pinned(condition: BooleanExpression | undefined): ReadonlyMap<string, string> {
  const terms = condition?.kind === 'and' ? condition.terms : condition ? [condition] : [];
  return new Map(terms.flatMap((term) => attributeIn(term) ?? []).map(({ attribute, value }) => [attribute, value]));
}

/** Whether what is asked of a team’s attribute is another value. */
function isElse(pins: ReadonlyMap<string, string> | undefined, { is }: Team): boolean {
  const own = is && attributeIn(is);
  const asked = own && pins?.get(own.attribute);
  return asked !== undefined && asked !== own?.value;
}

/** The conditions of rows that take what matches. */
function takers(rows: readonly RoutingRow[], table: RoutingTable): readonly BooleanExpression[] {
  const unchanged = rows.slice(rows.findLastIndex(({ edits }) => edits) + 1);
  return unchanged.flatMap((row) =>
    row.condition && !row.copies && row.context !== 'datapoint' && isEffective(row, table) ? [row.condition] : [],
  );
}

function teamsIn(rows: readonly RoutingRow[]): readonly Team[] {
  const teams = new Map<string, Team>();
  const owners = new Map<string, Set<string>>();
  for (const row of rows) {
    const named = row.condition ? [...namesIn(row.condition)] : [];
    for (const team of named) if (!teams.has(team.name)) teams.set(team.name, team);
    const owner = ownerOf(row);
    if (owner !== undefined)
      owners.set(owner, new Set([...(owners.get(owner) ?? []), ...named.map(({ name }) => name)]));
  }
  // Rules that all ask for one team are that team's, whatever they are called.
  for (const [owner, named] of owners) if (named.size === 0 && !teams.has(owner)) teams.set(owner, { name: owner });
  return [...teams.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The comparisons of a condition with the name of a team. */
function* namesIn(condition: BooleanExpression): Generator<Team> {
  const found: BooleanExpression[] = [];
  walk(condition, (node) => {
    if (node.kind === 'comparison' && node.operator === '==') found.push(node);
  });
  for (const is of found) {
    const named = attributeIn(is);
    if (named === undefined || named.value === '') continue;
    if (teamAttribute.test(named.attribute)) yield { name: named.value, is };
    else if (serviceAttributes.has(named.attribute)) yield { name: `${named.attribute}=${named.value}`, is };
  }
}

/** The resource attribute that a comparison asks to be a text. */
function attributeIn(is: BooleanExpression): { readonly attribute: string; readonly value: string } | undefined {
  if (is.kind !== 'comparison' || is.operator !== '==') return undefined;
  if (is.left.kind !== 'path' || is.right.kind !== 'string') return undefined;
  const { context, fields } = is.left;
  const [field, ...more] = fields;
  const [key, ...others] = field?.keys ?? [];
  if (context !== 'resource' || field?.name !== 'attributes' || more.length > 0) return undefined;
  if (key?.kind !== 'string' || others.length > 0) return undefined;
  const texts = [...key.parts, ...is.right.parts];
  if (!texts.every((part) => typeof part === 'string')) return undefined;
  return { attribute: key.parts.join(''), value: is.right.parts.join('') };
}

/** Whose rule a row is made of, by the name of its pipeline. */
function ownerOf({ pipelines }: RoutingRow): string | undefined {
  const name = parsePipelineId(pipelines[0] ?? '')?.name;
  const [, owner] = /^([^.]+)\.[^.]/.exec(name ?? '') ?? [];
  return owner;
}

function and(one: BooleanExpression, other: BooleanExpression): BooleanExpression {
  const terms = [one, other].flatMap((tree) => (tree.kind === 'and' ? tree.terms : [tree]));
  return { kind: 'and', terms };
}
