import { type Component, Connector, type Extension, isComponent, type Processor } from '../catalog/component';
import { type Target, Through } from '../catalog/target';
import type { CollectorModel, EnvSource, FileSource } from '../model/collector';
import type { ConfigMap } from '../model/config';
import { type Issue, MdaiError } from '../model/issue';
import type { Release } from '../model/release';
import type { RouteModel } from '../model/route';
import type { HubHandle } from '../model/value';
import { expandRoute } from '../routing/expand';
import { isRoute } from '../routing/route';
import { routeIssues } from '../routing/route-issues';
import { ComponentTable } from './component-table';
import { type CollectorDefaults, healthCheck, type ListenHost, memoryLimiter } from './defaults';
import { missingFix, missingMessage, nameOf } from './edit-issue';
import { type AnchoredEdit, type Edited, edited, type Members } from './edits';
import type { Overriding } from './override';
import { isPipeline, type Pipeline, subId } from './pipeline';

/** What a user said of a collector's telemetry. */
export interface Declaration {
  /** The collector release that runs the configuration. */
  readonly release: Release;
  readonly path: string;
  readonly pipelines: readonly Pipeline<string>[];
  /** Components to write though no pipeline uses them. */
  readonly declared: readonly Component[];
  readonly extensions: readonly Extension[];
  /** Changes to the configurations of components, in order. */
  readonly overrides: readonly Overriding[];
  readonly defaults: Required<CollectorDefaults>;
  /** Where receivers listen that were given no address. */
  readonly listenHost: ListenHost;
  /** Names, orders and empty lists stay as they were given. */
  readonly verbatim: boolean;
}

/** What follows from it. */
export interface Compiled {
  /** Without the section `service.telemetry`. */
  readonly config: ConfigMap;
  readonly env: Readonly<Record<string, EnvSource>>;
  readonly hubs: readonly HubHandle[];
  readonly files: readonly FileSource[];
  /** What the components say beside their configurations. */
  readonly notes: Pick<CollectorModel, 'sends' | 'partitions' | 'routes'>;
  readonly issues: readonly Issue[];
}

/** Turns pipelines, taps and targets into the sections of a collector's configuration. */
export function compile(declaration: Declaration): Compiled {
  return new Compilation(declaration).run();
}

interface PipelineLists {
  // Shared by a pipeline and the taps at its head, so that both receive from whatever is added.
  readonly receivers: string[];
  readonly processors: string[];
  readonly exporters: string[];
}

class Compilation {
  private readonly components: ComponentTable;
  private readonly pipelines = new Map<string, PipelineLists>();
  private readonly routes: RouteModel[] = [];

  constructor(private readonly declaration: Declaration) {
    const { path, defaults, release, overrides, listenHost, verbatim } = declaration;
    const host = defaults.listen ? listenHost : undefined;
    this.components = new ComponentTable(path, host, release, overrides, verbatim);
  }

  run(): Compiled {
    const { components } = this;
    const { declared, extensions, defaults } = this.declaration;
    const pipelines = this.expanded();
    for (const pipeline of pipelines) this.lists(pipeline);
    for (const pipeline of pipelines) this.compilePipeline(pipeline);
    for (const component of declared) components.use(component);
    for (const extension of extensions) components.enable(extension);
    const healthy = [...components.enabled].some((id) => typeOf(id) === healthCheck.type);
    if (defaults.healthCheck && !healthy) components.enable(healthCheck);
    components.reportUnused();
    return {
      config: { ...components.config, service: this.service() },
      env: Object.fromEntries(components.env),
      hubs: [...components.hubs.values()],
      files: [...components.files.values()],
      notes: { ...components.notes, ...(this.routes.length > 0 && { routes: this.routes }) },
      issues: components.issues,
    };
  }

  /** The pipelines, those among them that routes become. */
  private expanded(): readonly Pipeline<string>[] {
    const pipelines = this.declaration.pipelines.flatMap((pipeline) => {
      if (!isRoute(pipeline)) return [pipeline];
      const edited = pipeline.edited();
      for (const { code, severity, message, fix } of routeIssues(pipeline, edited)) {
        this.components.issue(code, pipeline.pipelineId, message, fix, severity);
      }
      const { pipelines, rows, discards, taken } = expandRoute(pipeline, edited.rules, this.declaration.release);
      for (const id of taken) this.takenByRule(id);
      const rules = edited.rules.map(({ name }) => name);
      this.routes.push({ pipeline: pipeline.pipelineId, rules, rows, discards });
      return pipelines;
    });
    const ids = pipelines.map(({ pipelineId }) => pipelineId);
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) this.takenTwice(id);
    return pipelines;
  }

  private service(): ConfigMap {
    const pipelines = [...this.pipelines].map(([id, { receivers, processors, exporters }]) => [
      id,
      { receivers, ...((processors.length > 0 || this.saysNone(id)) && { processors }), exporters },
    ]);
    const extensions = this.startedExtensions();
    return { ...(extensions.length > 0 && { extensions }), pipelines: Object.fromEntries(pipelines) };
  }

  /** The extensions that the collector starts. */
  private startedExtensions(): readonly string[] {
    const { extensions, verbatim } = this.declaration;
    // In an order of their own, so that the order of what is unrelated does not show.
    const sorted = [...this.components.enabled].sort();
    if (!verbatim) return sorted;
    const given = extensions.map((extension) => this.components.use(extension));
    return [...new Set([...given, ...sorted])];
  }

  /** Whether a pipeline was given an empty list of processors that is to be seen. */
  private saysNone(id: string): boolean {
    const { pipelines, verbatim } = this.declaration;
    return verbatim && pipelines.some(({ pipelineId, props }) => pipelineId === id && props.processors?.length === 0);
  }

  private compilePipeline(pipeline: Pipeline<string>): void {
    const { from, processors, to, missing, standingFor } = this.edited(pipeline);
    const taps = pipeline.taps.map((tap) => ({ ...tap, ...(tap.after && { after: standingFor(tap.after) }) }));
    const lists = this.lists(pipeline);
    lists.receivers.push(...from.map((source) => this.components.use(asComponent(source))));
    let segment = lists;
    for (const [i, processor] of processors.entries()) {
      segment.processors.push(this.components.use(processor));
      const here = taps.filter((tap) => tap.after === processor);
      for (const tap of here) segment.exporters.push(this.branch(pipeline, tap.name, tap.to));
      const [tap] = here;
      if (tap && i < processors.length - 1) segment = this.continued(pipeline, tap.name, segment);
    }
    segment.exporters.push(...to.map((target) => this.attach(pipeline, target)));
    for (const tap of taps) {
      if (tap.after === undefined) this.headTap(pipeline, tap.name, tap.to, lists);
      else if (!processors.some((processor) => processor === tap.after)) this.missingTap(pipeline, tap.name, tap.after);
    }
    for (const edit of missing) this.missingAnchor(pipeline, edit, { from, processors, to });
  }

  /** A pipeline's members after its edits, with a memory limiter first unless it has one. */
  private edited(pipeline: Pipeline<string>): Edited {
    const { from = [], processors = [], to } = pipeline.props;
    const plain = edited({ from, processors, to }, pipeline.edits);
    const received = plain.from.some((source) => asComponent(source).kind === 'receiver');
    if (!this.declaration.defaults.memoryLimiter || !received || plain.processors.some(isLimiter)) return plain;
    // Once more, because the limiter can be an anchor too.
    const limited = edited({ from, processors: [memoryLimiter, ...processors], to }, pipeline.edits);
    const own = limited.processors.some((processor) => isLimiter(processor) && processor !== memoryLimiter);
    return own ? { ...limited, processors: limited.processors.filter((p) => p !== memoryLimiter) } : limited;
  }

  private lists(pipeline: Pipeline<string>): PipelineLists {
    const known = this.pipelines.get(pipeline.pipelineId);
    if (known) return known;
    const lists: PipelineLists = { receivers: [], processors: [], exporters: [] };
    this.pipelines.set(pipeline.pipelineId, lists);
    return lists;
  }

  /** What `target` gets, as the id of an exporter or connector. */
  private attach(pipeline: Pipeline<string>, target: Target<string>): string {
    if (isPipeline(target)) return this.forward(target.pipelineId, this.lists(target));
    if (target instanceof Through) return this.branch(pipeline, labelOf(target), target);
    return this.components.use(asComponent(target));
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
    lists.processors.push(...main.processors.filter((id) => typeOf(id) === memoryLimiter.type));
    this.fill(pipeline, lists, target);
  }

  private fill(pipeline: Pipeline<string>, lists: PipelineLists, target: Target<string>): void {
    const [processors, last] = target instanceof Through ? [target.processors, target.target] : [[], target];
    lists.processors.push(...processors.map((processor) => this.components.use(processor)));
    lists.exporters.push(this.attach(pipeline, last));
  }

  private subPipeline(pipeline: Pipeline<string>, name: string, receivers: string[]): PipelineLists {
    const id = subId(pipeline, name);
    const lists: PipelineLists = { receivers, processors: [], exporters: [] };
    if (this.pipelines.has(id)) this.takenTwice(id);
    this.pipelines.set(id, lists);
    return lists;
  }

  private takenByRule(id: string): void {
    this.components.issue(
      'rule-name',
      id,
      `a rule and another part of its route both need the pipeline "${id}".`,
      'Give the rule another name.',
    );
  }

  private takenTwice(id: string): void {
    this.components.issue(
      'component-conflict',
      id,
      `two pipelines of this collector have the id "${id}".`,
      'Give the tap, the target, the rule or the pipeline another name.',
    );
  }

  private forward(pipelineId: string, lists: PipelineLists): string {
    const id = this.components.use(new Connector('connector', 'forward', pipelineId.replace('/', '.'), {}));
    if (!lists.receivers.includes(id)) lists.receivers.push(id);
    return id;
  }

  private missingTap(pipeline: Pipeline<string>, tap: string, anchor: object): void {
    this.components.issue(
      'anchor-missing',
      pipeline.pipelineId,
      `the tap "${tap}" stands after ${nameOf(anchor)}, which this pipeline does not have.`,
      'Name a processor of this pipeline, or leave `after` out to tap before the first.',
    );
  }

  private missingAnchor(pipeline: Pipeline<string>, edit: AnchoredEdit, members: Members): void {
    this.components.issue('anchor-missing', pipeline.pipelineId, missingMessage(edit), missingFix(edit, members));
  }
}

function isLimiter({ type }: Processor<string>): boolean {
  return type === memoryLimiter.type;
}

function typeOf(id: string): string | undefined {
  return id.split('/')[0];
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
