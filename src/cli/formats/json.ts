import type { Format } from './report';

/** One document, whose fields are a contract. */
export const json: Format = ({ issues, summary }) => {
  const shown = issues.map(({ code, severity, file, line, column, path, message, fix }) => ({
    code,
    severity,
    file,
    line,
    column,
    path,
    message,
    fix,
  }));
  return `${JSON.stringify({ issues: shown, summary }, undefined, 2)}\n`;
};
