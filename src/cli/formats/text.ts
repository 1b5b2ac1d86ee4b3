import type { LocatedIssue } from '../../source/located';
import { type Colour, painter } from '../colours';
import { excerpt } from './excerpt';
import { counted, type Format } from './report';

const colourOf = { error: 'red', warning: 'yellow' } as const satisfies Record<LocatedIssue['severity'], Colour>;

/** For people: each issue with the line of the file that it is about. */
export const text: Format = ({ issues, summary }, line, colours) => {
  const paint = painter(colours);
  const blocks = issues.map((issue) => {
    const { severity, file, line: row, column, path, message, fix, code } = issue;
    const place = paint('bold', `${file}:${row}:${column}:`);
    const kind = paint(colourOf[severity], `${severity}:`);
    const subject = path === '' ? '' : `${path}: `;
    const shown = excerpt(line(file, row), column, code);
    const source = shown && `  ${shown.text}\n  ${paint(colourOf[severity], shown.caret)}\n`;
    return `${place} ${kind} ${subject}${message} ${fix} ${paint('dim', `[${code}]`)}\n${source ?? ''}`;
  });
  const { files, errors, warnings } = summary;
  const told = `${counted(files, 'file')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  const colour = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
  return `${blocks.map((block) => `${block}\n`).join('')}${paint(colour, told)}\n`;
};
