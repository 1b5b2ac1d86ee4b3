import type { LocatedIssue } from '../../source/located';
import { counted, type Format } from './report';

/** Commands of GitHub's workflows: each issue is shown at its line of a pull request. */
export const github: Format = ({ issues, summary }) => {
  const { files, errors, warnings } = summary;
  const told = `${counted(files, 'file')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  return `${issues.map(command).join('')}${told}\n`;
};

function command({ severity, file, line, column, code, path, message, fix }: LocatedIssue): string {
  const properties = { ...(file !== '-' && { file }), line, col: column, title: code };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${severity} ${listed.join(',')}::${data([path === '' ? '' : `${path}: `, message, ' ', fix].join(''))}\n`;
}

/** What GitHub's runner turns back. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
