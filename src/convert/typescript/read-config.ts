import { type ComponentKind, parseComponentId, parsePipelineId, sectionOf } from '../../model/component-id';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { inFlow } from './flow';
import { type ReadRoute, routesIn } from './route';
import { Unfit } from './unfit';

/** A pipeline as a configuration has it. */
export interface ReadPipeline {
  readonly id: string;
  readonly signal: string;
  readonly receivers: readonly string[];
  readonly processors: readonly string[] | undefined;
  readonly exporters: readonly string[];
}

/** A component as a configuration has it. */
export interface ReadComponent {
  readonly kind: ComponentKind;
  readonly id: string;
  readonly type: string;
  readonly name: string | undefined;
  readonly config: ConfigValue;
  /** The signals of the pipelines that send to it, and of those that receive from it. */
  readonly takes: Set<string>;
  readonly gives: Set<string>;
  /** How often pipelines and components name it. */
  uses: number;
}

const kinds = Object.keys(sectionOf) as ComponentKind[];

/** In the order in which telemetry meets them; extensions first, because others name them. */
export const order: readonly ComponentKind[] = ['extension', 'receiver', 'processor', 'exporter', 'connector'];

/** A configuration, taken apart. */
export class ReadConfig {
  /** In the order in which telemetry meets them. */
  readonly pipelines: readonly ReadPipeline[];
  /** Extensions in the order in which the collector starts them. */
  readonly started: readonly string[];
  readonly telemetry: ConfigValue | undefined;
  /** What becomes a route, by the pipeline that telemetry enters. */
  readonly routes: ReadonlyMap<string, ReadRoute>;
  /** What routes bring: their connectors, and the pipelines of their rules. */
  private readonly routed: ReadonlySet<string>;
  private readonly components = new Map<string, ReadComponent>();

  /**
   * @param asRoutes whether routing connectors that `route` could have written are taken for routes
   * @throws Unfit for a configuration that components and pipelines cannot say
   */
  constructor(config: ConfigMap, asRoutes: boolean) {
    const { service, ...sections } = config;
    for (const [section, members] of Object.entries(sections)) this.readSection(section, members);
    if (!isConfigMap(service)) throw new Unfit('it has no section service');
    const { pipelines, extensions = [], telemetry, ...others } = service;
    const [other] = Object.keys(others);
    if (other !== undefined) throw new Unfit(`service has the field ${other}`);
    if (!isConfigMap(pipelines)) throw new Unfit('service has no pipelines');
    this.telemetry = telemetry;
    this.started = idsIn(extensions, 'service/extensions');
    this.pipelines = inFlow(Object.entries(pipelines).map(([id, parts]) => this.readPipeline(id, parts)));
    if (this.pipelines.length === 0) throw new Unfit('service has no pipelines');
    for (const id of this.started) this.find('extension', id);
    this.routes = asRoutes ? routesIn(config) : new Map();
    this.routed = new Set(
      [...this.routes.values()].flatMap(({ connector, rules, otherwise }) => [
        `connector ${connector}`,
        otherwise,
        ...rules.map(({ pipeline }) => pipeline),
      ]),
    );
  }

  /** @throws Unfit for an id that is not defined */
  find(of: ComponentKind | readonly ComponentKind[], id: string): ReadComponent {
    for (const kind of [of].flat() as readonly ComponentKind[]) {
      const known = this.components.get(`${kind} ${id}`);
      if (known) return known;
    }
    throw new Unfit(`"${id}" is not defined`);
  }

  extension(id: string): ReadComponent | undefined {
    return this.components.get(`extension ${id}`);
  }

  /** The components of a kind that no route brings. */
  ofKind(kind: ComponentKind): readonly ReadComponent[] {
    const all = [...this.components.values()].filter((known) => known.kind === kind);
    return all.filter(({ id }) => !this.isRouted(kind, id));
  }

  /** All of them, in the order in which telemetry meets them. */
  get all(): readonly ReadComponent[] {
    return order.flatMap((kind) => this.ofKind(kind));
  }

  pipeline(id: string): ReadPipeline | undefined {
    return this.pipelines.find((one) => one.id === id);
  }

  /** Whether a rule of a route brings a pipeline. */
  isOfRule(id: string): boolean {
    return this.routed.has(id);
  }

  /** Whether a route brings a component: its connector, and what ends the records that it drops. */
  private isRouted(kind: ComponentKind, id: string): boolean {
    if (this.routed.has(`${kind} ${id}`)) return true;
    if (kind !== 'exporter' || id !== 'nop' || this.routes.size === 0) return false;
    return this.pipelines.every((pipeline) => !pipeline.exporters.includes(id) || this.drops(pipeline.id));
  }

  /** Whether a pipeline ends the records of a rule that drops them. */
  drops(id: string): boolean {
    const pipeline = this.pipeline(id);
    const nop = this.components.get('exporter nop');
    const isEmpty = isConfigMap(nop?.config) && Object.keys(nop.config).length === 0;
    return this.routed.has(id) && isEmpty && pipeline?.processors === undefined && pipeline?.exporters.join() === 'nop';
  }

  private readSection(section: string, members: ConfigValue): void {
    const kind = kinds.find((candidate) => sectionOf[candidate] === section);
    if (kind === undefined) throw new Unfit(`it has the section ${section}`);
    // A key with nothing behind it; what is made is compared with it.
    if (members === null) return;
    if (!isConfigMap(members)) throw new Unfit(`the section ${section} is no map`);
    for (const [id, config] of Object.entries(members)) {
      const parsed = parseComponentId(id);
      if (parsed === undefined || [parsed.type, parsed.name].filter((part) => part !== undefined).join('/') !== id) {
        throw new Unfit(`"${id}" is no plain id`);
      }
      if (config !== null && !isConfigMap(config)) throw new Unfit(`${section}/${id} is no map`);
      const known = {
        kind,
        id,
        ...parsed,
        name: parsed.name,
        config,
        takes: new Set<string>(),
        gives: new Set<string>(),
        uses: 0,
      };
      this.components.set(`${kind} ${id}`, known);
    }
  }

  private readPipeline(id: string, parts: ConfigValue): ReadPipeline {
    const parsed = parsePipelineId(id);
    if (parsed === undefined || !isConfigMap(parts)) throw new Unfit(`the pipeline ${id} is none`);
    const { receivers, processors, exporters, ...others } = parts;
    const [other] = Object.keys(others);
    if (other !== undefined) throw new Unfit(`the pipeline ${id} has the field ${other}`);
    const { signal } = parsed;
    const read: ReadPipeline = {
      id,
      signal,
      receivers: idsIn(receivers, `${id}/receivers`),
      processors: processors === undefined || processors === null ? undefined : idsIn(processors, `${id}/processors`),
      exporters: idsIn(exporters, `${id}/exporters`),
    };
    for (const one of read.receivers) this.use(this.find(['receiver', 'connector'], one), 'gives', signal);
    for (const one of read.processors ?? []) this.use(this.find('processor', one), 'takes', signal);
    for (const one of read.exporters) this.use(this.find(['exporter', 'connector'], one), 'takes', signal);
    return read;
  }

  private use(known: ReadComponent, side: 'takes' | 'gives', signal: string): void {
    known[side].add(signal);
    known.uses++;
  }
}

function idsIn(value: ConfigValue | undefined, where: string): readonly string[] {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
    throw new Unfit(`${where} is no list of ids`);
  return value as readonly string[];
}
