import type { ComponentKind } from '../../model/component-id';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import type { Pointer } from '../../source/document';
import { array, blankLine, type Code, call, method, object, plain, type Statement, standingFor, string } from './code';
import { ComponentWriter } from './components';
import type { Reached, WrittenReceiver } from './inlets';
import type { Names } from './names';
import { type HubVariable, ottlCode, ottlTemplate } from './ottl-code';
import { type ReadComponent, ReadConfig, type ReadPipeline } from './read-config';
import type { ReadRoute } from './route';
import { Unfit } from './unfit';
import { freeValue, type References } from './value';

/** Where a configuration is written. */
export interface ConfigContext {
  /** The variable of its collector. */
  readonly collector: string;
  readonly names: Names;
  /** What reads an environment variable. */
  env(name: string): Code | undefined;
  /** The variable of a hub that is exported under a name. */
  variable(name: string): HubVariable | undefined;
  /** Whether routing connectors that `route` could have written become routes. */
  readonly routes: boolean;
  /** The configuration as it was read, where another one is written. @default that which is written */
  readonly source?: ConfigMap;
  /** The variables of the file that hold components, by what they hold: two collectors share one. */
  readonly shared: Map<string, Code>;
  /** The collectors of the file to which exporters may send, by name. */
  readonly collectors: ReadonlyMap<string, Reached>;
}

/** A configuration as statements: the components, and behind the collector what is said of it. */
export interface WrittenConfig {
  readonly components: readonly Statement[];
  readonly body: readonly Statement[];
  /** The section `service.telemetry`. */
  readonly telemetry?: Code;
  /** The receivers that have variables, by id. */
  readonly receivers: ReadonlyMap<string, WrittenReceiver>;
}

/**
 * Writes a configuration in components and pipelines.
 *
 * @throws Unfit for one that they cannot say
 */
export function writeConfig(config: ConfigMap, context: ConfigContext): WrittenConfig {
  return new ConfigWriter(config, { source: config, ...context }).write();
}

const pipelines = ['service', 'pipelines'];

/** The kinds of components that the lists of a pipeline name. */
const kindsIn = {
  receivers: ['receiver', 'connector'],
  processors: ['processor'],
  exporters: ['exporter', 'connector'],
} as const satisfies Readonly<Record<string, readonly ComponentKind[]>>;

class ConfigWriter {
  private readonly config: ReadConfig;
  private readonly components: ComponentWriter;

  constructor(
    config: ConfigMap,
    private readonly context: ConfigContext,
  ) {
    this.config = new ReadConfig(config, context.routes);
    this.components = new ComponentWriter(this.config, context);
  }

  write(): WrittenConfig {
    const { config, components } = this;
    const telemetry =
      config.telemetry === undefined ? undefined : telemetryCode(config.telemetry, components.references(undefined));
    for (const known of config.all) components.component(known);
    const later = config.ofKind('connector').filter((known) => components.linked(known).length > 0);
    return {
      components: config.all.filter((known) => !later.includes(known)).flatMap((known) => components.definition(known)),
      body: [...this.enabled(), ...this.pipelineStatements(later), ...this.declared()],
      ...(telemetry && { telemetry }),
      receivers: new Map(
        config.ofKind('receiver').flatMap((known) => {
          const variable = components.variableOf(known);
          return variable === undefined ? [] : [[known.id, { variable, known }] as const];
        }),
      ),
    };
  }

  /** What starts extensions that no component names; all of them, where their order is not what it would be. */
  private enabled(): readonly Statement[] {
    for (const id of this.components.named)
      if (!this.config.started.includes(id)) throw new Unfit(`the extension ${id} is not started`);
    const unnamed = this.config.started.filter((id) => !this.components.named.has(id));
    const usual = [...unnamed, ...[...this.components.named].sort()];
    const listed = usual.join() === this.config.started.join() ? unnamed : this.config.started;
    if (listed.length === 0) return [];
    const codes = listed.map((id) => this.components.used(this.config.find('extension', id)));
    const value = method(plain(this.context.collector), 'enable', ...codes);
    return [{ kind: 'run', value: this.placed(value, 'service', 'extensions') }];
  }

  /** The pipelines, those first that a component names, and then that component. */
  private pipelineStatements(later: readonly ReadComponent[]): readonly Statement[] {
    const done = new Set<string>();
    const out: Statement[] = [];
    const wants = new Map(later.map((known) => [known, this.components.linked(known)]));
    const made = new Set<ReadComponent>();
    // What a pipeline receives from that is not made yet is added when it is.
    const waiting: ReadPipeline[] = [];
    const isOpen = ({ receivers }: ReadPipeline) =>
      receivers.some((id) => later.some((known) => known.id === id && !made.has(known)));
    const addWaiting = () => {
      for (const pipeline of waiting.filter((one) => !isOpen(one))) {
        waiting.splice(waiting.indexOf(pipeline), 1);
        const from = array(
          pipeline.receivers.map((one) => this.components.used(this.config.find(['receiver', 'connector'], one))),
        );
        out.push({
          kind: 'run',
          value: method(plain(this.components.pipelineName(pipeline.id)), 'add', object([['from', from]])),
        });
      }
    };
    const write = (pipeline: ReadPipeline, trail: readonly string[]) => {
      if (done.has(pipeline.id)) return;
      done.add(pipeline.id);
      const before = [...(pipeline.processors ?? []), ...pipeline.exporters];
      for (const known of later) {
        if (before.includes(known.id) && known.kind === 'connector') make(known, [...trail, pipeline.id]);
      }
      const open = isOpen(pipeline);
      if (open) waiting.push(pipeline);
      out.push(this.pipelineStatement(pipeline, open));
    };
    const make = (known: ReadComponent, trail: readonly string[]) => {
      if (made.has(known)) return;
      for (const id of wants.get(known) ?? []) {
        const pipeline = this.config.pipeline(id);
        if (pipeline && !done.has(id)) write(pipeline, trail);
        else if (trail.includes(id)) throw new Unfit(`the pipeline ${id} sends to a connector that names it`);
      }
      made.add(known);
      out.push(...this.components.definition(known));
      addWaiting();
    };
    for (const pipeline of this.config.pipelines) if (!this.config.isOfRule(pipeline.id)) write(pipeline, []);
    for (const known of later) make(known, []);
    return out;
  }

  private pipelineStatement(pipeline: ReadPipeline, open: boolean): Statement {
    const { id, receivers, processors } = pipeline;
    const route = this.config.routes.get(id);
    const table = ['connectors', route?.connector ?? '', 'table'];
    const called = method(
      plain(this.context.collector),
      route === undefined ? 'pipeline' : 'route',
      string(id),
      object([
        ['from', open || receivers.length === 0 ? undefined : this.listOf(id, 'receivers', receivers)],
        ['processors', processors && this.listOf(id, 'processors', processors)],
        ...(route === undefined
          ? ([['to', this.listOf(id, 'exporters', pipeline.exporters)]] as const)
          : ([
              ['rules', array(route.rules.map((rule, i) => this.rule(rule, pipeline.signal, [...table, i])))],
              ['otherwise', this.placed(object(this.outcome(route.otherwise)), ...pipelines, route.otherwise)],
            ] as const)),
      ]),
    );
    const value = this.placed(
      this.placed(called, ...pipelines, id),
      ...(route === undefined ? [] : ['connectors', route.connector]),
    );
    if (!open && !this.components.namesPipeline(id)) return { kind: 'run', value };
    return { kind: 'const', name: this.components.pipelineName(id), value };
  }

  /** A list of a pipeline. */
  private listOf(pipeline: string, field: keyof typeof kindsIn, ids: readonly string[]): Code {
    const list = array(ids.map((one) => this.components.used(this.config.find(kindsIn[field], one))));
    return this.placed(list, ...pipelines, pipeline, field);
  }

  /** Code that stands for a place of the configuration. */
  private placed(code: Code, ...path: Pointer): Code {
    return standingFor(code, this.context.source, ...path);
  }

  /** @param row where the table of the connector has it */
  private rule(
    { name, condition, continues, pipeline }: ReadRoute['rules'][number],
    signal: string,
    row: Pointer,
  ): Code {
    const context =
      signal === 'logs'
        ? 'log'
        : signal === 'traces'
          ? 'span'
          : condition.includes('datapoint.')
            ? 'datapoint'
            : 'metric';
    const when =
      condition === 'true'
        ? string('always')
        : (ottlCode(condition, { kind: 'condition', context }, (name) => this.context.variable(name)) ??
          ottlTemplate(`ottl.${context}`, [condition.replaceAll('$$', '$')]));
    if (when === undefined) throw new Unfit(`the condition of the rule ${name} fits in no template`);
    const entries = [
      ['when', when],
      ...this.outcome(pipeline),
      ['continue', continues ? plain('true') : undefined],
    ] as const;
    return this.placed(this.placed(call('rule', string(name), object(entries)), ...row), ...pipelines, pipeline);
  }

  /** What happens at the end of a rule. */
  private outcome(id: string): readonly (readonly [string, Code | undefined])[] {
    if (this.config.drops(id)) return [['drop', plain('true')]];
    const pipeline = this.config.pipeline(id);
    if (pipeline === undefined) throw new Unfit(`the pipeline ${id} is not defined`);
    const { processors, exporters } = pipeline;
    return [
      ['processors', processors && this.listOf(id, 'processors', processors)],
      ['to', this.listOf(id, 'exporters', exporters)],
    ];
  }

  /** Components that nothing uses. */
  private declared(): readonly Statement[] {
    const unused = this.config.all.filter(
      ({ kind, id, uses }) => uses === 0 && !(kind === 'extension' && this.config.started.includes(id)),
    );
    if (unused.length === 0) return [];
    const codes = unused.map((known) => this.components.used(known));
    return [
      blankLine,
      {
        kind: 'run',
        comment: 'No pipeline uses these.',
        value: method(plain(this.context.collector), 'declare', ...codes),
      },
    ];
  }
}

/** The telemetry of the collector itself, where its fields are those that are known. */
function telemetryCode(value: ConfigValue, references: References): Code {
  const known = ['logs', 'metrics', 'traces', 'resource'];
  if (
    !isConfigMap(value) ||
    Object.keys(value).some((key) => !known.includes(key)) ||
    Object.keys(value).length === 0
  ) {
    throw new Unfit('service/telemetry has fields that are not known');
  }
  const sections = Object.entries(value).map(([key, section]) => {
    if (!isConfigMap(section)) throw new Unfit(`service/telemetry/${key} is no section`);
    return [key, freeValue(section, { ...references, env: () => undefined, blank: plain('null') })] as const;
  });
  return standingFor(object(sections), value);
}
