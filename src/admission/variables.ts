import type { ConfigValue } from '../model/config';
import type { Keys } from '../model/keys';
import { listAt, textAt } from './read';
import type { Refusal } from './refusal';

/** What the webhook of hubs refuses in their variables. */
export function variableRefusals(variables: readonly ConfigValue[]): readonly Refusal[] {
  const keyed = new Set<string>();
  const exported = new Map<string, string>();
  return variables.flatMap((variable, i) => {
    const keys = ['spec', 'variables', i];
    const key = textAt(variable, 'key');
    const isTwice = keyed.has(key);
    keyed.add(key);
    return [
      ...(isTwice ? [duplicate([...keys, 'key'], `the hub has two variables "${key}".`)] : []),
      ...referenceRefusals(variable, [...keys, 'variableRefs']),
      ...listAt(variable, 'serializeAs').flatMap((entry, j) => [
        ...exportRefusals(variable, entry, [...keys, 'serializeAs', j], exported),
      ]),
    ];
  });
}

function duplicate(keys: Keys, message: string): Refusal {
  return { code: 'hub-duplicate', keys, message, fix: 'Name one of them otherwise.' };
}

function referenceRefusals(variable: ConfigValue, keys: Keys): readonly Refusal[] {
  const { length } = listAt(variable, 'variableRefs');
  const refused = (message: string, fix: string): Refusal => ({ code: 'hub-value', keys, message, fix });
  if (textAt(variable, 'type') !== 'meta') {
    const message = 'the variable names others, which only a variable of type meta does.';
    return length === 0 ? [] : [refused(message, 'Leave "variableRefs" out, or write type: meta.')];
  }
  if (textAt(variable, 'dataType') === 'metaHashSet') {
    const message = `a metaHashSet names 2 variables, and this one ${length}.`;
    return length === 2 ? [] : [refused(message, 'Name the variable with the key, and the map.')];
  }
  return length > 0
    ? []
    : [refused('a variable of type meta names no others.', 'List the variables that it is made of.')];
}

/** Data types whose exports cannot be transformed. */
const plain: ReadonlySet<string> = new Set(['string', 'int', 'boolean', 'map', 'metaHashSet']);

function* exportRefusals(
  variable: ConfigValue,
  entry: ConfigValue,
  keys: Keys,
  exported: Map<string, string>,
): Generator<Refusal> {
  const name = textAt(entry, 'name');
  const other = exported.get(name);
  const key = textAt(variable, 'key');
  if (other !== undefined) {
    const message =
      other === key
        ? `the variable "${key}" is exported as ${name} twice.`
        : `the variables "${other}" and "${key}" are both exported as ${name}.`;
    yield duplicate([...keys, 'name'], message);
  }
  exported.set(name, other ?? key);
  const dataType = textAt(variable, 'dataType');
  if (listAt(entry, 'transformers').length === 0 || !plain.has(dataType)) return;
  const message = `the data type ${dataType} has no transformers.`;
  yield { code: 'hub-value', keys: [...keys, 'transformers'], message, fix: 'Leave them out.' };
}
