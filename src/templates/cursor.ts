import { refuse } from '../model/text-problem';
import type { TemplateToken } from './lexer';

/** Where the reading of a template's tokens stands. */
export class TemplateCursor {
  private at = 0;

  constructor(private readonly tokens: readonly TemplateToken[]) {}

  /** The next token, be it a space. */
  get here(): TemplateToken {
    return this.tokens[this.at] as TemplateToken;
  }

  /** The token that was taken last. */
  get last(): TemplateToken {
    return this.tokens[this.at - 1] as TemplateToken;
  }

  /** The next token that is no space, without taking it. */
  peek(): TemplateToken {
    while (this.here.type === 'space') this.at++;
    return this.here;
  }

  /** Takes the next token that is no space; the end stays. */
  next(): TemplateToken {
    const token = this.peek();
    if (token.type !== 'end') this.at++;
    return token;
  }

  /** Some tokens from here on, spaces among them. */
  ahead(count: number): readonly TemplateToken[] {
    return this.tokens.slice(this.at, this.at + count);
  }

  /** What gets back to here. */
  mark(): () => void {
    const { at } = this;
    return () => {
      this.at = at;
    };
  }

  isKeyword(...words: readonly string[]): boolean {
    const { type, text } = this.peek();
    return type === 'keyword' && words.includes(text);
  }

  /** The braces that end an action. */
  close(of: TemplateToken): void {
    const { type, text, range } = this.next();
    if (type !== 'close') refuse(range, `"${text}" stands behind "${of.text}".`, `Write {{ ${of.text} }}.`);
  }

  /** The name of a template. */
  name(of: TemplateToken): TemplateToken {
    const token = this.next();
    if (token.type === 'string') return token;
    return refuse(of.range, `"${of.text}" has no name.`, `Write it between quotes: ${of.text} "name".`);
  }
}
