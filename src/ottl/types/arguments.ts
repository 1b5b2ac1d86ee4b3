import { didYouMean } from '../../model/nearest';
import type { Argument, Call } from '../ast';
import type { FunctionFacts, Parameter } from '../tables';
import { doubtful, type OttlFinding, refused } from './finding';

/** An argument and the parameter that it is for. */
export interface Bound {
  readonly parameter: Parameter;
  readonly argument: Argument;
}

export interface Binding {
  readonly bound: readonly Bound[];
  readonly findings: readonly OttlFinding[];
}

/** Finds the parameter of each argument, by position or by name. */
export function bind(call: Call, { name, parameters }: FunctionFacts): Binding {
  if (parameters.length === 0) return { bound: [], findings: passedOver(call) };
  const finding = misplaced(call) ?? miscounted(call, name, parameters);
  if (finding !== undefined) return { bound: [], findings: [finding] };
  const bound: Bound[] = [];
  const findings: OttlFinding[] = [];
  for (const [i, argument] of call.arguments.entries()) {
    const parameter = argument.name === undefined ? parameters[i] : parameterNamed(argument.name, parameters);
    if (parameter === undefined) findings.push(unknownParameter(argument, name, parameters));
    else bound.push({ parameter, argument });
  }
  const missing = parameters.filter(
    (parameter) => !parameter.optional && !bound.some((one) => one.parameter === parameter),
  );
  const [first] = missing;
  if (first !== undefined && findings.length === 0) {
    findings.push(
      doubtful(
        'ottl-type',
        call,
        `${name} is called without its argument "${first.name}", though with enough arguments: the collector starts, and breaks off at the first record.`,
        `Call it as ${signature(name, parameters)}.`,
      ),
    );
  }
  return { bound, findings };
}

/** What takes no arguments does not look at any. */
function passedOver({ name, arguments: given }: Call): readonly OttlFinding[] {
  const [first] = given;
  if (first === undefined) return [];
  const message = `${name} takes no arguments, and passes over what it is given.`;
  return [doubtful('ottl-type', placeOf(first), message, `Write ${name}().`)];
}

function misplaced({ arguments: given }: Call): OttlFinding | undefined {
  const firstNamed = given.findIndex((argument) => argument.name !== undefined);
  const late = firstNamed < 0 ? undefined : given.slice(firstNamed).find((argument) => argument.name === undefined);
  return (
    late &&
    refused(
      'ottl-type',
      placeOf(late),
      'an argument without a name follows one with a name.',
      'Name it too, or put it before the named ones.',
    )
  );
}

function miscounted(call: Call, name: string, parameters: readonly Parameter[]): OttlFinding | undefined {
  const given = call.arguments.length;
  const needed = parameters.filter(({ optional }) => !optional).length;
  if (given >= needed && given <= parameters.length) return undefined;
  const wanted = needed === parameters.length ? String(needed) : `${needed} to ${parameters.length}`;
  const count = given === 0 ? 'none' : given === 1 ? 'one' : String(given);
  return refused(
    'ottl-type',
    call,
    `${name} takes ${wanted === '1' ? '1 argument' : `${wanted} arguments`}, and is given ${count}.`,
    `Call it as ${signature(name, parameters)}.`,
  );
}

/** As it is called: `Substring(target, start, length, utf8_safe?)`. */
function signature(name: string, parameters: readonly Parameter[]): string {
  return `${name}(${parameters.map((one) => `${one.name}${one.optional ? '?' : ''}`).join(', ')})`;
}

/** The collector compares names without underscores, and in the letters of Go: `pairDelimiter` is `pair_delimiter`. */
function parameterNamed(name: string, parameters: readonly Parameter[]): Parameter | undefined {
  return parameters.find((parameter) => camel(parameter.name) === camel(name));
}

function camel(name: string): string {
  // An abbreviation of Go's that the collector knows by itself.
  if (name === 'ID') return 'id';
  let next = true;
  let previousIsCapital = false;
  let result = '';
  for (const [i, char] of [...name].entries()) {
    const isCapital = /[A-Z]/.test(char);
    let letter = char;
    if (next) letter = char.toUpperCase();
    else if (i > 0 && previousIsCapital && isCapital) letter = char.toLowerCase();
    previousIsCapital = isCapital;
    if (/[A-Za-z]/.test(char)) {
      result += letter;
      next = false;
    } else if (/\d/.test(char)) {
      result += char;
      next = true;
    } else next = '_ -.'.includes(char);
  }
  return result;
}

function unknownParameter(argument: Argument, name: string, parameters: readonly Parameter[]): OttlFinding {
  const names = parameters.map((parameter) => parameter.name);
  return refused(
    'ottl-type',
    placeOf(argument),
    `${name} has no argument "${argument.name}".`,
    didYouMean(argument.name ?? '', names, `Call it as ${signature(name, parameters)}.`),
  );
}

function placeOf(argument: Argument): Pick<Argument, 'range'> {
  const range = argument.range ?? argument.value.range;
  return range === undefined ? {} : { range };
}
