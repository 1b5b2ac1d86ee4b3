import type { Call, Lambda } from './ast';
import type { Dialect } from './dialect';
import type { OttlProblem } from './problem';
import type { Source } from './source';
import { childrenOf, type OttlNode } from './walk';

/** What the grammar takes and the collector refuses all the same. */
export function misplaced(tree: OttlNode, source: Source, { converterKeys }: Dialect): readonly OttlProblem[] {
  const problems: OttlProblem[] = [];
  const visit = (node: OttlNode, parent: OttlNode | undefined): void => {
    if (node.kind === 'call') {
      const problem = parent?.kind === 'statement' && node === parent.editor ? editor(node) : converter(node, source);
      if (problem !== undefined) problems.push(problem);
    }
    if (node.kind === 'lambda' && (parent?.kind !== 'call' || parent.keys.includes(node as never))) {
      problems.push(lambda(node, parent));
    }
    const looked = node.kind === 'call' && !converterKeys ? { ...node, keys: [] } : node;
    for (const child of childrenOf(looked)) visit(child, node);
  };
  visit(tree, undefined);
  return problems;
}

/** Whether a function's name is that of an editor, which changes a record, and gives no value. */
export function isEditorName(name: string): boolean {
  return /^[a-z]/.test(name);
}

const nowhere = { start: 0, end: 0 };

function editor(call: Call): OttlProblem | undefined {
  const range = call.range ?? nowhere;
  if (!isEditorName(call.name)) {
    const message = `${call.name} is a converter, which gives a value, and changes nothing.`;
    return { range, message, fix: `Write an editor around it, such as "set(…, ${call.name}(…))".` };
  }
  if (call.keys.length === 0) return undefined;
  return { range, message: `${call.name} is an editor, which gives nothing that has keys.`, fix: 'Remove the keys.' };
}

function converter(call: Call, source: Source): OttlProblem | undefined {
  if (!isEditorName(call.name)) return undefined;
  const range = call.range ?? nowhere;
  const capital = call.name.charAt(0).toUpperCase() + call.name.slice(1);
  const message = `${call.name} is written as an editor, which gives no value, and stands where a value is needed.`;
  const whole = range.start === 0 && range.end === source.text.length;
  const fix = whole
    ? 'Write a condition here; a statement belongs into a field of statements.'
    : `Write a converter; its name begins with a capital letter, such as "${capital}".`;
  return { range, message, fix };
}

function lambda(node: Lambda, parent: OttlNode | undefined): OttlProblem {
  const range = node.range ?? nowhere;
  if (parent?.kind === 'lambda') {
    return { range, message: 'A lambda gives another lambda.', fix: 'Let it give a value or a condition.' };
  }
  return {
    range,
    message: 'A lambda stands where no function takes it.',
    fix: 'Write it as an argument of a function.',
  };
}
