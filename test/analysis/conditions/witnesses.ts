import { formulaOf } from '../../../src/analysis/conditions/formula';
import type { Representative } from '../../../src/analysis/conditions/value';
import { Variables } from '../../../src/analysis/conditions/variables';
import type { BooleanExpression } from '../../../src/ottl/ast';
import type { Place } from '../../../src/ottl/evaluate/place';
import type { AnyValue } from '../../../src/telemetry/data';
import { place } from './generator';

/** The most records that are made for some conditions. */
const most = 4000;

/**
 * Records out of the values that stand for all others in these conditions: what is claimed to exist is among them.
 * `undefined` where they are too many.
 */
export function witnesses(trees: readonly BooleanExpression[]): Place[] | undefined {
  const variables = new Variables();
  for (const tree of trees) formulaOf(tree, variables);
  const choices: { readonly root: string; readonly nested: boolean; readonly values: readonly Representative[] }[] = [];
  for (let i = 0; i < variables.count; i++) {
    const { domain, representatives } = variables.at(i);
    if (!variables.isFree(i) || domain.root === undefined) continue;
    const nested = domain.kinds.includes('error');
    choices.push({ root: domain.root, nested, values: representatives.filter(({ certain }) => certain) });
  }
  let combinations: ReadonlyMap<string, AnyValue | undefined>[] = [new Map()];
  for (const { root, nested, values } of choices) {
    const held = values.map((value) => (nested ? nestedValue(value) : dataOf(value)));
    if (combinations.length * held.length > most) return undefined;
    combinations = combinations.flatMap((one) => held.map((value) => new Map(one).set(root, value)));
  }
  return combinations.map(recordOf);
}

function recordOf(values: ReadonlyMap<string, AnyValue | undefined>): Place {
  const number = values.get('log.severity_number');
  const text = values.get('log.severity_text');
  return place(
    { a: values.get('log.attributes a'), b: values.get('log.attributes b') },
    { r: values.get('resource.attributes r') },
    {
      ...(number !== undefined && { severityNumber: Number(number) }),
      ...(text !== undefined && { severityText: String(text) }),
      body: values.get('log.body') ?? null,
    },
  );
}

/** What an attribute holds whose member `k` is this. */
function nestedValue(value: Representative): AnyValue | undefined {
  if (value.kind === 'error') return 'no map';
  const member = dataOf(value);
  return member === undefined ? undefined : new Map([['k', member]]);
}

function dataOf({ kind, value, text, broken }: Representative): AnyValue | undefined {
  switch (kind) {
    case 'bool':
    case 'int':
    case 'float':
    case 'string':
      return value as AnyValue;
    case 'no bytes':
      return new Uint8Array();
    case 'bytes':
      return Uint8Array.from(Buffer.from(text ?? 'ab', 'hex'));
    case 'map':
      return new Map(broken ? [['k', Number.NaN]] : []);
    case 'slice':
      return broken ? [Number.NaN] : [];
    default:
      return undefined;
  }
}
