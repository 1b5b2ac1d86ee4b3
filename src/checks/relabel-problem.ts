import type { Keys } from '../model/keys';
import { isLabelName, type NameScheme } from '../model/label-name';
import type { RelabelModel } from '../model/scrape';
import { isWholeMatch } from '../model/whole-match';

type Action = NonNullable<RelabelModel['action']>;

const needsTarget: ReadonlySet<Action> = new Set([
  'replace',
  'hashmod',
  'lowercase',
  'uppercase',
  'keepequal',
  'dropequal',
]);
const withoutReplacement: ReadonlySet<Action> = new Set(['lowercase', 'uppercase', 'keepequal', 'dropequal']);

const legacyTemplate = /^(?:(?:[a-zA-Z_]|\$(?:\{\w+\}|\w+))+\w*)+$/;
const variable = /\$(?:\{\w+\}|\w+)/;

/** Why Prometheus refuses a step of relabelling. */
export interface RelabelProblem {
  readonly message: string;
  /** What of the step is wrong; the step itself where absent. */
  readonly keys?: Keys;
}

/**
 * Why Prometheus refuses a step of relabelling; `undefined` where it takes it (model/relabel/relabel.go).
 *
 * @param scheme which names the release takes
 */
export function relabelProblem(step: RelabelModel, scheme: NameScheme): RelabelProblem | undefined {
  const { action = 'replace', targetLabel, replacement, regex, modulus, separator, sourceLabels } = step;
  const isName = (name: string) => isLabelName(name, scheme);
  const isTemplate = (text: string) => (scheme === 'legacy' ? legacyTemplate.test(text) : isName(text));
  const bad = sourceLabels?.findIndex((name) => !isName(name)) ?? -1;
  if (bad !== -1) return { message: `"${sourceLabels?.[bad]}" is no name of a label`, keys: ['sourceLabels', bad] };
  if (regex !== undefined && !isWholeMatch(regex, 'prometheus'))
    return { message: `"${regex}" is no regular expression of RE2`, keys: ['regex'] };
  if (action === 'hashmod' && !modulus) return { message: 'hashmod needs a modulus' };
  if (needsTarget.has(action)) {
    if (!targetLabel) return { message: `${action} needs a targetLabel` };
    const holds = action === 'replace' && variable.test(targetLabel) ? isTemplate(targetLabel) : isName(targetLabel);
    if (!holds) return { message: `"${targetLabel}" is no name of a label`, keys: ['targetLabel'] };
  }
  if (withoutReplacement.has(action) && isSet(replacement, '$1'))
    return { message: `${action} takes no replacement`, keys: ['replacement'] };
  if (action === 'labelmap' && !isTemplate(replacement ?? '$1'))
    return { message: `"${replacement}" is no name of a label`, keys: ['replacement'] };
  if (action === 'keepequal' || action === 'dropequal') {
    if (isSet(regex, '(.*)') || modulus || isSet(separator, ';'))
      return { message: `${action} takes only sourceLabels and targetLabel` };
  }
  if (action === 'labeldrop' || action === 'labelkeep') {
    const others =
      sourceLabels !== undefined || targetLabel || modulus || isSet(separator, ';') || isSet(replacement, '$1');
    if (others) return { message: `${action} takes only a regex` };
  }
  return undefined;
}

function isSet(value: string | undefined, standard: string): boolean {
  return value !== undefined && value !== standard;
}
