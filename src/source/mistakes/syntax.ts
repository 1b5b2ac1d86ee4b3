import { YAMLException } from 'js-yaml';
import { eventsOf } from '../events';
import { regionsOf } from '../regions';
import type { Finding } from './finding';

/** Why a text is no YAML, where the mistake was made rather than where it shows. */
export function syntaxMistake(text: string, { reason, mark }: YAMLException): Finding {
  const at = Math.min(mark?.position ?? 0, text.length);
  const failure: Failure = { text, at, reason, line: lineAt(text, at), before: text.slice(lineStart(text, at), at) };
  for (const diagnose of diagnoses) {
    const found = diagnose(failure);
    if (found !== undefined) return { code: 'yaml-syntax', severity: 'error', offset: at, pointer: [], ...found };
  }
  const message = `this is no YAML: ${reason}.`;
  return { code: 'yaml-syntax', severity: 'error', offset: at, pointer: [], message, fix: 'Correct it.' };
}

interface Failure {
  readonly text: string;
  /** Where the parser gave up. */
  readonly at: number;
  readonly reason: string;
  /** The line of that place, and what of it is before the place. */
  readonly line: string;
  readonly before: string;
}

type Diagnosis = Pick<Finding, 'message' | 'fix'> & Partial<Pick<Finding, 'code' | 'offset'>>;

/** The first that says something is right. */
const diagnoses: readonly ((failure: Failure) => Diagnosis | undefined)[] = [
  ({ text }) => {
    const marker = /^(?:<{7}|>{7})(?: |\r?$)/m.exec(text);
    if (marker === null) return undefined;
    const message = 'this file has marks of a merge conflict.';
    return {
      offset: marker.index,
      message,
      fix: 'Resolve the conflict, and remove the lines with <<<<<<<, ======= and >>>>>>>.',
    };
  },
  ({ text }) => {
    // Some templates read like YAML: `{{ .Values.x }}` is a map with a map as its key, which is refused.
    const blocks = regionsOf(text).filter(({ kind }) => kind === 'block');
    const template = [...text.matchAll(/^([ \t]*(?:-[ \t]+)*(?:[^\s#'"][^#'"\n]*:[ \t]+)?)\{\{/gm)].find(
      ({ index }) => !blocks.some(({ start, end }) => start < index && index < end),
    );
    if (template === undefined) return undefined;
    const message = 'this is a template (of Helm, by its looks), not YAML yet.';
    const fix =
      'Check what is made of it (helm template … | mdai check -), or put texts that begin with "{{" in quotes.';
    return { code: 'yaml-template', offset: template.index + (template[1] ?? '').length, message, fix };
  },
  ({ text, at }) => {
    const open = regionsOf(text).find(({ kind, start, end }) => kind === 'flow' && start < at && end === text.length);
    if (open === undefined || /[\]}]\s*$/.test(text)) return undefined;
    return { offset: open.start, message: 'a bracket or brace is opened here, and not closed.', fix: 'Close it.' };
  },
  ({ reason, text, at }) => {
    if (!reason.startsWith('tab characters')) return undefined;
    return {
      offset: lineStart(text, at),
      message: 'a tab indents this line, and YAML takes spaces only.',
      fix: 'Write spaces.',
    };
  },
  ({ text, at, before }) => {
    if (text.charAt(at) !== ':' || !/:[ \t]+[^"'\s]/.test(before)) return undefined;
    return { message: 'a text that holds ": " ends here for YAML.', fix: 'Put the whole text in quotes.' };
  },
  ({ text, at, before }) => {
    const sign = text.charAt(at);
    if (!'@%`'.includes(sign) || sign === '' || !/(?:^|:|-)[ \t]*$/.test(before)) return undefined;
    return { message: `a text cannot begin with "${sign}".`, fix: 'Put it in quotes.' };
  },
  ({ reason, text, at }) => {
    if (!/alias/.test(reason)) return undefined;
    const start = text.lastIndexOf('*', at);
    const written = /^\*[^\s,\]}]*/.exec(text.slice(start))?.[0] ?? '*';
    const message = `${written} is an alias, of an anchor that is not there.`;
    return {
      offset: start,
      message,
      fix: `If it is a text, put it in quotes; else name an anchor above, "&${written.slice(1) || 'name'}".`,
    };
  },
  ({ before, reason }) => {
    if (!/["'][ \t]*$/.test(before) || !reason.startsWith('bad indentation') || !/[:-][ \t]+["']/.test(before))
      return undefined;
    return {
      message: 'something stands behind the closing quote.',
      fix: 'Write all of it inside the quotes, and double the quotes inside.',
    };
  },
  ({ text, at, before }) => {
    if (!/^-[ \t]/.test(text.slice(at)) || !/:[ \t]+$/.test(before)) return undefined;
    return {
      message: 'a list cannot begin on the line of its key.',
      fix: 'Begin it on the next line, or write it in brackets.',
    };
  },
  ({ reason }) => {
    if (reason !== 'a line break is expected') return undefined;
    return {
      message: 'nothing may stand behind the sign of a block of text.',
      fix: 'Begin the text on the next line, or put it in quotes.',
    };
  },
  ({ reason, text, at }) => {
    const open = /within a (double|single) quoted|within a flow/.exec(reason);
    if (open === null) return undefined;
    const what = open[1] === undefined ? 'a bracket or brace' : 'a quote';
    return { offset: opened(text, reason) ?? at, message: `${what} is opened here, and not closed.`, fix: 'Close it.' };
  },
  ({ reason }) => {
    if (reason !== 'unknown escape sequence') return undefined;
    return { message: 'this escape is unknown.', fix: 'Write the text in single quotes, or "\\\\" for a backslash.' };
  },
  ({ text, at }) => {
    const place = lineStart(text, at);
    const above = lineStart(text, Math.max(0, place - 1));
    const tight = [above, place].find((start) => /^[ \t]*[A-Za-z_][\w./-]*:[^\s:/]/.test(lineAt(text, start)));
    if (tight === undefined) return undefined;
    const offset = tight + (lineAt(text, tight).indexOf(':') + 1);
    return {
      offset,
      message: 'there is no space behind the colon, so that this is no key.',
      fix: 'Write a space behind it.',
    };
  },
  ({ reason, text, at }) => {
    if (!reason.includes('multiline key') && !reason.startsWith('end of the stream')) return undefined;
    const above = /(?:^|\n)([ \t]*)([^\s#][^\n]*)\n(?:[ \t]*(?:#[^\n]*)?\n)*$/.exec(text.slice(0, lineStart(text, at)));
    if (above === null || /^-(?:\s|$)|:(?:\s|$)/.test(above[2] ?? '')) return undefined;
    const offset = above.index + above[0].indexOf(above[2] ?? '');
    return {
      offset,
      message: 'this line is neither a key with a value nor an item of a list.',
      fix: 'Write "key: value".',
    };
  },
  ({ line, reason, text, at }) => {
    if (!reason.startsWith('end of the stream') && !reason.startsWith('bad indentation')) return undefined;
    if (!/^[ \t]*-(?:[ \t]|$)/.test(line)) return undefined;
    const message = 'an item of a list stands where a key is expected, or is indented otherwise than its list.';
    return { offset: lineStart(text, at) + indentOf(line), message, fix: 'Indent it as the items above.' };
  },
  ({ line, reason, text, at }) => {
    if (!reason.startsWith('bad indentation') && !reason.startsWith('end of the stream')) return undefined;
    if (!/^[ \t]*(?:"[^"]*"|'[^']*'|[^\s"'][^:]*):(?:[ \t]|$)/.test(line)) return undefined;
    const message = 'this line is neither inside of what is above nor beside it.';
    const fix = 'Indent it as its neighbours.';
    return { offset: lineStart(text, at) + indentOf(line), message, fix };
  },
];

/** Where something that is not closed was opened: on the first line without which the text would be whole. */
function opened(text: string, reason: string): number | undefined {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  let [whole, open] = [0, starts.length];
  while (open - whole > 1) {
    const middle = (whole + open) >> 1;
    if (reasonOf(text.slice(0, starts[middle])) === reason) open = middle;
    else whole = middle;
  }
  const start = starts[whole];
  if (start === undefined) return undefined;
  const line = lineAt(text, start);
  const sign = reason.includes('double') ? '"' : reason.includes('single') ? "'" : undefined;
  const column = sign === undefined ? Math.max(line.lastIndexOf('['), line.lastIndexOf('{')) : line.lastIndexOf(sign);
  return start + Math.max(column, 0);
}

function reasonOf(text: string): string | undefined {
  try {
    eventsOf(text);
    return undefined;
  } catch (error) {
    return error instanceof YAMLException ? error.reason : undefined;
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(lineStart(text, at), end === -1 ? text.length : end).replace(/\r$/, '');
}
