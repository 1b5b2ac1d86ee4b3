import { sectionOf } from '../../model/component-id';
import { type Code, call, plain, type Statement, standingFor, string, unlessEmpty } from './code';
import type { ConfigContext } from './config';
import { inletCode } from './inlets';
import { componentNames } from './names';
import type { ReadComponent, ReadConfig } from './read-config';
import { componentShape, shapeAt } from './shapes';
import { Unfit } from './unfit';
import { freeValue, type References, shapedValue } from './value';

/** The components of a configuration as expressions and variables. */
export class ComponentWriter {
  /** Extensions that other components name. */
  readonly named = new Set<string>();
  private readonly variables = new Map<string, Code>();
  /** Components whose variables this configuration makes. */
  private readonly own = new Set<string>();
  private readonly pipelineNames = new Map<string, string>();
  private readonly written = new Map<string, Written>();
  private readonly begun = new Set<string>();

  constructor(
    private readonly config: ReadConfig,
    private readonly context: ConfigContext,
  ) {}

  /** The component's expression, made once. */
  component(known: ReadComponent): Written {
    const key = `${known.kind} ${known.id}`;
    const before = this.written.get(key);
    if (before) return before;
    if (this.begun.has(key)) throw new Unfit(`${known.kind} ${known.id} names itself`);
    this.begun.add(key);
    const links = { pipelines: new Set<string>(), extensions: new Set<string>() };
    const typed = this.typed(known, links);
    const inlet = typed && known.kind === 'exporter' && inletCode(known, typed, this.context.collectors.values());
    const made = inlet || (typed ?? this.raw(known));
    const placed = standingFor(made, this.context.source, sectionOf[known.kind], known.id);
    const code = standingFor(placed, known.config);
    const written = { code, ...links };
    this.written.set(key, written);
    for (const id of links.extensions) {
      this.named.add(id);
      this.config.find('extension', id).uses++;
    }
    return written;
  }

  /** The pipelines that a component names. */
  linked(known: ReadComponent): readonly string[] {
    return [...this.component(known).pipelines];
  }

  private typed(known: ReadComponent, links: Links): Code | undefined {
    const { kind, type, name, config } = known;
    const shape = componentShape(kind, type);
    if (shape === undefined || !carries(shape, known)) return undefined;
    const found: Links = { pipelines: new Set(), extensions: new Set() };
    const value = shapedValue(shapeAt(shape[0]), config, this.references(found));
    if (value === undefined) return undefined;
    for (const id of found.pipelines) links.pipelines.add(id);
    for (const id of found.extensions) links.extensions.add(id);
    return call(`${sectionOf[kind]}.${type}`, ...(name === undefined ? [] : [string(name)]), ...unlessEmpty(value));
  }

  /** A component that the catalogue does not describe, or not in this way. */
  private raw(known: ReadComponent): Code {
    const { kind, id, config, takes, gives } = known;
    const value = config === null ? plain('blank') : freeValue(config, this.references(undefined));
    if (value === undefined) throw new Unfit(`${sectionOf[kind]}/${id} holds what no program can`);
    const sides = kind === 'connector' ? [takes, gives] : kind === 'extension' ? [] : [new Set([...takes, ...gives])];
    const types = sides.map((signals) => [...signals].map((signal) => `'${signal}'`).join(' | ') || 'never').join(', ');
    const made = call(`raw.${kind}`, string(id), ...unlessEmpty(value));
    return types === '' || made.kind !== 'call' ? made : { ...made, types };
  }

  /** @param links takes note of what is named; where nothing can be, names stay texts */
  references(links: Links | undefined): References {
    return {
      env: (name) => this.context.env(name),
      variable: (name) => this.context.variable(name),
      extension: (id, roles) => {
        const known = this.config.extension(id);
        const shape = known && componentShape('extension', known.type);
        if (links === undefined || known === undefined || !this.config.started.includes(id)) return undefined;
        if (!shape?.[1].some((role) => roles.includes(role)) || this.isRaw(known)) return undefined;
        links.extensions.add(id);
        return this.variable(known);
      },
      pipeline: (id) => {
        if (links === undefined || this.config.pipeline(id) === undefined) return undefined;
        links.pipelines.add(id);
        return plain(this.pipelineName(id));
      },
      blank: plain('blank'),
    };
  }

  private isRaw(known: ReadComponent): boolean {
    const { code } = this.component(known);
    return code.kind === 'call' && code.callee.startsWith('raw.');
  }

  /** The name of a component in the program. */
  private variable({ kind, id, type, name }: ReadComponent): Code {
    const key = `${kind} ${id}`;
    const known = this.variables.get(key);
    if (known) return known;
    const { code } = this.component(this.config.find(kind, id));
    const content = contentOf(code);
    const shared = this.context.shared.get(content);
    const isInlet = code.kind === 'call' && code.on !== undefined;
    const names = isInlet ? [`${name}_inlet`] : componentNames(type, name, kind);
    const variable = shared ?? plain(this.context.names.claim(...names));
    if (shared === undefined) {
      this.context.shared.set(content, variable);
      this.own.add(key);
    }
    this.variables.set(key, variable);
    return variable;
  }

  /** The name of a pipeline in the program, taken when it is asked for first. */
  pipelineName(id: string): string {
    let name = this.pipelineNames.get(id);
    if (name === undefined) {
      name = this.context.names.claim(id, `${id}_pipeline`);
      this.pipelineNames.set(id, name);
    }
    return name;
  }

  /** Whether something names a pipeline. */
  namesPipeline(id: string): boolean {
    return this.pipelineNames.has(id);
  }

  /** The variable of a component, if it has one. */
  variableOf({ kind, id }: ReadComponent): Code | undefined {
    return this.variables.get(`${kind} ${id}`);
  }

  /** What stands for a component where it is used: its variable, or itself where that is shorter. */
  used(known: ReadComponent): Code {
    return this.isInline(known) ? this.component(known).code : this.variable(known);
  }

  private isInline(known: ReadComponent): boolean {
    const { code } = this.component(known);
    if (this.variables.has(`${known.kind} ${known.id}`) || known.uses > 1 || code.kind !== 'call') return false;
    return code.args.every((arg) => arg.kind === 'string' || arg.kind === 'plain') && this.linked(known).length === 0;
  }

  /** What makes the variable of a component, where this configuration makes it. */
  definition(known: ReadComponent): readonly Statement[] {
    if (this.isInline(known)) return [];
    const { code } = this.component(known);
    const variable = this.variable(known);
    if (!this.own.has(`${known.kind} ${known.id}`)) return [];
    return [{ kind: 'const', name: variable.kind === 'plain' ? variable.text : '', value: code }];
  }
}

interface Links {
  readonly pipelines: Set<string>;
  readonly extensions: Set<string>;
}

interface Written extends Links {
  readonly code: Code;
}

/** What tells code from other code: where it was read does not. */
function contentOf(code: Code): string {
  return JSON.stringify(code, (key, value: unknown) => (key === 'of' ? undefined : value));
}

/** Whether the compiler lets a component carry the signals that it carries here. */
function carries(
  [, signals, gives = []]: NonNullable<ReturnType<typeof componentShape>>,
  known: ReadComponent,
): boolean {
  if (known.kind === 'extension') return true;
  if (known.kind !== 'connector') return [...known.takes, ...known.gives].every((signal) => signals.includes(signal));
  return (
    [...known.takes].every((signal) => signals.includes(signal)) &&
    [...known.gives].every((signal) => gives.includes(signal))
  );
}
