import { connects } from '../../checks/connector-use';
import type { CollectorModel } from '../../model/collector';
import type { ConfigMap } from '../../model/config';
import { MdaiError } from '../../model/issue';
import { Unsupported } from '../../ottl/evaluate/value';
import { copyBatch } from '../../telemetry/copy';
import type { Batch } from '../../telemetry/data';
import { type CollectorView, type ComponentView, componentIn, type PipelineView, viewOf } from '../../view/view';
import { connectorKinds, processorKinds } from './components/table';
import { type Call, type Consume, type Consumer, Refusal } from './consumer';
import { type Environment, expandMap } from './environment';
import { fanOut } from './fan-out';
import { connecting, passing, processing, stopping } from './run';
import type { Outputs, Setup, Signal } from './setup';
import { countRecords, eachOrigin } from './walk';

/** What is around a collector. */
export interface World {
  readonly now: () => bigint;
  readonly environment: Environment;
  unsupported(path: string, reason: string): void;
  /** Goes on at the receiver of another collector. */
  send(to: string, receiver: string, batch: Batch, call: Call): void;
}

export interface CollectorGraph {
  readonly view: CollectorView;
  /** Puts a batch into the pipelines behind a receiver. */
  enter(receiver: string, batch: Batch, call: Call): void;
}

/** The pipelines of a collector, wired as the real one wires them (service/internal/graph). */
export function makeGraph(collector: CollectorModel, world: World): CollectorGraph {
  const builder = new GraphBuilder(viewOf(collector), world);
  const entries = new Map<string, Consumer>();
  return {
    view: builder.view,
    enter(receiver, batch, call) {
      const key = `${batch.signal} ${receiver}`;
      const entry = entries.get(key) ?? builder.receiver(receiver, batch.signal);
      entries.set(key, entry);
      entry.consume(batch, call);
    },
  };
}

class GraphBuilder {
  private readonly pipelines = new Map<string, Consumer>();
  private readonly connectors = new Map<string, Consumer>();
  private readonly exporters = new Map<string, Consumer>();
  private readonly configs = new Map<ComponentView, ConfigMap>();
  private readonly building = new Set<string>();

  constructor(
    readonly view: CollectorView,
    private readonly world: World,
  ) {}

  receiver(id: string, signal: Signal): Consumer {
    const next = fanOut(this.receivingFrom(id, signal).map((pipeline) => this.pipeline(pipeline, signal)));
    const type = this.view.sections.receiver.components.get(id)?.type;
    const collector = this.view.path;
    return {
      mutates: next.mutates,
      consume: (batch, call) => {
        // An OTLP receiver answers to what holds no records by itself.
        if (type === 'otlp' && countRecords(batch) === 0) return;
        const { sink } = call;
        if (sink.visit)
          eachOrigin(batch, (origin) => sink.visit?.(origin, { collector, component: id, event: 'received' }));
        next.consume(batch, call);
      },
    };
  }

  private receivingFrom(id: string, signal: Signal): PipelineView[] {
    return this.view.pipelines.filter((pipeline) => pipeline.signal === signal && pipeline.receivers.ids.includes(id));
  }

  private pipeline(pipeline: PipelineView, signal: Signal): Consumer {
    const known = this.pipelines.get(pipeline.id);
    if (known) return known;
    if (this.building.has(pipeline.id)) {
      throw new MdaiError(`${pipeline.path}: the pipeline is part of a cycle, so the collector does not start.`);
    }
    this.building.add(pipeline.id);
    const made = this.makePipeline(pipeline, signal);
    this.building.delete(pipeline.id);
    this.pipelines.set(pipeline.id, made);
    return made;
  }

  private makePipeline(pipeline: PipelineView, signal: Signal): Consumer {
    const exporters = fanOut([...new Set(pipeline.exporters.ids)].flatMap((id) => this.target(id, signal)));
    let { mutates } = exporters;
    let consume: Consume = exporters.consume;
    for (const id of pipeline.processors.ids.toReversed()) {
      const processor = this.processor(id, pipeline, signal, consume);
      consume = processor.consume;
      mutates ||= processor.mutates;
    }
    const collector = this.view.path;
    const first = consume;
    return {
      mutates,
      consume(batch, call) {
        const { sink } = call;
        if (sink.visit) {
          eachOrigin(batch, (origin) => sink.visit?.(origin, { collector, pipeline: pipeline.id, event: 'entered' }));
        }
        first(batch, call);
      },
    };
  }

  private processor(id: string, pipeline: PipelineView, signal: Signal, next: Consume): Consumer {
    const component = componentIn(this.view, 'processors', id);
    const setup = this.setup(id, component, `processors/${id}`, signal, pipeline.id);
    const kind = component && processorKinds[typeOf(component)];
    if (component === undefined) setup.unsupported('the processor is not defined');
    else if (kind === undefined)
      setup.unsupported(`the processor ${typeOf(component)} is not simulated; it passes everything`);
    if (kind === undefined) return { mutates: true, consume: passing(setup, next) };
    return {
      mutates: kind.mutates,
      consume: this.guarded(setup, () => processing(setup, kind, next), passing(setup, next)),
    };
  }

  /** The exporter or the connector that a pipeline sends to: a connector once for each signal that it gives. */
  private target(id: string, signal: Signal): Consumer[] {
    const component = componentIn(this.view, 'exporters', id);
    if (component?.kind !== 'connector') return [this.exporter(id)];
    const signals = new Set(
      this.view.pipelines.filter(({ receivers }) => receivers.ids.includes(id)).map((pipeline) => pipeline.signal),
    );
    return [...signals].flatMap((to) =>
      to !== undefined && to !== 'profiles' && connects(component, signal, to)
        ? this.connector(component, signal, to)
        : [],
    );
  }

  private connector(component: ComponentView, from: Signal, to: Signal): Consumer {
    const key = `${component.id} ${from} ${to}`;
    const made = this.connectors.get(key) ?? this.makeConnector(component, from, to);
    this.connectors.set(key, made);
    return made;
  }

  private makeConnector(component: ComponentView, from: Signal, to: Signal): Consumer {
    const setup = this.setup(component.id, component, `connectors/${component.id}`, from);
    const pipelines = this.receivingFrom(component.id, to);
    const consumers = new Map(pipelines.map((pipeline) => [pipeline.id, this.pipeline(pipeline, to)]));
    const outputs = outputsOf(consumers);
    const kind = connectorKinds[typeOf(component)];
    // A connector that may pass its telemetry on changes it where one of the pipelines behind it does.
    const passesOn = from === to && [...consumers.values()].some(({ mutates }) => mutates);
    if (kind === undefined) {
      setup.unsupported(`the connector ${typeOf(component)} is not simulated; nothing comes out of it`);
      return { mutates: true, consume: stopping(setup) };
    }
    const consume = this.guarded(setup, () => connecting(setup, kind.make(setup, outputs)), stopping(setup));
    return { mutates: kind.mutates || passesOn, consume };
  }

  private exporter(id: string): Consumer {
    const made = this.exporters.get(id) ?? this.makeExporter(id);
    this.exporters.set(id, made);
    return made;
  }

  private makeExporter(id: string): Consumer {
    const { collector, path } = this.view;
    const sends = (collector.sends ?? []).filter(({ exporter }) => exporter === id);
    return {
      mutates: false,
      consume: (batch, call) => {
        const { sink } = call;
        if (sink.visit)
          eachOrigin(batch, (origin) => sink.visit?.(origin, { collector: path, component: id, event: 'exported' }));
        sink.deliver?.({ collector: path, exporter: id, batch });
        for (const { to, receiver } of sends) this.sendOn(to, receiver, batch, call);
      },
    };
  }

  /** What the other collector refuses is tried again and then lost: the exporter's queue stands in between. */
  private sendOn(to: string, receiver: string, batch: Batch, call: Call): void {
    try {
      this.world.send(to, receiver, copyBatch(batch), call);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const { collector, by, count } of error.faults) call.sink.drop?.({ collector, by, count });
    }
  }

  /** What a component does, or the other thing where it cannot be built. */
  private guarded(setup: Setup, make: () => Consume, otherwise: Consume): Consume {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      setup.unsupported(error.message);
      return otherwise;
    }
  }

  private setup(
    id: string,
    component: ComponentView | undefined,
    place: string,
    signal: Signal,
    pipeline?: string,
  ): Setup {
    const { collector, path } = this.view;
    const { world } = this;
    const here = component?.path ?? `${path}/${place}`;
    const unsupported = (reason: string, ...keys: readonly (string | number)[]) =>
      world.unsupported([here, ...keys].join('/'), reason);
    const config = component === undefined ? {} : this.config(component);
    const { environment, now } = world;
    return { collector, id, path: here, signal, pipeline, config, environment, now, unsupported };
  }

  private config(component: ComponentView): ConfigMap {
    const known = this.configs.get(component);
    if (known) return known;
    const config = this.expanded(component);
    this.configs.set(component, config);
    return config;
  }

  private expanded({ config, path }: ComponentView): ConfigMap {
    try {
      return expandMap(config, this.world.environment);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      this.world.unsupported(path, error.message);
      return {};
    }
  }
}

/** The type by its newest name. */
function typeOf({ facts, type }: ComponentView): string {
  return facts?.type ?? type;
}

function outputsOf(consumers: ReadonlyMap<string, Consumer>): Outputs {
  return {
    all: fanOut([...consumers.values()]),
    of(ids) {
      const named = ids.flatMap((id) => consumers.get(id) ?? []);
      if (named.length !== ids.length) return undefined;
      const one = fanOut(named);
      // Rows with the same single pipeline share a batch unless the pipeline changes it (fanoutconsumer wraps it then).
      return one.mutates ? { ...one } : one;
    },
  };
}
