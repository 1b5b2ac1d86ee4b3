import { isDeepStrictEqual } from 'node:util';
import { ApiObject, Chart, Lazy, type Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { Component, Exporter, Extension, Receiver } from '../catalog/component';
import type { CollectorMode, CollectorModel, Replicas } from '../model/collector';
import { sectionOf } from '../model/component-id';
import type { ConfigMap } from '../model/config';
import { variablesConfigMap } from '../model/hub';
import { type Issue, MdaiError } from '../model/issue';
import { defaultRelease, type Release } from '../model/release';
import type { HubHandle, Ref } from '../model/value';
import { Registry } from '../registry';
import { hubLabel, renderCollector } from '../render/operator/collector';
import { collectorHeader } from '../render/operator/headers';
import { configForRelease } from '../render/release';
import { type Compiled, compile } from './compile';
import { type CollectorDefaults, switches } from './defaults';
import { environmentOf } from './environment';
import { type InletOptions, inlet } from './inlet';
import { assertOwn } from './ownership';
import { Pipeline, type PipelineId, type PipelineOwner, type PipelineProps } from './pipeline';
import { type Telemetry, telemetrySection } from './telemetry';

/** A signal in the `S` of types: what comes before the slash of a pipeline id. */
type PipelineSignal = 'traces' | 'metrics' | 'logs' | 'profiles';

/** What a collector is given. */
export interface CollectorProps {
  /**
   * The name of the Kubernetes object. The operator adds `-collector` to it for what it makes.
   * @default the construct's id
   */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /**
   * The collector release that runs this configuration.
   * @default the newest release; in an `MdaiCluster`, the one that its MDAI hub ships
   */
  readonly release?: Release;
  /**
   * The image that runs it.
   * @default the contrib distribution of the release
   */
  readonly image?: string;
  /** @default 'deployment' */
  readonly mode?: CollectorMode;
  /**
   * How many pods, or the bounds between which an autoscaler keeps them. A daemonset has one per node.
   * @default 1
   */
  readonly replicas?: Replicas;
  /**
   * The memory limit of a pod. The memory limiter and GOMEMLIMIT (80 % of it) follow.
   * @default 512 MiB
   */
  readonly memory?: Size;
  /**
   * The CPU limit of a pod, in cores. A tenth of it is requested.
   * @default 1
   */
  readonly cpu?: number;
  /** Environment variables of the container: text, or a `secret()`. */
  readonly env?: Readonly<Record<string, string | Ref>>;
  /** The collector's own metrics, logs and traces; merged over the defaults. */
  readonly telemetry?: Telemetry;
  /** Feature gates to switch on, or off with a `-` in front. */
  readonly featureGates?: readonly string[];
  /**
   * What the collector gets of itself. `false` switches everything off, an object one thing by its name.
   * @default all on
   */
  readonly defaults?: false | CollectorDefaults;
}

/** An OpenTelemetry Collector, run by the OpenTelemetry operator. */
export class Collector extends Construct {
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;
  /** The collector release that runs it. */
  readonly release: Release;
  private readonly owner: PipelineOwner;
  private readonly pipelines: Pipeline<string>[] = [];
  private readonly declared: Component[] = [];
  private readonly enabled: Extension[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CollectorProps = {},
  ) {
    super(scope, id);
    assertReplicas(this.node.path, props.replicas);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    this.release = props.release ?? defaultRelease;
    const registry = Registry.of(this);
    const owner: PipelineOwner = {
      path: this.node.path,
      assertOwn: (values) => assertOwn(owner, values),
      touch: () => registry.touch(),
    };
    this.owner = owner;
    const rendered = memoized(renderCollector, () => registry.modelOf('collectors', this));
    new ApiObject(this, 'Default', {
      ...collectorHeader,
      metadata: {
        name: this.name,
        namespace: this.namespace,
        labels: {
          [hubLabel]: Lazy.any({ produce: () => rendered().metadata.labels?.[hubLabel] }) as unknown as string,
        },
      },
      spec: Lazy.any({ produce: () => rendered().spec }),
    });
    registry.add(this, {
      contribute: (draft) => {
        const { model, issues } = this.compiled();
        draft.collectors.push(model);
        draft.issues.push(...issues);
      },
    });
  }

  /**
   * Adds a pipeline.
   *
   * @param id `traces`, `metrics` or `logs`, or one of them with a name: `logs/in`
   * @throws MdaiError for an id that this collector has, or a pipeline of another collector
   */
  pipeline<S extends PipelineSignal>(id: PipelineId<S>, props: PipelineProps<S>): Pipeline<S> {
    if (this.pipelines.some(({ pipelineId }) => pipelineId === id)) {
      throw new MdaiError(
        `The collector ${this.node.path} has a pipeline ${id} already. Give one of them a name: ${id}-other.`,
      );
    }
    this.owner.assertOwn([props.from, props.processors, props.to]);
    const pipeline = new Pipeline<S>(this.owner, id, props);
    this.pipelines.push(pipeline);
    this.owner.touch();
    return pipeline;
  }

  /** Enables extensions that no component names by itself. */
  enable(...extensions: readonly Extension[]): this {
    this.enabled.push(...extensions);
    this.owner.touch();
    return this;
  }

  /** Writes components into the configuration that no pipeline uses. */
  declare(...components: readonly Component[]): this {
    this.declared.push(...components);
    this.owner.touch();
    return this;
  }

  /**
   * This collector as a target for pipelines of other collectors in the same Kubernetes cluster.
   *
   * @param receiver the OTLP receiver of this collector that takes the telemetry
   */
  inlet<S extends string>(receiver: Receiver<S>, options: InletOptions = {}): Exporter<S> {
    return inlet(this, receiver, options);
  }

  /** The collector's configuration, in the names of its release. */
  toConfig(): ConfigMap {
    const model = Registry.of(this).modelOf('collectors', this);
    return configForRelease(model.config, model.release);
  }

  private compiled() {
    const { props } = this;
    const on = switches(props.defaults);
    const compiled = compile({
      path: this.node.path,
      release: this.release,
      pipelines: this.pipelines,
      declared: this.declared,
      extensions: this.enabled,
      defaults: on,
    });
    const environment = environmentOf(props.env ?? {}, this.node.path);
    const telemetry = telemetrySection(on.telemetry, props.telemetry);
    const hub = compiled.hubs[0]?.hubName;
    const service = compiled.config.service as ConfigMap;
    const model: CollectorModel = {
      path: this.node.path,
      name: this.name,
      namespace: this.namespace,
      release: this.release,
      config: { ...compiled.config, service: { ...service, ...(telemetry && { telemetry }) } },
      featureGates: props.featureGates ?? [],
      declared: this.declared.map(({ kind, id }) => `${sectionOf[kind]}/${id}`),
      env: { ...compiled.env, ...environment },
      envFrom: hub === undefined ? [] : [{ kind: 'configMap', name: variablesConfigMap(hub) }],
      hub,
      pod: {
        mode: props.mode ?? 'deployment',
        replicas: props.replicas ?? 1,
        image: props.image ?? contribImage(this.release),
        memoryMiB: props.memory?.toMebibytes() ?? 512,
        cpuMillis: Math.round((props.cpu ?? 1) * 1000),
        resources: on.resources,
        security: on.security,
      },
    };
    const issues = [
      ...severalHubs(this.node.path, compiled.hubs),
      ...givenTwice(this.node.path, compiled.env, environment),
    ];
    return { model, issues: [...compiled.issues, ...issues] };
  }
}

/** A function of the model that is computed once for each model. */
function memoized<M, R>(compute: (model: M) => R, model: () => M): () => R {
  let last: { readonly model: M; readonly result: R } | undefined;
  return () => {
    const now = model();
    if (last?.model !== now) last = { model: now, result: compute(now) };
    return last.result;
  };
}

function assertReplicas(path: string, replicas: Replicas | undefined): void {
  if (typeof replicas !== 'object' || (replicas.min >= 1 && replicas.min <= replicas.max)) return;
  throw new MdaiError(
    `${path}: ${replicas.min} to ${replicas.max} replicas are none to choose from. Give a min of at least 1, and a max that is no less.`,
  );
}

function contribImage(release: Release): string {
  return `ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:${release}`;
}

/** Variables that the collector's `env` sets to something else than the secret that a component reads from them. */
function givenTwice(path: string, read: Compiled['env'], given: Compiled['env']): Issue[] {
  return Object.keys(given)
    .filter((name) => Object.hasOwn(read, name) && !isDeepStrictEqual(read[name], given[name]))
    .map((name) => ({
      code: 'component-conflict',
      severity: 'error',
      path: `${path}/env/${name}`,
      message: `the environment variable ${name} is set here, and holds a secret that a component reads.`,
      fix: "Give one of them another name: secret('name', 'key', { env: '…' }).",
    }));
}

function severalHubs(path: string, hubs: readonly HubHandle[]): Issue[] {
  if (hubs.length < 2) return [];
  const names = hubs.map(({ hubName }) => hubName).join(', ');
  return [
    {
      code: 'hub-several',
      severity: 'error',
      path,
      message: `the collector reads variables of several hubs: ${names}.`,
      fix: 'A collector reads one hub. Move the variables into one, or split the collector.',
    },
  ];
}
