import type { PromqlToken } from './lexer';
import type { PromqlRelease } from './release';
import { type Role, rolesOf } from './roles';
import type { SyntaxNode } from './syntax-node';

/** What the upstream grammar makes of the tokens of a text. */
export interface GrammarTree {
  /** The whole text. */
  readonly top: SyntaxNode;
  readonly roles: readonly Role[];
  /** The index of the token that stands at an offset, or behind it. */
  tokenAt(offset: number): number;
  /** The index of the first token that fits no rule; `undefined` where all do. */
  readonly misfit: number | undefined;
}

/**
 * Lets the grammar of Prometheus' own editor read tokens. It is made for an editor: it knows only the functions of one
 * release, takes fewer numbers and other strings than the server, and reads some names as keywords. So it sees, for each
 * token, one that stands for all of the kind; what the token holds is ours to read.
 */
export function readGrammar(tokens: readonly PromqlToken[], release: PromqlRelease): GrammarTree {
  const roles = rolesOf(tokens, release);
  const starts: number[] = [];
  let text = '';
  for (const [i, token] of tokens.entries()) {
    starts.push(text.length);
    text += `${standIn(token, roles[i] ?? 'other')} `;
  }
  // Loaded with the first expression: many programs have none.
  const { parser } = require('@prometheus-io/lezer-promql') as typeof import('@prometheus-io/lezer-promql');
  const tree = parser.parse(text);
  const tokenAt = (offset: number): number => {
    let low = 0;
    let high = tokens.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let misfit: number | undefined;
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError) misfit = Math.min(misfit ?? tokens.length, tokenAt(from));
    },
  });
  return { top: tree.topNode, roles, tokenAt, misfit };
}

function standIn({ type, text }: PromqlToken, role: Role): string {
  switch (type) {
    case 'number':
    case 'duration':
      return '1';
    case 'string':
      return '""';
    case 'symbol':
    case 'end':
      return text;
    case 'word':
      if (role === 'function') return 'abs';
      if (role === 'metric') return 'm';
      return role === 'label' ? 'l' : text.toLowerCase();
  }
}
