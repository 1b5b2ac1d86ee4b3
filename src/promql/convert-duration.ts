import { refuse } from '../model/text-problem';
import { inBounds, mathOfDurations, signedDuration } from './as-duration';
import type { DurationExpression, DurationOperator, NumberLiteral, TextRange } from './ast';
import type { PromqlToken } from './lexer';
import type { OffsetPiece } from './regroup';
import type { PromqlRelease } from './release';
import { childrenOf, type SyntaxNode } from './syntax-node';

/** Reads what stands in brackets and behind `offset`. */
export class DurationConverter {
  constructor(
    private readonly tokensOf: (node: SyntaxNode) => readonly PromqlToken[],
    private readonly release: PromqlRelease,
  ) {}

  /** A number or a duration, which has to be more than nothing in Prometheus 2. */
  literal({ type, text, value = 0, range }: PromqlToken): NumberLiteral {
    if (type === 'number') return { kind: 'number', value, range };
    if (value === 0 && this.release === '2.54.1') {
      refuse(range, `The duration ${text} is nothing.`, 'Write a duration that is longer, such as 1m.');
    }
    return { kind: 'number', value, duration: true, range };
  }

  /** What stands in brackets, which has to be positive in Prometheus 3. */
  between(node: SyntaxNode): DurationExpression {
    this.checkForm(node, /^1$/);
    const duration = this.convert(node);
    if (duration.kind === 'number' && duration.value <= 0 && this.release !== '2.54.1') {
      refuse(duration.range ?? this.rangeOf(node), 'The duration is not longer than nothing.', 'Write one such as 5m.');
    }
    return duration;
  }

  /**
   * What stands behind `offset`. The server takes some forms as they are; behind the others, which begin with parentheses
   * or two signs, it reads on as long as there are operators.
   */
  behindOffset(node: SyntaxNode): Pick<OffsetPiece, 'duration' | 'signs' | 'open'> {
    this.checkForm(node, /^-?1$/);
    const tokens = this.tokensOf(node);
    const signs = tokens.slice(
      0,
      tokens.findIndex((token) => !isSign(token)),
    );
    if (signs.length < 2) return { duration: this.convert(node), signs: [], open: tokens[0]?.text === '(' };
    let inner = node;
    for (const _ of signs) inner = childrenOf(inner)[1] as SyntaxNode;
    return { duration: this.convert(inner), signs: signs.map(({ text }) => text as '+' | '-'), open: true };
  }

  /** Prometheus 2 takes one number or duration, with a minus only behind `offset`. */
  private checkForm(node: SyntaxNode, form: RegExp): void {
    if (this.release !== '2.54.1') return;
    const tokens = this.tokensOf(node);
    const written = tokens.map(({ type, text }) => (type === 'number' || type === 'duration' ? '1' : text)).join('');
    if (form.test(written)) return;
    const message = `Prometheus ${this.release} takes one number or duration here.`;
    refuse(this.rangeOf(node), message, 'Write a duration such as 5m, or use Prometheus 3.');
  }

  convert(node: SyntaxNode): DurationExpression {
    const tokens = this.tokensOf(node);
    const range = this.rangeOf(node);
    const parts = childrenOf(node);
    const [first, second, third] = parts as [SyntaxNode, SyntaxNode, SyntaxNode];
    if (first.name === 'UnaryOp') return signedDuration(tokens[0]?.text as '+' | '-', this.convert(second), range);
    if (first.name === 'NumberDurationLiteralInDurationContext') {
      const literal = this.literal(tokens[0] as PromqlToken);
      return this.release === '2.54.1' ? literal : inBounds(literal);
    }
    if (first.name === 'DurationStep' || first.name === 'DurationRange') {
      return { kind: first.name === 'DurationStep' ? 'step' : 'range', range };
    }
    if (first.name === 'DurationMinOf' || first.name === 'DurationMaxOf') {
      const kind = first.name === 'DurationMinOf' ? 'min_of' : 'max_of';
      return { kind, left: this.convert(second), right: this.convert(third), range };
    }
    if (parts.length === 1) return { kind: 'durationParen', of: this.convert(first), range };
    const operator = this.tokensOf(second)[0]?.text as DurationOperator;
    return mathOfDurations(operator, this.convert(first), this.convert(third), range);
  }

  private rangeOf(node: SyntaxNode): TextRange {
    const tokens = this.tokensOf(node);
    return { start: tokens[0]?.range.start ?? 0, end: tokens.at(-1)?.range.end ?? 0 };
  }
}

function isSign(token: PromqlToken | undefined): boolean {
  return token?.text === '-' || token?.text === '+';
}
