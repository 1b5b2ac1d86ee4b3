import type { Release } from '../model/release';
import { parseCondition, parseStatement, parseValue } from '../ottl/parser';
import type { OttlProblem } from '../ottl/problem';
import { checkCondition, checkStatement, checkValue } from '../ottl/types/check';
import type { OttlField } from '../ottl/types/field';
import type { OttlFinding } from '../ottl/types/finding';
import { inferContext } from '../ottl/types/infer';
import type { OttlNode } from '../ottl/walk';
import type { OttlPlace, OttlText, OttlUnit } from './ottl-texts';

/** What is wrong with one of the texts. */
export interface OttlFault {
  readonly at: OttlText;
  readonly code: OttlFinding['code'] | 'ottl-syntax';
  readonly severity: 'error' | 'warning';
  readonly range?: OttlFinding['range'];
  readonly message: string;
  readonly fix: string;
}

interface Target {
  readonly release: Release;
  readonly featureGates: readonly string[];
}

interface Read {
  readonly at: OttlText;
  readonly tree: OttlNode;
}

/** What the collector refuses of texts that it reads together, and what they hardly mean. */
export function unitFaults({ texts, place }: OttlUnit, target: Target): readonly OttlFault[] {
  const read: Read[] = [];
  const faults: OttlFault[] = [];
  for (const at of texts) {
    const { tree, errors = [] } = parse(at, target.release);
    if (tree !== undefined) read.push({ at, tree });
    else
      faults.push(...errors.filter(({ uncertain }) => uncertain !== true).map((problem) => syntaxFault(at, problem)));
  }
  // A text that cannot be read hides the context of the others.
  if (read.length < texts.length || read.length === 0) return faults;
  return placed(read, place, target);
}

function parse({ what, text }: OttlText, release: Release) {
  const options = { release };
  if (what === 'condition') return parseCondition(text, options);
  return what === 'statement' ? parseStatement(text, options) : parseValue(text, options);
}

function syntaxFault(at: OttlText, { range, message, fix }: OttlProblem): OttlFault {
  return { at, code: 'ottl-syntax', severity: 'error', range, message, fix };
}

function placed(read: readonly Read[], place: OttlPlace, target: Target): readonly OttlFault[] {
  if ('context' in place)
    return read.flatMap((one) => checked(one, { ...target, ...place, functions: one.at.functions }));
  if ('oneOf' in place) {
    const { oneOf, prefixes } = place;
    const tries = oneOf.map((context) =>
      read.flatMap((one) => checked(one, { ...target, context, prefixes, functions: one.at.functions })),
    );
    return tries.find((faults) => !isRefused(faults)) ?? tries[0] ?? [];
  }
  const { candidates, functions, otherwise } = place;
  const { context, finding } = inferContext(
    read.map(({ tree }) => tree),
    { release: target.release, functions, candidates },
  );
  const found =
    context === undefined
      ? []
      : read.flatMap((one) => checked(one, { ...target, context, functions: one.at.functions }));
  // What the texts themselves say is nearer to the mistake.
  const faults =
    finding === undefined || isRefused(found)
      ? found
      : [...read.slice(0, 1).map(({ at }): OttlFault => ({ at, ...finding })), ...found];
  if (otherwise === undefined || !isRefused(faults)) return faults;
  const second = placed(read, { context: otherwise, prefixes: 'optional' }, target);
  return isRefused(second) ? faults : [...second, ...fallenBack(read, otherwise)];
}

function isRefused(faults: readonly OttlFault[]): boolean {
  return faults.some(({ severity }) => severity === 'error');
}

function checked({ at, tree }: Read, field: OttlField): readonly OttlFault[] {
  return findings(tree, field).map((finding) => ({ at, ...finding }));
}

function findings(tree: OttlNode, field: OttlField): readonly OttlFinding[] {
  switch (tree.kind) {
    case 'statement':
      return checkStatement(tree, field);
    case 'and':
    case 'or':
    case 'not':
    case 'comparison':
    case 'constant':
      return checkCondition(tree, field);
    case 'function':
    case 'lambda':
      return [];
    default:
      return checkValue(tree, field);
  }
}

function fallenBack(read: readonly Read[], context: string): readonly OttlFault[] {
  return read.map(({ at }) => ({
    at,
    code: 'ottl-context',
    severity: 'warning',
    message: `its paths do not say what they are read from, so the collector reads them from the ${context}.`,
    fix: `Write "${context}." before them, or name the context.`,
  }));
}
