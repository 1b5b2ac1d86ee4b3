import type { Statement } from './code';
import { namesIn } from './imports';

/** Statements in which a variable that nothing reads is none: what makes it runs all the same. */
export function withoutUnused(statements: readonly Statement[]): Statement[] {
  const used = new Set<string>();
  for (const statement of statements) namesIn(statement, used);
  return statements.map((statement) => {
    if (statement.kind !== 'const' || used.has(statement.name)) return statement;
    const { value, comment, notes } = statement;
    return { kind: 'run', value, ...(comment !== undefined && { comment }), ...(notes && { notes }) };
  });
}
