import { refuse } from '../model/text-problem';
import { TemplateCursor } from './cursor';
import type { TemplateDialect } from './dialect';
import type { TemplateToken } from './lexer';
import { PipelineReader, type TemplateScope, type TemplateUse } from './pipeline';

/** Actions up to one that ends them. */
interface ActionList {
  /** The word that ends them. */
  readonly ended: TemplateToken;
  /** Whether there are none, and no text. */
  readonly isEmpty: boolean;
}

/** Reads the tokens of a template, as the parser of Go does, and remembers which data it names. */
export class TemplateGrammar {
  private readonly cursor: TemplateCursor;
  private readonly pipelines: PipelineReader;
  /** Templates inside of the template that hold something, by name. */
  private readonly defined = new Map<string, TemplateToken>();

  constructor(
    tokens: readonly TemplateToken[],
    private readonly dialect: TemplateDialect,
  ) {
    this.cursor = new TemplateCursor(tokens);
    this.pipelines = new PipelineReader(this.cursor, dialect);
  }

  get uses(): readonly TemplateUse[] {
    return this.pipelines.uses;
  }

  /** The whole template. */
  template(): void {
    const scope: TemplateScope = { variables: ['$', ...this.dialect.variables], ranges: 0, rooted: true };
    let isEmpty = true;
    for (let token = this.cursor.next(); token.type !== 'end'; token = this.cursor.next()) {
      if (token.type !== 'text' && this.cursor.isKeyword('define')) {
        this.define();
        continue;
      }
      isEmpty = false;
      const ended = token.type === 'text' ? undefined : this.action(token, scope);
      if (ended !== undefined) misplaced(ended);
    }
    const { name } = this.dialect;
    const same = name === undefined || isEmpty ? undefined : this.defined.get(name);
    if (same) definedTwice(same);
  }

  /** An action, whose braces have been read; the word that ends a block, where it is one. */
  private action(open: TemplateToken, scope: TemplateScope): TemplateToken | undefined {
    const { cursor } = this;
    const token = cursor.peek();
    if (token.type !== 'keyword') {
      this.pipelines.read(scope, 'action', open);
      return undefined;
    }
    cursor.next();
    switch (token.text) {
      case 'if':
      case 'with':
      case 'range':
        this.control(token, scope);
        return undefined;
      case 'end':
        cursor.close(token);
        return token;
      case 'else':
        if (!cursor.isKeyword('if', 'with')) cursor.close(token);
        return token;
      case 'break':
      case 'continue':
        if (scope.ranges === 0) refuse(token.range, `"${token.text}" stands outside of "range".`, 'Remove it.');
        cursor.close(token);
        return undefined;
      case 'template':
        cursor.name(token);
        if (cursor.peek().type === 'close') cursor.next();
        else this.pipelines.read(scope, 'template', token);
        return undefined;
      case 'block': {
        const name = cursor.name(token);
        this.pipelines.read(scope, 'block', token);
        this.body(token, name);
        return undefined;
      }
      default:
        return misplaced(token);
    }
  }

  private define(): void {
    const token = this.cursor.next();
    const name = this.cursor.name(token);
    this.cursor.close(token);
    this.body(token, name);
  }

  /** A template inside of the template, which knows only its own data. Of two with one name, one may be empty. */
  private body(of: TemplateToken, name: TemplateToken): void {
    const { ended, isEmpty } = this.list(of, { variables: ['$'], ranges: 0, rooted: false });
    if (ended.text !== 'end') misplaced(ended);
    if (isEmpty) return;
    const { content = '' } = name;
    if (this.defined.has(content)) definedTwice(name);
    this.defined.set(content, name);
  }

  private list(of: TemplateToken, scope: TemplateScope): ActionList {
    for (let isEmpty = true; ; isEmpty = false) {
      const token = this.cursor.next();
      if (token.type === 'end') refuse(of.range, `"${of.text}" is not ended.`, 'Write {{ end }} where it ends.');
      const ended = token.type === 'text' ? undefined : this.action(token, scope);
      if (ended !== undefined) return { ended, isEmpty };
    }
  }

  private control(token: TemplateToken, scope: TemplateScope): void {
    const known = scope.variables.length;
    const { rooted } = scope;
    this.pipelines.read(scope, token.text, token);
    if (token.text === 'range') scope.ranges++;
    if (token.text !== 'if') scope.rooted = false;
    const { ended } = this.list(token, scope);
    if (token.text === 'range') scope.ranges--;
    scope.rooted = rooted;
    if (ended.text === 'else') this.otherwise(token, scope);
    scope.variables.length = known;
  }

  /** What stands behind `else`. */
  private otherwise(token: TemplateToken, scope: TemplateScope): void {
    const next = this.cursor.peek();
    if (token.text !== 'range' && this.cursor.isKeyword(token.text)) this.control(this.cursor.next(), scope);
    else if (this.cursor.isKeyword('if', 'with')) {
      refuse(
        next.range,
        `"else ${next.text}" stands in "${token.text}".`,
        `Write {{ else }}{{ ${next.text} … }} … {{ end }}.`,
      );
    } else {
      const { ended } = this.list(token, scope);
      if (ended.text !== 'end') misplaced(ended);
    }
  }
}

function misplaced(token: TemplateToken): never {
  const fix = token.text === 'end' ? 'Remove it, or write {{ if … }} before.' : 'Remove it.';
  return refuse(token.range, `"${token.text}" belongs to nothing that is open.`, fix);
}

function definedTwice({ text, range }: TemplateToken): never {
  return refuse(range, `The template ${text} is defined twice.`, 'Give one of them another name.');
}
