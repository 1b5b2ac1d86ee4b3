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

/**
 * Why Prometheus refuses a step of relabelling; `undefined` where it takes it (model/relabel/relabel.go).
 *
 * @param scheme which names the release takes
 */
export function relabelProblem(step: RelabelModel, scheme: NameScheme): string | undefined {
  const { action = 'replace', targetLabel, replacement, regex, modulus, separator, sourceLabels } = step;
  const isName = (name: string) => isLabelName(name, scheme);
  const isTemplate = (text: string) => (scheme === 'legacy' ? legacyTemplate.test(text) : isName(text));
  const bad = [...(sourceLabels ?? [])].find((name) => !isName(name));
  if (bad !== undefined) return `"${bad}" is no name of a label`;
  if (regex !== undefined && !isWholeMatch(regex, 'prometheus')) return `"${regex}" is no regular expression of RE2`;
  if (action === 'hashmod' && !modulus) return 'hashmod needs a modulus';
  if (needsTarget.has(action)) {
    if (!targetLabel) return `${action} needs a targetLabel`;
    const holds = action === 'replace' && variable.test(targetLabel) ? isTemplate(targetLabel) : isName(targetLabel);
    if (!holds) return `"${targetLabel}" is no name of a label`;
  }
  if (withoutReplacement.has(action) && isSet(replacement, '$1')) return `${action} takes no replacement`;
  if (action === 'labelmap' && !isTemplate(replacement ?? '$1')) return `"${replacement}" is no name of a label`;
  if (action === 'keepequal' || action === 'dropequal') {
    if (isSet(regex, '(.*)') || modulus || isSet(separator, ';'))
      return `${action} takes only sourceLabels and targetLabel`;
  }
  if (action === 'labeldrop' || action === 'labelkeep') {
    const others =
      sourceLabels !== undefined || targetLabel || modulus || isSet(separator, ';') || isSet(replacement, '$1');
    if (others) return `${action} takes only a regex`;
  }
  return undefined;
}

function isSet(value: string | undefined, standard: string): boolean {
  return value !== undefined && value !== standard;
}
