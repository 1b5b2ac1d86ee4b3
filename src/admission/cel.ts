import { type ConfigMap, isConfigMap } from '../model/config';

/** A rule that a definition says in CEL. */
export interface CelRule {
  readonly allows: (self: ConfigMap) => boolean;
  /** What is wrong, after the place. */
  readonly message: string;
  readonly fix: string;
  /** The field that it is about. */
  readonly field?: string;
}

const metaTypes: ReadonlySet<unknown> = new Set(['metaHashSet', 'metaPriorityList']);

/** Every rule of the definitions, by its expression. */
export const celRules: Readonly<Record<string, CelRule>> = {
  '(has(self.secretKeyRef)?1:0)+(has(self.configMapKeyRef)?1:0)==1': exactlyOne('secretKeyRef', 'configMapKeyRef'),
  '(has(self.value)?1:0)+(has(self.valueFrom)?1:0)==1': exactlyOne('value', 'valueFrom'),
  '(has(self.alertName)) != (has(self.variableUpdated))': exactlyOne('alertName', 'variableUpdated'),
  "self.type == 'meta' ? self.dataType in ['metaHashSet', 'metaPriorityList'] : self.dataType in ['string', 'int', 'boolean', 'set', 'map']":
    {
      allows: ({ type, dataType }) => (type === 'meta') === metaTypes.has(dataType),
      message: 'mixes the type of one kind of variable with the data type of another',
      fix: 'A variable of type meta has the data type metaHashSet or metaPriorityList, and every other has one of string, int, boolean, set and map.',
      field: 'dataType',
    },
};

function exactlyOne(one: string, other: string): CelRule {
  return {
    allows: (self) => Object.hasOwn(self, one) !== Object.hasOwn(self, other),
    message: `needs exactly one of "${one}" and "${other}"`,
    fix: `Write "${one}" or "${other}".`,
  };
}

/** The rules of a schema that a value breaks. What is no map breaks another rule already. */
export function brokenRules(expressions: readonly string[], value: unknown): readonly CelRule[] {
  if (!isConfigMap(value)) return [];
  return expressions.flatMap((expression) => {
    const rule = celRules[expression];
    return rule === undefined || rule.allows(value) ? [] : [rule];
  });
}
