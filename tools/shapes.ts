/**
 * Writes imports/shapes/shapes.json: what the compiler takes in the configurations of components and in the props that
 * `mdai import` writes, in a form that needs no compiler. With `--check` it only says whether the file is up to date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { OttlKind } from '../src/convert/typescript/ottl-code';
import type { Shape, ShapeFile } from '../src/convert/typescript/shape';

const root = join(__dirname, '..');
const file = join(root, 'imports/shapes/shapes.json');

/** The types of props that are written beside those of components. */
const named = [
  'PodOptions',
  'OperatorOptions',
  'RelabelRule',
  'RemoteWriteQueue',
  'AlertIntegrations',
  'AlertmanagerGlobal',
  'AlertmanagerConfig',
];
const maps = {
  Receivers: 'receiver',
  Processors: 'processor',
  Exporters: 'exporter',
  Connectors: 'connector',
  Extensions: 'extension',
} as const;

/** A context can read those behind it. */
const narrow = ['datapoint', 'metric', 'spanevent', 'span', 'log', 'scope', 'resource'] as const;

class Shapes {
  readonly shapes: Shape[] = [];
  private readonly known = new Map<string, number>();
  private readonly byType = new Map<ts.Type, number>();

  constructor(private readonly checker: ts.TypeChecker) {}

  of(type: ts.Type): number {
    const known = this.byType.get(type);
    if (known !== undefined) return known;
    const simple = this.simple(type);
    if (simple !== undefined) return this.add(simple);
    if (type.isUnion()) {
      const members = [...new Set(type.types.filter((one) => !this.isAbsent(one)).map((one) => this.of(one)))];
      const flat = members.sort((a, b) => a - b);
      return flat.length === 1 ? (flat[0] as number) : this.add(['|', ...flat]);
    }
    // An interface may lead back to itself.
    const place = this.shapes.push('never') - 1;
    this.byType.set(type, place);
    this.shapes[place] = this.structure(type);
    return place;
  }

  private add(shape: Shape): number {
    const key = JSON.stringify(shape);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const place = this.shapes.push(shape) - 1;
    this.known.set(key, place);
    return place;
  }

  private simple(type: ts.Type): Shape | undefined {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'any';
    if (flags & ts.TypeFlags.StringLiteral) return ['=', (type as ts.StringLiteralType).value];
    if (flags & ts.TypeFlags.NumberLiteral) return ['=', (type as ts.NumberLiteralType).value];
    if (flags & ts.TypeFlags.BooleanLiteral) return ['=', this.checker.typeToString(type) === 'true'];
    if (flags & ts.TypeFlags.String) return 'string';
    if (flags & ts.TypeFlags.Number) return 'number';
    if (flags & ts.TypeFlags.Boolean) return 'boolean';
    if (flags & ts.TypeFlags.Never) return 'never';
    switch (type.symbol?.name) {
      case 'Ref':
      case 'EntryRef':
        return 'ref';
      case 'PipelineRef':
        return 'pipeline';
      case 'Condition':
      case 'OttlStatement':
        return ['ottl', type.symbol.name === 'Condition' ? 'condition' : 'statement', this.contextOf(type)];
      case 'Extension':
        return ['extension', ...this.texts(this.checker.getTypeArguments(type as ts.TypeReference)[0])];
    }
    return undefined;
  }

  /** The narrowest of the contexts that OTTL may have. */
  private contextOf(type: ts.Type): OttlKind['context'] {
    const [contexts] = this.checker.getTypeArguments(type as ts.TypeReference);
    const texts = this.texts(contexts);
    const narrowest = narrow.find((context) => texts.includes(context));
    if (narrowest === undefined) throw new Error(`OTTL has no context: ${this.checker.typeToString(type)}`);
    return narrowest;
  }

  /** Values that only a program can hold: fields, durations and sizes have a text as well. */
  private isAbsent(type: ts.Type): boolean {
    const absent = ['Field', 'DurationLike', 'SizeLike', 'Size', 'Duration', 'RegExp'];
    return (type.flags & ts.TypeFlags.Undefined) !== 0 || absent.includes(type.symbol?.name ?? '');
  }

  texts(type: ts.Type | undefined): string[] {
    if (type === undefined || type.flags & ts.TypeFlags.Never) return [];
    const members = type.isUnion() ? type.types : [type];
    return members.map((one) => (one as ts.StringLiteralType).value);
  }

  private structure(type: ts.Type): Shape {
    if (this.isAbsent(type)) return 'never';
    if (this.checker.isArrayLikeType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      return ['[]', item === undefined ? this.add('any') : this.of(item)];
    }
    const index = type.getStringIndexType();
    const fields: Record<string, number> = {};
    for (const property of this.checker.getPropertiesOfType(type)) {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const inner = this.of(this.checker.getTypeOfSymbol(property));
      fields[property.name] = optional ? inner : -inner - 1;
    }
    if (Object.keys(fields).length === 0 && index !== undefined) return ['{}', this.of(index)];
    return index === undefined ? ['{', fields] : ['{', fields, this.of(index)];
  }
}

function generate(): string {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, ts.sys as never);
  const program = ts.createProgram([join(root, 'src/index.ts')], config?.options ?? {});
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(root, 'src/index.ts'));
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error('src/index.ts has no exports');
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  const typeOf = (name: string): ts.Type => {
    const symbol = exported.get(name);
    if (!symbol) throw new Error(`src/index.ts does not export ${name}`);
    return checker.getDeclaredTypeOfSymbol(
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    );
  };
  const shapes = new Shapes(checker);
  const components: Record<string, Record<string, unknown>> = {};
  for (const [name, kind] of Object.entries(maps)) {
    const types: Record<string, unknown> = {};
    for (const property of checker.getPropertiesOfType(typeOf(name))) {
      const args = checker.getTypeArguments(checker.getTypeOfSymbol(property) as ts.TypeReference);
      const [shape, ...signals] = args;
      if (shape === undefined) throw new Error(`${kind} ${property.name} has no configuration`);
      types[property.name] = [shapes.of(shape), ...signals.map((one) => shapes.texts(one))];
    }
    components[kind] = types;
  }
  const types = Object.fromEntries(named.map((name) => [name, shapes.of(typeOf(name))]));
  const content: ShapeFile = {
    components: components as unknown as ShapeFile['components'],
    types,
    shapes: shapes.shapes,
  };
  // One shape a line, so that a difference can be read.
  return `{\n"components": ${JSON.stringify(content.components)},\n"types": ${JSON.stringify(types)},\n"shapes": [\n${content.shapes.map((shape) => JSON.stringify(shape)).join(',\n')}\n]\n}\n`;
}

const text = generate();
const stale = !existsSync(file) || readFileSync(file, 'utf8') !== text;
if (process.argv.includes('--check')) {
  if (stale) {
    console.log('imports/shapes/shapes.json is not what "npm run shapes" writes');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
  console.log(`imports/shapes/shapes.json: ${stale ? 'written' : 'up to date'}`);
}
