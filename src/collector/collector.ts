import { isDeepStrictEqual } from 'node:util';
import { Chart, type JsonPatch } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { Component, Exporter, Extension, Receiver } from '../catalog/component';
import type { CollectorModel } from '../model/collector';
import { sectionOf } from '../model/component-id';
import type { ConfigMap } from '../model/config';
import { variablesConfigMap } from '../model/hub';
import { type Issue, MdaiError } from '../model/issue';
import { defaultRelease, type Release } from '../model/release';
import type { HubHandle } from '../model/value';
import { Registry } from '../registry';
import { writtenConfig } from '../render/release';
import type { Sidecar } from '../render/workload/sidecar';
import type { RoutedSignal } from '../routing/contexts';
import { Route, type RouteProps } from '../routing/route';
import { inlet } from '../tiers/inlet';
import type {
  AnyInletOptions,
  BalancedInletOptions,
  BalancedSignals,
  BalanceKey,
  HttpInletOptions,
  InletOptions,
} from '../tiers/inlet-options';
import { withTargetAllocator } from '../tiers/target-allocator';
import type { Compiled } from './compile';
import { type HealthCheck, healthCheck, type MemoryLimiter, memoryLimiter, switches } from './defaults';
import { environmentOf } from './environment';
import { CollectorMetrics } from './metrics';
import { customResource, renderers, workload } from './objects';
import type { Override, Overriding } from './override';
import { assertOwn } from './ownership';
import { Pipeline, type PipelineId, type PipelineOwner, type PipelineProps } from './pipeline';
import { assertReplicas, podModel } from './pod';
import type { CollectorProps } from './props';
import { serviceAccountModel } from './service-account';
import { annotations, type SidecarOptions, SidecarPods } from './sidecar';
import { telemetrySection } from './telemetry';

/** A signal in the `S` of types: what comes before the slash of a pipeline id. */
type PipelineSignal = 'traces' | 'metrics' | 'logs' | 'profiles';

/** An OpenTelemetry Collector, run by the OpenTelemetry operator or by plain Kubernetes objects. */
export class Collector extends Construct {
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;
  /** The collector release that runs it. */
  readonly release: Release;
  /** The memory limiter that stands first in pipelines unless told otherwise: to override it, or to anchor edits at it. */
  readonly memoryLimiter: MemoryLimiter = memoryLimiter;
  /** The health check that the collector gets unless told otherwise: to override it. */
  readonly healthCheck: HealthCheck = healthCheck;
  private readonly owner: PipelineOwner;
  private readonly sidecars = new SidecarPods(this);
  private readonly pipelines: Pipeline<string>[] = [];
  private readonly declared: Component[] = [];
  private readonly enabled: Extension[] = [];
  private readonly overrides: Overriding[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CollectorProps = {},
  ) {
    super(scope, id);
    assertReplicas(this.node.path, props.replicas, props.mode);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    this.release = props.release ?? defaultRelease;
    const registry = Registry.of(this);
    const owner: PipelineOwner = {
      path: this.node.path,
      release: this.release,
      assertOwn: (values) => assertOwn(owner, values),
      touch: () => registry.touch(),
    };
    this.owner = owner;
    const model = () => registry.modelOf('collectors', this);
    if (props.backend === 'workload') workload(this, this, props.mode ?? 'deployment', model);
    else if (props.backend !== 'none')
      customResource(this, this, serviceAccountModel(this.name, props.serviceAccount).podLabels, model);
    registry.add(this, {
      contribute: (draft) => {
        const { model, issues } = this.compiled();
        draft.collectors.push(model);
        draft.issues.push(...issues);
      },
      derive: () => renderers().renderBeside(model()),
      join: () => this.sidecars.join(model()),
    });
  }

  /**
   * Adds a pipeline.
   *
   * @param id `traces`, `metrics` or `logs`, or one of them with a name: `logs/in`
   * @throws MdaiError for an id that this collector has, or a pipeline of another collector
   */
  pipeline<S extends PipelineSignal>(id: PipelineId<S>, props: PipelineProps<S>): Pipeline<S> {
    const pipeline = new Pipeline<S>(this.owner, id, props);
    this.join(pipeline, [props.from, props.processors, props.to]);
    return pipeline;
  }

  /**
   * Adds a pipeline that divides what it gets by rules.
   *
   * @param id `traces`, `metrics` or `logs`, or one of them with a name: `logs/in`
   * @throws MdaiError for an id that this collector has, or a pipeline of another collector
   */
  route<S extends RoutedSignal>(id: PipelineId<S>, props: RouteProps<S>): Route<S> {
    const route = new Route<S>(this.owner, id, props);
    this.join(route, [props.from, props.processors, route.declaration]);
    return route;
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
   * Changes the configuration of a component in this collector alone. Maps merge, lists and other values replace, and
   * `unset` takes a key out. Later calls change what earlier ones left.
   *
   * @param component one that this collector uses, whoever made it: in a pipeline, a target or another component
   */
  override<C extends object>(component: Component<C>, changes: Override<NoInfer<C>>): this {
    this.owner.assertOwn([changes]);
    this.overrides.push({ component, changes });
    this.owner.touch();
    return this;
  }

  /**
   * Patches one of the Kubernetes objects of this collector, also before it is made.
   *
   * @param id the object's construct id: the last part of its path
   */
  patch(id: string, ...patches: readonly JsonPatch[]): this {
    Registry.of(this).patch(this, id, patches);
    return this;
  }

  /**
   * This collector as a target for pipelines of other collectors in the same Kubernetes cluster.
   *
   * @param receiver the receiver of this collector that takes the telemetry: `otlp`, `otelarrow` or `zipkin`
   * @throws MdaiError for another receiver, or one whose port is not known, and for a sidecar
   */
  inlet<S extends string>(receiver: Receiver<S>, options?: InletOptions | HttpInletOptions): Exporter<S>;
  inlet<S extends string, K extends BalanceKey>(
    receiver: Receiver<S>,
    options: BalancedInletOptions<K>,
  ): Exporter<S & BalancedSignals[K]>;
  inlet(receiver: Receiver<string>, options: AnyInletOptions = {}): Exporter<string> {
    const { name, namespace } = this;
    return inlet({ path: this.node.path, name, namespace, mode: this.props.mode }, receiver, options);
  }

  /**
   * Lets this collector, of the mode `sidecar`, join the pods of a workload: a Deployment, StatefulSet, DaemonSet, Job,
   * CronJob or Pod, whichever library made it. Without the operator, its container and volumes are added to the object;
   * with it, the annotation that asks the operator to.
   *
   * @throws MdaiError for a construct that runs no pods
   */
  joinPodsOf(workload: IConstruct, options: SidecarOptions = {}): this {
    if (this.props.mode !== 'sidecar') {
      throw new MdaiError(`${this.node.path} has pods of its own. A collector with mode: 'sidecar' joins others.`);
    }
    this.sidecars.add(workload, options);
    this.owner.touch();
    return this;
  }

  /**
   * This collector, of the mode `sidecar` and without the operator, as a plain container and the volumes that it mounts,
   * in Kubernetes' own fields.
   */
  toSidecar({ native = false }: SidecarOptions = {}): Sidecar {
    return this.sidecars.render(Registry.of(this).modelOf('collectors', this), native);
  }

  /** The annotations by which the operator lets this collector, of the mode `sidecar`, join a pod. */
  get sidecarAnnotations(): Readonly<Record<string, string>> {
    return annotations(this);
  }

  /** The metrics that this collector has of itself, for `promql`. */
  get metrics(): CollectorMetrics {
    const { props, release } = this;
    const telemetry = telemetrySection(switchesOf(props).telemetry, props.telemetry);
    return new CollectorMetrics({ path: this.node.path, release, telemetry });
  }

  /** The collector's configuration, in the names of its release. */
  toConfig(): ConfigMap {
    const model = Registry.of(this).modelOf('collectors', this);
    return writtenConfig(model);
  }

  /** The collector's configuration as the text of a file, in the names of its release. */
  toYaml(): string {
    return renderers().configYaml(Registry.of(this).modelOf('collectors', this));
  }

  private join(pipeline: Pipeline<string>, given: readonly unknown[]): void {
    const { pipelineId } = pipeline;
    if (this.pipelines.some((other) => other.pipelineId === pipelineId)) {
      throw new MdaiError(
        `The collector ${this.node.path} has a pipeline ${pipelineId} already. Give one of them a name: ${pipelineId}-other.`,
      );
    }
    this.owner.assertOwn(given);
    this.pipelines.push(pipeline);
    this.owner.touch();
  }

  private compiled() {
    const { props } = this;
    const { verbatim = false } = props;
    const on = switchesOf(props);
    // Loaded with the first collector that is compiled: most of what routes are made of comes with it.
    const { compile } = require('./compile') as typeof import('./compile');
    const compiled = compile({
      path: this.node.path,
      release: this.release,
      pipelines: this.pipelines,
      declared: this.declared,
      extensions: this.enabled,
      overrides: this.overrides,
      defaults: on,
      listenHost: props.mode === 'sidecar' ? 'localhost' : '0.0.0.0',
      verbatim,
    });
    const environment = environmentOf(props.env ?? {}, this.node.path);
    const telemetry = telemetrySection(on.telemetry, props.telemetry);
    const hub = compiled.hubs[0]?.hubName;
    const asGiven = props.defaults === false || verbatim;
    const config = asGiven ? compiled.config : withTargetAllocator(compiled.config, this.name, props);
    const service = config.service as ConfigMap;
    const model: CollectorModel = {
      path: this.node.path,
      // Without an object it has no name that another could have too.
      name: props.backend === 'none' ? '' : this.name,
      namespace: this.namespace,
      release: this.release,
      config: { ...config, service: { ...service, ...(telemetry && { telemetry }) } },
      ...(verbatim && { verbatim }),
      featureGates: props.featureGates ?? [],
      declared: this.declared.map(({ kind, id }) => `${sectionOf[kind]}/${id}`),
      env: verbatim ? { ...environment, ...compiled.env } : { ...compiled.env, ...environment },
      envFrom: hub === undefined ? [] : [{ kind: 'configMap', name: variablesConfigMap(hub) }],
      hub,
      files: compiled.files,
      ...compiled.notes,
      pod: podModel(this.name, this.release, props, on, compiled.config),
    };
    const issues = [
      ...severalHubs(this.node.path, compiled.hubs),
      ...givenTwice(this.node.path, compiled.env, environment),
    ];
    return { model, issues: [...compiled.issues, ...issues] };
  }
}

/** What the collector gets of itself. */
function switchesOf({ defaults, verbatim }: CollectorProps) {
  return switches(defaults ?? (verbatim ? false : undefined));
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
