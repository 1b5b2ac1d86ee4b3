import { didYouMean } from '../../model/nearest';
import { isAtLeast } from '../../model/release';
import type { BooleanExpression, Call, FunctionName, Lambda, Path, Statement, ValueExpression } from '../ast';
import { dialectOf } from '../dialect';
import type { ParameterType } from '../tables';
import { fixes, isNegative, itemTypes, strict, wanted } from './argument-types';
import { type Bound, bind } from './arguments';
import { type Environment, environmentOf, hasLambdas, type OttlField } from './field';
import { doubtful, type OttlFinding, refused } from './finding';
import { findFunction } from './functions';
import { isLiteral, kindOf, takesLiteral } from './literals';
import { neverFindings } from './never';
import { nilFindings } from './nil';
import { resolvePath } from './paths';
import { literalsSince } from './since';
import { startFinding } from './start';

/**
 * What is wrong with a condition in its field: errors exactly where the collector refuses to start, and warnings where
 * it starts and the condition does not do what it says. What a variable holds is not judged.
 */
export function checkCondition(tree: BooleanExpression, field: OttlField): readonly OttlFinding[] {
  return checked(field, (checker, environment) => {
    checker.condition(tree);
    return [...neverFindings(tree, environment), ...nilFindings(tree, environment)];
  });
}

/** What is wrong with a statement in its field; see `checkCondition`. */
export function checkStatement(tree: Statement, field: OttlField): readonly OttlFinding[] {
  return checked(field, (checker, environment) => {
    checker.statement(tree);
    return [...neverFindings(tree, environment), ...nilFindings(tree, environment)];
  });
}

/** What is wrong with a value expression in its field; see `checkCondition`. */
export function checkValue(tree: ValueExpression, field: OttlField): readonly OttlFinding[] {
  return checked(field, (checker, environment) => {
    checker.value(tree);
    return nilFindings(tree, environment);
  });
}

/** Doubts are of interest only where the collector starts. */
function checked(
  field: OttlField,
  check: (checker: Checker, environment: Environment) => readonly OttlFinding[],
): readonly OttlFinding[] {
  const environment = environmentOf(field);
  if (environment === undefined) return [noContext(field)];
  const checker = new Checker(environment);
  const doubts = check(checker, environment);
  const refusals = checker.findings.filter(({ severity }) => severity === 'error');
  return refusals.length > 0 ? refusals : [...checker.findings, ...doubts];
}

function noContext({ context, release }: OttlField): OttlFinding {
  return refused('ottl-context', {}, `${release} has no context "${context}" here.`, 'Write it for another context.');
}

type AnyArgument = ValueExpression | FunctionName | Lambda;

class Checker {
  readonly findings: OttlFinding[] = [];
  /** The names that the lambdas around have given. */
  private readonly locals: string[][] = [];
  private readonly signs: boolean;
  private readonly readsLiterals: boolean;

  constructor(private readonly environment: Environment) {
    this.signs = dialectOf(environment.release).signs;
    this.readsLiterals = isAtLeast(environment.release, literalsSince);
  }

  statement({ editor, where }: Statement): void {
    if (editor.kind === 'call') this.call(editor);
    if (where !== undefined) this.condition(where);
  }

  condition(tree: BooleanExpression): void {
    switch (tree.kind) {
      case 'and':
      case 'or':
        for (const term of tree.terms) this.condition(term);
        break;
      case 'not':
        this.condition(tree.of);
        break;
      case 'comparison':
        this.value(tree.left);
        this.value(tree.right);
        break;
      case 'call':
        this.call(tree);
        break;
      default:
    }
  }

  value(value: AnyArgument): void {
    switch (value.kind) {
      case 'path':
        this.path(value);
        break;
      case 'call':
        this.call(value);
        break;
      case 'math':
        this.value(value.left);
        this.value(value.right);
        break;
      case 'sign':
        this.value(value.of);
        break;
      case 'list':
        for (const item of value.items) this.value(item);
        break;
      case 'map':
        for (const entry of value.entries) this.value(entry.value);
        break;
      case 'enum':
        this.enumName(value.name, value);
        break;
      case 'lambda':
        this.lambda(value);
        break;
      case 'function':
        this.refuse(
          value,
          `${value.name} is a function, and stands where a value is needed.`,
          `Call it: ${value.name}(…).`,
        );
        break;
      default:
    }
  }

  private refuse(at: AnyArgument | Call, message: string, fix: string): void {
    this.findings.push(refused('ottl-type', at, message, fix));
  }

  private path(path: Path): void {
    for (const field of path.fields) for (const key of field.keys) this.value(key);
    const local = path.context ?? path.fields[0]?.name ?? '';
    if (this.locals.some((names) => names.includes(local))) {
      const isDotted = path.fields.length > (path.context === undefined ? 1 : 0);
      if (isDotted)
        this.refuse(path, `"${local}" is a name of the lambda, and has no fields.`, `Index it: ${local}["…"].`);
      return;
    }
    const { finding } = resolvePath(path, this.environment);
    if (finding !== undefined) this.findings.push(finding);
  }

  private enumName(name: string, at: AnyArgument): void {
    const { own, context } = this.environment;
    if (Object.hasOwn(own.enums, name)) return;
    this.findings.push(
      refused(
        'ottl-enum',
        at,
        `the context "${context}" has no constant ${name}.`,
        didYouMean(name, Object.keys(own.enums), `Write text in quotes: "${name}".`),
      ),
    );
  }

  private lambda(lambda: Lambda): void {
    const { parameters, body } = lambda;
    if (!hasLambdas(this.environment)) {
      this.refuse(
        lambda,
        'the collector reads lambdas only with the feature gate "ottl.functions.enableLambda".',
        'Set the gate, or do without a lambda.',
      );
      return;
    }
    const names = parameters.filter((name) => name !== '_');
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined) this.refuse(lambda, `the lambda names "${twice}" twice.`, 'Give each its own name.');
    this.locals.push(names);
    if (isCondition(body)) this.condition(body);
    else this.value(body);
    this.locals.pop();
  }

  private call(call: Call): void {
    for (const key of call.keys) this.value(key);
    const { facts, finding } = findFunction(call, this.environment);
    if (facts === undefined) {
      this.findings.push(finding);
      return;
    }
    const { bound, findings } = bind(call, facts);
    this.findings.push(...findings);
    for (const one of bound) this.argument(call, one);
    if (this.findings.some(({ severity }) => severity === 'error')) return;
    const start = startFinding(call, bound, this.environment);
    if (start !== undefined) this.findings.push(start);
  }

  private argument(call: Call, { parameter: { name, type }, argument: { value } }: Bound): void {
    if (value.kind === 'opaque') return;
    const what = `the argument "${name}" of ${call.name}`;
    const rule = Object.hasOwn(strict, type) ? strict[type] : undefined;
    if (type === 'setter' || type === 'mapTarget' || type === 'sliceTarget') this.target(value, what);
    else if (type === 'function') this.functionName(value, what);
    else if (type === 'lambda') {
      if (value.kind === 'lambda') this.lambda(value);
      else this.refuse(value, `${what} has to be a lambda, not ${kindOf(value)}.`, 'Write one: (x) => ….');
    } else if (rule !== undefined) {
      if (!rule.takes(value) || (this.signs && isNegative(value))) {
        const given = isNegative(value) ? 'a number with a sign' : kindOf(value);
        this.refuse(value, `${what} has to be ${rule.wanted}, not ${given}.`, `Write ${rule.example}.`);
      }
    } else if (Object.hasOwn(itemTypes, type)) this.list(value, itemTypes[type] as ParameterType, what);
    else this.getter(value, type, what);
  }

  private list(value: AnyArgument, type: ParameterType, what: string): void {
    if (value.kind !== 'list') {
      this.refuse(value, `${what} has to be a list, not ${kindOf(value)}.`, 'Write it in brackets: […].');
      return;
    }
    const rule = Object.hasOwn(strict, type) ? strict[type] : undefined;
    for (const item of value.items) {
      if (item.kind === 'opaque') continue;
      if (rule === undefined) this.getter(item, type, `each item of ${what}`);
      else if (!rule.takes(item) || (this.signs && isNegative(item))) {
        this.refuse(
          item,
          `each item of ${what} has to be ${rule.wanted}, not ${kindOf(item)}.`,
          `Write ${rule.example}.`,
        );
      }
    }
  }

  private target(value: AnyArgument, what: string): void {
    if (value.kind !== 'path') {
      this.refuse(
        value,
        `${what} has to be a path, not ${kindOf(value)}.`,
        'Name what is to be changed, e.g. log.attributes["key"].',
      );
      return;
    }
    this.path(value);
    const { facts } = resolvePath(value, this.environment);
    if (facts?.settable !== false) return;
    this.findings.push(
      doubtful('ottl-read-only', value, `${what} is a path that cannot be set.`, 'Set an attribute, or another path.'),
    );
  }

  private functionName(value: AnyArgument, what: string): void {
    if (value.kind !== 'function' && value.kind !== 'enum') {
      this.refuse(
        value,
        `${what} has to be the name of a function, not ${kindOf(value)}.`,
        'Write e.g. SHA256, without parentheses.',
      );
      return;
    }
    const { finding } = findFunction(value, this.environment);
    if (finding !== undefined) this.findings.push(finding);
  }

  private getter(value: AnyArgument, type: ParameterType, what: string): void {
    const before = this.findings.length;
    this.value(value);
    if (this.findings.length > before || !this.readsLiterals || !isLiteral(value) || takesLiteral(type, value)) return;
    this.refuse(
      value,
      `${what} has to be ${wanted[type] ?? 'another value'}, not ${kindOf(value)}.`,
      fixes[type] ?? 'Write such a value.',
    );
  }
}

function isCondition(body: Lambda['body']): body is BooleanExpression {
  return (
    body.kind === 'and' ||
    body.kind === 'or' ||
    body.kind === 'not' ||
    body.kind === 'comparison' ||
    body.kind === 'constant'
  );
}
