import { didYouMean } from '../model/nearest';
import { refuse, type TextRange } from '../model/text-problem';
import type { TemplateCursor } from './cursor';
import { functionsOf, type TemplateDialect } from './dialect';
import type { TemplateToken } from './lexer';

/** Data that a template names, such as `$labels.job` or `index $labels "job"`. */
export interface TemplateUse {
  /** The name of the variable that the program sets; `root` for what the template was given as a whole. */
  readonly of: string;
  readonly fields: readonly string[];
  readonly range: TextRange;
}

/** What is known where a pipeline stands. Each definition inside of a template has its own. */
export interface TemplateScope {
  readonly variables: string[];
  /** How many ranges are around. */
  ranges: number;
  /** Whether `.` is still what the template was given. */
  rooted: boolean;
}

const unary = new Set(['bool', 'dot', 'nil', 'number', 'character', 'string']);

/** Reads pipelines: commands with `|` between them, and variables that they set. */
export class PipelineReader {
  readonly uses: TemplateUse[] = [];
  private readonly functions: ReadonlySet<string>;

  constructor(
    private readonly cursor: TemplateCursor,
    private readonly dialect: TemplateDialect,
  ) {
    this.functions = functionsOf(dialect);
  }

  /** Reads up to the braces, or the parenthesis, that end it. `context` is the word before it, or what it is. */
  read(scope: TemplateScope, context: string, of: TemplateToken, end: '}}' | ')' = '}}'): void {
    this.declarations(scope, context);
    for (let stage = 0; ; stage++) {
      const token = this.cursor.peek();
      const isEnd = end === '}}' ? token.type === 'close' : token.type === 'symbol' && token.text === ')';
      if (isEnd) {
        this.cursor.next();
        if (stage > 0) return;
        refuse(
          of.range,
          context === 'action' ? 'The braces are empty.' : `"${of.text}" has no value.`,
          'Write what it is about.',
        );
      }
      this.command(scope, stage);
    }
  }

  private declarations(scope: TemplateScope, context: string): void {
    for (let count = 1; this.cursor.peek().type === 'variable'; count++) {
      const back = this.cursor.mark();
      const variable = this.cursor.next();
      const sign = this.cursor.peek();
      if (sign.type !== 'symbol' || ![':=', '=', ','].includes(sign.text)) {
        back();
        return;
      }
      this.cursor.next();
      scope.variables.push(variable.text);
      if (sign.text !== ',') return;
      const next = this.cursor.peek();
      const second = next.type === 'variable' || next.type === 'close' || next.text === ')';
      if (context !== 'range' || count > 1 || !second) {
        refuse(
          variable.range,
          'Several variables are set at once.',
          'Write {{ range $key, $value := … }}, or one variable.',
        );
      }
    }
  }

  private command(scope: TemplateScope, stage: number): void {
    let count = 0;
    for (;;) {
      const token = this.cursor.peek();
      if (this.operand(scope, stage, count)) count++;
      else if (!isDelimiter(token)) unexpected(token);
      if (this.cursor.here.type === 'space' && !isDelimiter(this.cursor.peek())) continue;
      if (count === 0) refuse(token.range, `Nothing stands before "${token.text}".`, 'Write a value or a function.');
      const behind = this.cursor.peek();
      if (behind.type === 'symbol' && behind.text === '|') this.cursor.next();
      else if (!isDelimiter(behind)) unexpected(behind);
      return;
    }
  }

  private operand(scope: TemplateScope, stage: number, index: number): boolean {
    const token = this.cursor.peek();
    const fields: string[] = [];
    switch (token.type) {
      case 'identifier':
        if (!this.functions.has(token.text)) this.unknown(token);
        break;
      case 'variable':
        if (!scope.variables.includes(token.text)) this.undefinedVariable(token, scope);
        break;
      case 'field':
        fields.push(token.text.slice(1));
        break;
      case 'symbol':
        if (token.text !== '(') return false;
        break;
      default:
        if (!unary.has(token.type)) return false;
    }
    if (stage > 0 && index === 0 && unary.has(token.type)) {
      const message = `${token.text} stands behind "|", and is no function.`;
      refuse(token.range, message, 'Write a function there, such as printf.');
    }
    this.cursor.next();
    if (token.type === 'symbol') this.read(scope, 'parentheses', token, ')');
    for (let field = this.cursor.here; field.type === 'field'; field = this.cursor.here) {
      if (unary.has(token.type))
        refuse(field.range, `"${field.text}" stands behind ${token.text}, which has no fields.`, 'Remove it.');
      fields.push(field.text.slice(1));
      this.cursor.next();
    }
    this.use(token, fields, scope);
    return true;
  }

  private use(token: TemplateToken, fields: readonly string[], { rooted }: TemplateScope): void {
    const range: TextRange = { start: token.range.start, end: this.cursor.last.range.end };
    const { type, text } = token;
    if (type === 'variable' && text === '$') this.uses.push({ of: 'root', fields, range });
    else if (type === 'variable' && this.isGiven(text)) this.uses.push({ of: text.slice(1), fields, range });
    else if (type === 'field' && rooted) this.uses.push({ of: 'root', fields, range });
    else if (type === 'identifier' && text === 'index') this.index(range.start);
  }

  /** `index $labels "my.label"`. */
  private index(start: number): void {
    const [space, variable, second, key] = this.cursor.ahead(4);
    if (space?.type !== 'space' || variable?.type !== 'variable' || !this.isGiven(variable.text)) return;
    if (second?.type !== 'space' || key?.content === undefined) return;
    const range = { start, end: key.range.end };
    this.uses.push({ of: variable.text.slice(1), fields: [key.content], range });
  }

  private isGiven(variable: string): boolean {
    return this.dialect.variables.includes(variable);
  }

  private unknown({ text, range }: TemplateToken): never {
    const variable = `$${text}`;
    const fix = this.isGiven(variable)
      ? `Write "${variable}".`
      : didYouMean(text, this.functions, this.dialect.advice.function);
    return refuse(range, `There is no function "${text}".`, fix);
  }

  private undefinedVariable({ text, range }: TemplateToken, { variables }: TemplateScope): never {
    return refuse(
      range,
      `The variable "${text}" is not set.`,
      didYouMean(text, variables, this.dialect.advice.variable),
    );
  }
}

function isDelimiter({ type, text }: TemplateToken): boolean {
  return type === 'close' || (type === 'symbol' && (text === ')' || text === '|'));
}

function unexpected({ type, text, range }: TemplateToken): never {
  if (type === 'end') refuse(range, 'The template ends inside of braces.', 'Write "}}" where they end.');
  return refuse(range, `"${text}" fits nothing here.`, 'Write a value, a function, or "|" and a function.');
}
