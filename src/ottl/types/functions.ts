import { didYouMean, nearest } from '../../model/nearest';
import type { Call } from '../ast';
import { language, otherReleases } from '../language';
import type { FunctionFacts } from '../tables';
import type { Environment } from './field';
import { type OttlFinding, refused } from './finding';

export type FoundFunction =
  | { readonly facts: FunctionFacts; readonly finding?: undefined }
  | { readonly facts?: undefined; readonly finding: OttlFinding };

/** Looks up the function that is called, or passed on. */
export function findFunction({ name, range }: Pick<Call, 'name' | 'range'>, environment: Environment): FoundFunction {
  const facts = Object.hasOwn(environment.facts.functions, name) ? environment.facts.functions[name] : undefined;
  if (environment.known.has(name) && facts !== undefined) return { facts };
  const at = range === undefined ? {} : { range };
  return { finding: refused('ottl-function', at, ...unknownFunction(name, environment)) };
}

function unknownFunction(name: string, environment: Environment): readonly [message: string, fix: string] {
  const { facts, functions, context, release, known } = environment;
  // Editors change something, and begin with a small letter; converters give a value.
  const isEditor = /^[a-z]/.test(name);
  const candidates = [...known].filter((one) => /^[a-z]/.test(one) === isEditor);
  const otherwise = isEditor ? `Write one of ${candidates.join(', ')}.` : 'Use a function that it has.';
  const contexts = Object.entries(facts.sets[functions] ?? {}).filter(([, names]) => names.includes(name));
  if (contexts.length > 0) {
    const names = contexts.map(([one]) => `"${one}"`).join(', ');
    return [`${name} is no function of the context "${context}".`, `Use it in the context ${names}.`];
  }
  if (Object.hasOwn(facts.functions, name)) {
    const owners = Object.keys(facts.sets).filter((set) =>
      Object.values(facts.sets[set] ?? {})
        .flat()
        .includes(name),
    );
    return [`${name} is not known here: ${fieldsOf[functions] ?? functions} cannot use it.`, ownersFix(owners)];
  }
  const other = otherReleases(release).find((one) => Object.hasOwn(language(one).functions, name));
  if (other !== undefined) {
    return [
      `${release} has no function ${name}; ${other} has.`,
      didYouMean(name, candidates, `Do without it, or let the collector be ${other}.`),
    ];
  }
  const swapped = nearest(name, known);
  return [
    `there is no function ${name}.`,
    swapped === undefined || candidates.length === 0
      ? otherwise
      : didYouMean(name, candidates, `Did you mean "${swapped}"?`),
  ];
}

const fieldsOf: Readonly<Record<string, string>> = {
  conditions: 'conditions',
  transform: 'the transform processor',
  routing: 'the routing connector',
  signal_to_metrics: 'signal_to_metrics',
};

function ownersFix(owners: readonly string[]): string {
  return `Use it in ${owners.map((owner) => (owner === 'conditions' ? 'the conditions of a filter' : (fieldsOf[owner] ?? owner))).join(', ')}.`;
}
