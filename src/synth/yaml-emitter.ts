import type { Node, PresenterOptions, ScalarNode, ScalarStyleRule } from 'js-yaml';
import { isLookalike, isSafeInBlock } from './yaml-strings';

type JsYaml = typeof import('js-yaml');

/**
 * Writes JSON values as YAML with js-yaml. It makes the nodes itself, because `dump` asks every tag of its schema whether it
 * knows a value, and prepares all of its options for every document: a fifth of its time.
 */
export class YamlEmitter {
  // js-yaml takes 5 ms to load, which a program that never synthesizes should not pay.
  private readonly yaml: JsYaml = require('js-yaml');

  private readonly options: PresenterOptions = {
    schema: this.yaml.DUMP_SCHEMA.withTags(
      this.yaml.defineScalarTag('tag:mydecisive.ai,2026:lookalike', {
        implicit: true,
        implicitFirstChars: [...'+-.0123456789eE'],
        resolve: (source) => (isLookalike(source) ? source : this.yaml.NOT_RESOLVED),
        identify: () => false,
      }),
    ),
    lineWidth: -1,
    scalarStyleRules: [this.severalLines(), ...Object.values(this.yaml.DEFAULT_SCALAR_STYLE_RULES)],
  };

  /** @throws if there is something else than JSON in the document; `undefined` is taken for `null` */
  write(document: unknown): string {
    return this.yaml.present([{ contents: this.node(document), directives: [] }], this.options);
  }

  private node(value: unknown): Node {
    switch (typeof value) {
      case 'string':
        return this.scalar('str', value);
      case 'boolean':
        return this.scalar('bool', String(value));
      case 'number':
        return this.yaml.intYaml11Tag.identify(value)
          ? this.scalar('int', String(value))
          : this.scalar('float', this.yaml.floatYaml11Tag.represent(value));
      case 'undefined':
        return this.scalar('null', 'null');
    }
    if (value === null) {
      return this.scalar('null', 'null');
    }
    const style = this.yaml.COLLECTION_STYLE.BLOCK;
    if (Array.isArray(value)) {
      const items = value.map((item) => this.node(item));
      return { kind: 'sequence', tag: 'tag:yaml.org,2002:seq', tagged: false, style, items };
    }
    if (typeof value === 'object' && this.yaml.mapTag.identify(value)) {
      const items = Object.entries(value).map(([key, item]) => ({
        key: this.scalar('str', key),
        value: this.node(item),
      }));
      return { kind: 'mapping', tag: 'tag:yaml.org,2002:map', tagged: false, style, items };
    }
    throw new Error(`not JSON: ${String(value)}`);
  }

  private scalar(type: 'str' | 'bool' | 'int' | 'float' | 'null', value: string): ScalarNode {
    const style = this.yaml.SCALAR_STYLE.PLAIN;
    return { kind: 'scalar', tag: `tag:yaml.org,2002:${type}`, tagged: false, style, value };
  }

  private severalLines(): ScalarStyleRule {
    const { DOUBLE_QUOTED, LITERAL_BLOCK } = this.yaml.SCALAR_STYLE;
    return (layout) => {
      const text = layout.node.value;
      if (!layout.isKey && text.includes('\n')) {
        const allowed = (layout.allowedStylesMask & (1 << LITERAL_BLOCK)) !== 0;
        layout.style = allowed && isSafeInBlock(text) ? LITERAL_BLOCK : DOUBLE_QUOTED;
      }
    };
  }
}
