import { isDeepStrictEqual } from 'node:util';
import { type Component, Connector, type Extension, isComponent, type Processor } from '../catalog/component';
import { type Target, Through } from '../catalog/target';
import type { EnvSource } from '../model/collector';
import { type ComponentKind, sectionOf } from '../model/component-id';
import type { ConfigMap } from '../model/config';
import { type Issue, MdaiError } from '../model/issue';
import type { EnvironmentPart, HubHandle, TextPart } from '../model/value';
import { type CollectorDefaults, healthCheck, memoryLimiter, withListenAddresses } from './defaults';
import { isPipeline, type Pipeline } from './pipeline';
import { resolveConfig } from './resolve';

/** What a user said of a collector's telemetry. */
export interface Declaration {
  readonly path: string;
  readonly pipelines: readonly Pipeline<string>[];
  /** Components to write though no pipeline uses them. */
  readonly declared: readonly Component[];
  readonly extensions: readonly Extension[];
  readonly defaults: Required<CollectorDefaults>;
}

/** What follows from it. */
export interface Compiled {
  /** Without the section `service.telemetry`. */
  readonly config: ConfigMap;
  readonly env: Readonly<Record<string, EnvSource>>;
  readonly hubs: readonly HubHandle[];
  readonly issues: readonly Issue[];
}

interface PipelineLists {
  // Shared by a pipeline and the taps at its head, so that both receive from whatever is added.
  readonly receivers: string[];
  readonly processors: string[];
  readonly exporters: string[];
}

/** Turns pipelines, taps and targets into the sections of a collector's configuration. */
export function compile(declaration: Declaration): Compiled {
  return new Compilation(declaration).run();
}

class Compilation {
  private readonly components = new Map<ComponentKind, Map<string, ConfigMap>>();
  private readonly pipelines = new Map<string, PipelineLists>();
  private readonly env = new Map<string, EnvSource>();
  private readonly hubs = new Map<string, HubHandle>();
  private readonly issues: Issue[] = [];
  private readonly enabled = new Set<string>();
  private readonly resolved = new Map<Component, ConfigMap>();

  constructor(private readonly declaration: Declaration) {}

  run(): Compiled {
    const { pipelines, declared, extensions, defaults } = this.declaration;
    for (const pipeline of pipelines) this.lists(pipeline);
    for (const pipeline of pipelines) this.compilePipeline(pipeline);
    for (const component of declared) this.use(component);
    for (const extension of extensions) this.enable(extension);
    const healthy = [...this.enabled].some((id) => id.split('/')[0] === healthCheck.type);
    if (defaults.healthCheck && !healthy) this.enable(healthCheck);
    return {
      config: this.config([...this.enabled].sort()),
      env: Object.fromEntries(this.env),
      hubs: [...this.hubs.values()],
      issues: this.issues,
    };
  }

  private config(extensions: readonly string[]): ConfigMap {
    const sections = Object.entries(sectionOf)
      .map(([kind, section]) => [section, Object.fromEntries(this.section(kind as ComponentKind))] as const)
      .filter(([, members]) => Object.keys(members).length > 0);
    const pipelines = [...this.pipelines].map(([id, lists]) => [
      id,
      {
        receivers: lists.receivers,
        ...(lists.processors.length > 0 && { processors: lists.processors }),
        exporters: lists.exporters,
      },
    ]);
    return {
      ...Object.fromEntries(sections),
      service: { ...(extensions.length > 0 && { extensions }), pipelines: Object.fromEntries(pipelines) },
    };
  }

  private compilePipeline(pipeline: Pipeline<string>): void {
    const { from = [], processors = [], to } = pipeline.props;
    const lists = this.lists(pipeline);
    lists.receivers.push(...from.map((source) => this.use(asComponent(source))));
    this.limit(from.map(asComponent), processors, lists);
    let segment = lists;
    for (const [i, processor] of processors.entries()) {
      segment.processors.push(this.use(processor));
      const here = pipeline.taps.filter((tap) => tap.after === processor);
      for (const tap of here) segment.exporters.push(this.branch(pipeline, tap.name, tap.to));
      const [tap] = here;
      if (tap && i < processors.length - 1) segment = this.continued(pipeline, tap.name, segment);
    }
    segment.exporters.push(...to.map((target) => this.attach(pipeline, target)));
    for (const tap of pipeline.taps) {
      if (tap.after === undefined) this.headTap(pipeline, tap.name, tap.to, lists);
      else if (!processors.includes(tap.after)) this.missingAnchor(pipeline, tap.name, tap.after);
    }
  }

  private lists(pipeline: Pipeline<string>): PipelineLists {
    const known = this.pipelines.get(pipeline.pipelineId);
    if (known) return known;
    const lists: PipelineLists = { receivers: [], processors: [], exporters: [] };
    this.pipelines.set(pipeline.pipelineId, lists);
    return lists;
  }

  private limit(sources: readonly Component[], processors: readonly Processor<string>[], lists: PipelineLists): void {
    const limited = processors.some(({ type }) => type === memoryLimiter.type);
    if (!this.declaration.defaults.memoryLimiter || limited) return;
    if (sources.some(({ kind }) => kind === 'receiver')) lists.processors.push(this.use(memoryLimiter));
  }

  /** What `target` gets, as the id of an exporter or connector. */
  private attach(pipeline: Pipeline<string>, target: Target<string>): string {
    if (isPipeline(target)) return this.forwardTo(target);
    if (target instanceof Through) return this.branch(pipeline, labelOf(target), target);
    return this.use(asComponent(target));
  }

  /** A pipeline of its own for a target, fed by a `forward` connector; returns the connector's id. */
  private branch(pipeline: Pipeline<string>, name: string, target: Target<string>): string {
    const lists = this.subPipeline(pipeline, name, []);
    this.fill(pipeline, lists, target);
    return this.forward(subId(pipeline, name), lists);
  }

  /** The rest of a pipeline behind a tap in its midst. */
  private continued(pipeline: Pipeline<string>, tap: string, before: PipelineLists): PipelineLists {
    const name = `after.${tap}`;
    const lists = this.subPipeline(pipeline, name, []);
    before.exporters.push(this.forward(subId(pipeline, name), lists));
    return lists;
  }

  private headTap(pipeline: Pipeline<string>, name: string, target: Target<string>, main: PipelineLists): void {
    const lists = this.subPipeline(pipeline, name, main.receivers);
    const limiter = main.processors.find((id) => id === memoryLimiter.id);
    if (limiter !== undefined) lists.processors.push(limiter);
    this.fill(pipeline, lists, target);
  }

  private fill(pipeline: Pipeline<string>, lists: PipelineLists, target: Target<string>): void {
    if (target instanceof Through) {
      lists.processors.push(...target.processors.map((processor) => this.use(processor)));
      lists.exporters.push(this.attach(pipeline, target.target));
    } else {
      lists.exporters.push(this.attach(pipeline, target));
    }
  }

  private subPipeline(pipeline: Pipeline<string>, name: string, receivers: string[]): PipelineLists {
    const id = subId(pipeline, name);
    const lists = { receivers, processors: [], exporters: [] };
    if (this.pipelines.has(id)) {
      this.issue(
        'component-conflict',
        id,
        `two pipelines of this collector have the id "${id}".`,
        'Give the tap, the target or the pipeline another name.',
      );
    }
    this.pipelines.set(id, lists);
    return lists;
  }

  private forwardTo(pipeline: Pipeline<string>): string {
    return this.forward(pipeline.pipelineId, this.lists(pipeline));
  }

  private forward(pipelineId: string, lists: PipelineLists): string {
    const id = this.use(new Connector('connector', 'forward', pipelineId.replace('/', '.'), {}));
    if (!lists.receivers.includes(id)) lists.receivers.push(id);
    return id;
  }

  private missingAnchor(pipeline: Pipeline<string>, tap: string, anchor: Processor<string>): void {
    this.issue(
      'anchor-missing',
      pipeline.pipelineId,
      `the tap "${tap}" stands after ${anchor.id}, which this pipeline does not have.`,
      'Name a processor of this pipeline, or leave `after` out to tap before the first.',
    );
  }

  /** The id of a component, which joins the collector. */
  private use(component: Component): string {
    const section = this.section(component.kind);
    const resolved = this.resolve(component);
    const known = section.get(component.id);
    if (known === undefined) section.set(component.id, resolved);
    else if (!isDeepStrictEqual(known, resolved)) {
      this.issue(
        'component-conflict',
        `${sectionOf[component.kind]}/${component.id}`,
        `the ${component.kind} "${component.id}" has two configurations.`,
        `Give one of them a name of its own: ${sectionOf[component.kind]}.${component.type}('other', {…}).`,
      );
    }
    return component.id;
  }

  private enable(extension: Component): string {
    const id = this.use(extension);
    this.enabled.add(id);
    return id;
  }

  private resolve(component: Component): ConfigMap {
    const known = this.resolved.get(component);
    if (known) return known;
    const path = `${sectionOf[component.kind]}/${component.id}`;
    const config = resolveConfig(component.config, {
      environment: (parts) => this.readEnvironment(path, parts),
      extension: (extension) => this.enable(extension),
      pipeline: (pipeline) => pipeline.pipelineId,
      unsupported: (field, what) =>
        this.issue(
          'value-unsupported',
          [path, ...field].join('/'),
          `${what} cannot be written to YAML.`,
          'Write plain data: text, numbers, booleans, lists and objects; {} for defaults.',
        ),
    });
    const listening = this.declaration.defaults.listen
      ? withListenAddresses(component.kind, component.type, config)
      : config;
    this.resolved.set(component, listening);
    return listening;
  }

  private readEnvironment(path: string, parts: readonly TextPart[]): void {
    for (const part of parts) {
      if (typeof part === 'string') continue;
      if (part.kind === 'variable') this.hubs.set(part.hub.hubName, part.hub);
      if (part.kind === 'secret') this.readSecret(path, part);
    }
  }

  private readSecret(path: string, part: EnvironmentPart & { kind: 'secret' }): void {
    const source: EnvSource = { kind: 'secret', secret: part.secret, key: part.key };
    const known = this.env.get(part.env);
    if (known === undefined) this.env.set(part.env, source);
    else if (!isDeepStrictEqual(known, source)) {
      this.issue(
        'component-conflict',
        path,
        `the environment variable ${part.env} would hold two secrets.`,
        `Name one of them: secret('${part.secret}', '${part.key}', { env: '…' }).`,
      );
    }
  }

  private section(kind: ComponentKind): Map<string, ConfigMap> {
    let section = this.components.get(kind);
    if (!section) {
      section = new Map();
      this.components.set(kind, section);
    }
    return section;
  }

  private issue(code: Issue['code'], where: string, message: string, fix: string): void {
    this.issues.push({ code, severity: 'error', path: `${this.declaration.path}/${where}`, message, fix });
  }
}

function subId(pipeline: Pipeline<string>, name: string): string {
  const { signal, name: own } = pipeline.parsed;
  return own === undefined ? `${signal}/${name}` : `${signal}/${own}.${name}`;
}

function labelOf(through: Through<string>): string {
  if (through.label !== undefined) return through.label;
  const { target } = through;
  if (target instanceof Through) return labelOf(target);
  if (isPipeline(target)) return target.parsed.name ?? target.parsed.signal;
  const component = asComponent(target);
  return component.name ?? component.type;
}

function asComponent(value: unknown): Component {
  if (isComponent(value)) return value;
  throw new MdaiError(
    'Only receivers, processors, exporters, connectors, pipelines, inlets and measures can stand in a pipeline.',
  );
}
