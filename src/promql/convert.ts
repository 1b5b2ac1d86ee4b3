import { refuse } from '../model/text-problem';
import type {
  Aggregation,
  BinaryOperator,
  Grouping,
  Matcher,
  Matching,
  MatchOperator,
  PromqlExpression,
  TextRange,
  VectorSelector,
} from './ast';
import { DurationConverter } from './convert-duration';
import type { GrammarTree } from './grammar';
import { keywordOf } from './language';
import type { PromqlToken } from './lexer';
import { type Modifiers, type Piece, regroup } from './regroup';
import type { PromqlRelease } from './release';
import { withExtension, withRange, withSubquery, withTime } from './suffix';
import { childrenOf, type SyntaxNode } from './syntax-node';

/** The expression that the grammar found in the tokens of a text. What the release's own grammar refuses is refused. */
export function convert(
  tokens: readonly PromqlToken[],
  grammar: GrammarTree,
  release: PromqlRelease,
): PromqlExpression {
  return new Converter(tokens, grammar, release).expression(childrenOf(grammar.top)[0] as SyntaxNode);
}

class Converter {
  private readonly durations: DurationConverter;

  constructor(
    private readonly tokens: readonly PromqlToken[],
    private readonly grammar: GrammarTree,
    private readonly release: PromqlRelease,
  ) {
    this.durations = new DurationConverter((node) => this.tokensOf(node), release);
  }

  expression(node: SyntaxNode): PromqlExpression {
    return regroup(this.pieces(node));
  }

  private pieces(node: SyntaxNode): readonly Piece[] {
    const [first, second, ...rest] = childrenOf(node) as [SyntaxNode, SyntaxNode, ...SyntaxNode[]];
    const range = this.rangeOf(node);
    switch (node.name) {
      case 'BinaryExpr': {
        const right = rest.at(-1) as SyntaxNode;
        const operator = this.tokenOf(second).text.toLowerCase() as BinaryOperator;
        const modifiers = this.modifiers(rest.slice(0, -1));
        if (/^[<>]\/$/.test(operator)) this.since3(this.rangeOf(second), `The operator "${operator}"`);
        return [...this.pieces(first), { kind: 'operator', operator, modifiers }, ...this.pieces(right)];
      }
      case 'UnaryExpr':
        return [this.sign(this.tokenOf(first)), ...this.pieces(second)];
      case 'NumberDurationLiteral':
        return this.number(node);
      case 'OffsetExpr': {
        const offset = this.durations.behindOffset(rest[0] as SyntaxNode);
        return [...this.pieces(first), { kind: 'offset', ...offset, range }];
      }
      case 'StepInvariantExpr': {
        const at = this.time(rest[0] as SyntaxNode);
        return [...this.pieces(first), { kind: 'suffix', apply: (tree) => withTime(tree, at, range) }];
      }
      case 'MatrixSelector': {
        const over = this.durations.between(second);
        return [...this.pieces(first), { kind: 'suffix', apply: (tree) => withRange(tree, over, range, this.release) }];
      }
      case 'SubqueryExpr': {
        const over = this.durations.between(second);
        const step = rest[0] === undefined ? undefined : this.durations.between(rest[0]);
        return [...this.pieces(first), { kind: 'suffix', apply: (tree) => withSubquery(tree, over, step, range) }];
      }
      case 'AnchoredExpr':
      case 'SmoothedExpr': {
        const extended = node.name === 'AnchoredExpr' ? 'anchored' : 'smoothed';
        this.since3(this.rangeOf(second), `"${extended}"`);
        return [...this.pieces(first), { kind: 'suffix', apply: (tree) => withExtension(tree, extended, range) }];
      }
      default:
        return [{ kind: 'operand', tree: this.operand(node, range) }];
    }
  }

  private operand(node: SyntaxNode, range: TextRange): PromqlExpression {
    const children = childrenOf(node);
    switch (node.name) {
      case 'ParenExpr':
        return { kind: 'paren', of: this.expression(children[0] as SyntaxNode), range };
      case 'StringLiteral':
        return { kind: 'string', value: this.tokenOf(node).content ?? '', range };
      case 'FunctionCall': {
        const [name, body] = children as [SyntaxNode, SyntaxNode];
        return { kind: 'call', name: this.tokenOf(name).text, arguments: this.arguments(body), range };
      }
      case 'AggregateExpr':
        return this.aggregation(children, range);
      default:
        return this.selector(children, range);
    }
  }

  private arguments(body: SyntaxNode): readonly PromqlExpression[] {
    return childrenOf(body).map((argument) => this.expression(argument));
  }

  private aggregation(children: readonly SyntaxNode[], range: TextRange): Aggregation {
    const named = (name: string) => children.find((child) => child.name === name);
    const modifier = named('AggregateModifier');
    return {
      kind: 'aggregation',
      operator: this.tokenOf(named('AggregateOp') as SyntaxNode).text.toLowerCase(),
      ...(modifier && { grouping: this.grouping(modifier) }),
      arguments: this.arguments(named('FunctionCallBody') as SyntaxNode),
      range,
    };
  }

  private grouping(modifier: SyntaxNode): Grouping {
    const [kind, labels] = childrenOf(modifier) as [SyntaxNode, SyntaxNode];
    return { kind: kind.name === 'By' ? 'by' : 'without', labels: this.labels(labels) };
  }

  private modifiers(nodes: readonly SyntaxNode[]): Modifiers {
    const named = (name: string) => nodes.find((node) => node.name === name);
    const matching = named('MatchingModifierClause');
    const fill = named('FillModifier');
    return {
      ...(named('BoolModifier') && { bool: true }),
      ...(matching && { matching: this.matching(matching) }),
      ...(fill && { fill: this.fill(fill) }),
    };
  }

  private matching(node: SyntaxNode): Matching {
    const [kind, labels, group, groupLabels] = childrenOf(node) as [SyntaxNode, SyntaxNode, ...SyntaxNode[]];
    return {
      kind: kind.name === 'On' ? 'on' : 'ignoring',
      labels: this.labels(labels),
      ...(group && {
        group: {
          side: group.name === 'GroupLeft' ? 'left' : 'right',
          labels: groupLabels === undefined ? [] : this.labels(groupLabels),
        },
      }),
    };
  }

  private fill(node: SyntaxNode): { left?: number; right?: number } {
    this.since3(this.rangeOf(node), '"fill"');
    let fill: { left?: number; right?: number } = {};
    for (const clause of childrenOf(node)) {
      const value = this.signedNumber(childrenOf(clause)[1] as SyntaxNode);
      if (clause.name !== 'FillRightClause') fill = { ...fill, left: value };
      if (clause.name !== 'FillLeftClause') fill = { ...fill, right: value };
    }
    return fill;
  }

  /** The names in a list of labels. */
  private labels(node: SyntaxNode): readonly string[] {
    return childrenOf(node).map((label) => {
      const { type, text, content = '', range } = this.tokenOf(label);
      const fix = 'Write the name of a label: letters, digits and "_", and no digit first.';
      if (type === 'string') {
        this.since3(range, 'The name of a label between quotes');
        if (content === '' || /[\uDC80-\uDCFF]/.test(content.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, ''))) {
          refuse(range, `${text} is no name of a label.`, fix);
        }
        return content;
      }
      const isName = this.release === '2.54.1' ? !text.includes(':') : true;
      if (!isName || keywordOf(this.release, text)?.label === false)
        refuse(range, `"${text}" is no name of a label.`, fix);
      return text;
    });
  }

  private selector(children: readonly SyntaxNode[], range: TextRange): VectorSelector {
    const named = (name: string) => children.find((child) => child.name === name);
    const identifier = named('Identifier');
    const matchers = named('LabelMatchers');
    return {
      kind: 'vector',
      ...(identifier && { name: this.metricName(this.tokenOf(identifier)) }),
      matchers: matchers === undefined ? [] : childrenOf(matchers).map((matcher) => this.matcher(matcher)),
      range,
    };
  }

  private metricName({ text, range }: PromqlToken): string {
    if (keywordOf(this.release, text)?.metric === false) {
      refuse(
        range,
        `"${text}" stands where an expression is expected.`,
        `Write {__name__="${text}"} for a metric of this name.`,
      );
    }
    return text;
  }

  private matcher(node: SyntaxNode): Matcher {
    const range = this.rangeOf(node);
    const [label, operator, value] = childrenOf(node) as [SyntaxNode, ...SyntaxNode[]];
    if (operator === undefined || value === undefined) {
      return { label: '__name__', operator: '=', value: this.tokenOf(node).content ?? '', range };
    }
    const { text, content = text } = this.tokenOf(label);
    return {
      label: content,
      operator: this.tokenOf(operator).text as MatchOperator,
      value: this.tokenOf(value).content ?? '',
      range,
    };
  }

  private time(node: SyntaxNode): number | 'start' | 'end' {
    if (node.name === 'NumberDurationLiteral') return this.signedNumber(node);
    return this.tokenOf(node).text.toLowerCase() as 'start' | 'end';
  }

  private signedNumber(node: SyntaxNode): number {
    const tokens = this.tokensOf(node);
    const value = this.durations.literal(tokens.at(-1) as PromqlToken).value;
    return tokens[0]?.text === '-' ? -value : value;
  }

  /** A number, and the sign that the grammar takes as its part. */
  private number(node: SyntaxNode): readonly Piece[] {
    const tokens = this.tokensOf(node);
    const tree = this.durations.literal(tokens.at(-1) as PromqlToken);
    return [...tokens.slice(0, -1).map((token) => this.sign(token)), { kind: 'operand', tree }];
  }

  private sign({ text, range }: PromqlToken): Piece {
    return { kind: 'sign', operator: text as '+' | '-', range };
  }

  private since3(range: TextRange, what: string): void {
    if (this.release !== '2.54.1') return;
    refuse(
      range,
      `${what} came with Prometheus 3, and this is ${this.release}.`,
      'Write it in another way, or use Prometheus 3.',
    );
  }

  private tokenOf(node: SyntaxNode): PromqlToken {
    return this.tokens[this.grammar.tokenAt(node.from)] as PromqlToken;
  }

  private tokensOf(node: SyntaxNode): readonly PromqlToken[] {
    return this.tokens.slice(this.grammar.tokenAt(node.from), this.grammar.tokenAt(node.to));
  }

  private rangeOf(node: SyntaxNode): TextRange {
    const tokens = this.tokensOf(node);
    return { start: tokens[0]?.range.start ?? 0, end: tokens.at(-1)?.range.end ?? 0 };
  }
}
