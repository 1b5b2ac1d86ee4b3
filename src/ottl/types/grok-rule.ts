import { didYouMean } from '../../model/nearest';
import type { Release } from '../../model/release';
import { language } from '../language';
import { hasNamedGroup, isRegexp } from './patterns';
import type { Arguments } from './start';
import type { StartRule } from './start-rule';

/** What ExtractGrokPatterns asks of its pattern, and of the definitions of others beside it. */
export const grok: StartRule = (given, release) => {
  for (const item of given.items('pattern_definitions') ?? []) {
    const text =
      item.kind === 'string' ? item.parts.map((part) => (typeof part === 'string' ? part : '=')).join('') : '=';
    if (!/^[^:=]*=/.test(text)) {
      return {
        argument: 'pattern_definitions',
        message: `"${text}" is no definition`,
        fix: 'Write e.g. "NAME=\\\\w+".',
      };
    }
  }
  const text = given.text('pattern');
  if (text === undefined) return undefined;
  const nco = given.value('named_captures_only');
  if (nco?.kind === 'bool' && nco.value && !text.includes('%{') && !hasNamedGroup(text)) {
    return { argument: 'pattern', message: 'the pattern names nothing', fix: 'Write e.g. "%{NUMBER:count}".' };
  }
  const unknown = unknownPattern(given, text, release);
  if (unknown !== undefined) {
    const fix = didYouMean(unknown, language(release).names.grok, 'Define it with pattern_definitions.');
    return { argument: 'pattern', message: `there is no pattern ${unknown}`, fix };
  }
  if (isRegexp(text.replaceAll(/%\{\w+(?::[\w+.]+(?::\w+)?)?\}/g, '()'))) return undefined;
  return { argument: 'pattern', message: `"${text}" is no pattern`, fix: 'Escape what is meant as it is.' };
};

/** The first name in a pattern that nobody defines. */
function unknownPattern(given: Arguments, text: string, release: Release): string | undefined {
  const defined = (given.items('pattern_definitions') ?? []).flatMap((item) =>
    item.kind === 'string' && typeof item.parts[0] === 'string' ? [item.parts[0].split('=', 1)[0] ?? ''] : [],
  );
  const names = [...text.matchAll(/%\{(\w+)(?::[\w+.]+(?::\w+)?)?\}/g)].map(([, name = '']) => name);
  return names.find((name) => !defined.includes(name) && !language(release).names.grok.includes(name));
}
