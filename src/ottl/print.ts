import type { Argument, BooleanExpression, Call, Path, Statement, StringLiteral, ValueExpression } from './ast';
import { byteEscape, escaped, formatBytes, formatFloat } from './literal';
import { expressionOf, type TextForm } from './source';
import type { OttlNode } from './walk';

/** A condition in its one form: single spaces, and parentheses only where they are needed. */
export function printCondition(tree: BooleanExpression, form: TextForm = 'config'): string {
  return new Printer(form).condition(tree);
}

/** A statement in its one form. */
export function printStatement(tree: Statement, form: TextForm = 'config'): string {
  const printer = new Printer(form);
  const editor = printer.value(tree.editor);
  return tree.where === undefined ? editor : `${editor} where ${printer.condition(tree.where)}`;
}

/** A value in its one form. */
export function printValue(tree: ValueExpression, form: TextForm = 'config'): string {
  return new Printer(form).value(tree);
}

class Printer {
  constructor(private readonly form: TextForm) {}

  condition(tree: BooleanExpression): string {
    switch (tree.kind) {
      case 'or':
        return tree.terms.map((term) => this.within(term, ['or'])).join(' or ');
      case 'and':
        return tree.terms.map((term) => this.within(term, ['or', 'and'])).join(' and ');
      case 'not':
        return `not ${this.within(tree.of, ['or', 'and', 'not'])}`;
      case 'comparison':
        return `${this.value(tree.left)} ${tree.operator} ${this.value(tree.right)}`;
      case 'constant':
        return String(tree.value);
      default:
        return this.value(tree);
    }
  }

  private within(tree: BooleanExpression, looser: readonly BooleanExpression['kind'][]): string {
    const text = this.condition(tree);
    return looser.includes(tree.kind) ? `(${text})` : text;
  }

  value(tree: ValueExpression): string {
    switch (tree.kind) {
      case 'nil':
        return 'nil';
      case 'int':
      case 'bool':
        return String(tree.value);
      case 'float':
        return formatFloat(tree.value);
      case 'bytes':
        return formatBytes(tree.value);
      case 'string':
        return this.string(tree);
      case 'enum':
        return tree.name;
      case 'path':
        return this.path(tree);
      case 'call':
        return this.call(tree);
      case 'math':
        return this.math(tree);
      case 'sign': {
        const of = this.value(tree.of);
        return ['math', 'sign', 'int', 'float'].includes(tree.of.kind) ? `${tree.operator}(${of})` : tree.operator + of;
      }
      case 'list':
        return `[${tree.items.map((item) => this.value(item)).join(', ')}]`;
      case 'map':
        return `{${tree.entries.map(({ key, value }) => `${this.string(key)}: ${this.value(value)}`).join(', ')}}`;
      case 'opaque':
        return expressionOf(tree);
    }
  }

  private math(tree: ValueExpression & { kind: 'math' }): string {
    const isProduct = tree.operator === '*' || tree.operator === '/';
    const part = (side: ValueExpression, isRight: boolean): string => {
      const text = this.value(side);
      if (side.kind !== 'math') return text;
      const sideIsProduct = side.operator === '*' || side.operator === '/';
      // Operators of one kind bind to the left.
      return (isProduct && !sideIsProduct) || (isRight && isProduct === sideIsProduct) ? `(${text})` : text;
    };
    return `${part(tree.left, false)} ${tree.operator} ${part(tree.right, true)}`;
  }

  private path({ context, fields }: Path): string {
    const names = fields.map(({ name, keys }) => name + this.keys(keys));
    return (context === undefined ? names : [context, ...names]).join('.');
  }

  private call(tree: Call): string {
    return `${tree.name}(${tree.arguments.map((argument) => this.argument(argument)).join(', ')})${this.keys(tree.keys)}`;
  }

  private argument({ name, value }: Argument): string {
    const text = this.argumentValue(value);
    return name === undefined ? text : `${name}=${text}`;
  }

  private argumentValue(value: Argument['value']): string {
    if (value.kind === 'function') return value.name;
    if (value.kind !== 'lambda') return this.value(value);
    const { parameters, body } = value;
    return `(${parameters.join(', ')}) => ${isBoolean(body) ? this.condition(body) : this.value(body)}`;
  }

  // A key that begins with an integer ends behind it, for the collector.
  private keys(keys: readonly ValueExpression[]): string {
    return keys
      .map((key) => ({ key, text: this.value(key) }))
      .map(({ key, text }) => (key.kind === 'math' && /^-?[0-9]+ /.test(text) ? `[(${text})]` : `[${text}]`))
      .join('');
  }

  private string({ parts }: StringLiteral): string {
    const written = parts.map((part) => (typeof part === 'string' ? this.text(part) : expressionOf(part)));
    return `"${written.join('')}"`;
  }

  // Behind an escaped `$${…}` the collector reads no variable any more, so none is written.
  private text(part: string): string {
    const text = escaped(part);
    return this.form === 'plain' ? text : text.replaceAll('${', `${byteEscape('$')}{`).replaceAll('$', '$$$$');
  }
}

/** Whether a node is a condition and no value. Calls and variables, which can be both, count as values. */
export function isBoolean(node: OttlNode): node is BooleanExpression {
  return ['or', 'and', 'not', 'comparison', 'constant'].includes(node.kind);
}
