import { configRules } from '../alertmanager/config-rules';
import { httpRules } from '../alertmanager/http-rules';
import { integrationRules } from '../alertmanager/integration-rules';
import { type StructRule, section } from '../alertmanager/rule';
import { structsOf } from '../alertmanager/schema';
import { structsIn } from '../alertmanager/walk';
import { type AlertmanagerModel, alertmanagerRelease } from '../model/alertmanager';
import type { Issue } from '../model/issue';
import { error, type Rule } from './rule';

const rules: Readonly<Record<string, StructRule>> = { ...configRules, ...httpRules, ...integrationRules };

/** What Alertmanager refuses beyond the types of fields: what is missing, what excludes each other, unknown choices. */
export const alertmanagerRules: Rule = (model) => model.alertmanagers.flatMap(faults);

function faults({ path, config, version }: AlertmanagerModel): Issue[] {
  const structs = structsOf(alertmanagerRelease(version));
  const global = section(config.global);
  return structsIn(structs, config).flatMap((at) => {
    const rule = rules[at.struct];
    const place = at.path === '' ? path : `${path}/${at.path}`;
    return [...(rule?.(at.value, global) ?? [])].map(({ field, message, fix }) =>
      error('alertmanager-value', field === undefined ? place : `${place}/${field}`, `it ${message}`, fix),
    );
  });
}
