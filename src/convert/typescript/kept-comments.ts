import { dump } from 'js-yaml';
import { at, type ConfigMap, strings } from '../../model/config';
import type { Release } from '../../model/release';
import type { SourceComment } from '../../source/comments/comment';
import { embeddedConfigs, parsedConfig } from './embedded';
import { put } from './put';
import { SecretComments } from './secret-comments';
import type { Difference, Wanted } from './wanted';

/** What is wanted of something, and the comments that come with it. */
export interface Kept extends Wanted {
  readonly comments: readonly SourceComment[];
}

/** Lines that speak to an editor of YAML. */
const modeline = /^\s*yaml-language-server\s*:/;

/**
 * The comments that are kept of something: without those that may hold a secret, which are listed, and without what speaks to
 * an editor of YAML. A text in which such a comment stands is written without its comments.
 *
 * @param read as it was read
 * @param wanted without its secrets
 */
export function keptComments(
  title: string,
  comments: readonly SourceComment[],
  read: ConfigMap,
  wanted: ConfigMap,
  release: Release,
): Kept {
  if (comments.length === 0) return { content: wanted, comments, differences: [] };
  const secrets = new SecretComments(read, textsOnlyIn(read, wanted), release);
  const said = comments.flatMap(withoutModelines);
  const left = said.filter((comment) => secrets.has(comment));
  let content = wanted;
  for (const { path, text } of embeddedConfigs(wanted)) {
    const config = parsedConfig(text);
    const isTold = left.some((comment) => comment.text?.join('\0') === path.join('\0'));
    if (isTold && config !== undefined && text === at(read, ...path))
      content = put(content, path, dump(config, { lineWidth: -1 })) as ConfigMap;
  }
  return {
    content,
    comments: said
      .filter((comment) => !left.includes(comment))
      .map((comment) => {
        const { text, ...others } = comment;
        return text === undefined || at(read, ...text) === at(content, ...text) ? comment : others;
      }),
    differences: left.map((comment) => leftOut(title, comment)),
  };
}

function leftOut(object: string, { pointer, file, lines }: SourceComment): Difference {
  return {
    object,
    path: pointer.join('/'),
    was: 'a secret',
    is: 'left out',
    reason: `A comment that may hold a secret, at ${file}:${lines[0]?.line ?? 1}: write it again without.`,
  };
}

/** Nothing of a comment that says nothing. */
function withoutModelines(comment: SourceComment): SourceComment[] {
  const lines = comment.lines.filter(({ text }) => !modeline.test(text));
  return lines.some(({ text }) => text !== '') ? [{ ...comment, lines }] : [];
}

/** Texts so short may stand in any comment. */
const shortest = 4;

/** Texts of the first that the second has no more. */
function textsOnlyIn(first: ConfigMap, second: ConfigMap): readonly string[] {
  if (first === second) return [];
  const kept = new Set(textsOf(second));
  return textsOf(first).filter((text) => text.length >= shortest && !kept.has(text));
}

function textsOf(content: ConfigMap): readonly string[] {
  const inner = embeddedConfigs(content).flatMap(({ text }) => [...strings(parsedConfig(text) ?? null)]);
  return [...strings(content), ...inner].map(({ text }) => text);
}
