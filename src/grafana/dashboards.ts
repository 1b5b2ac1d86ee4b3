import { createHash } from 'node:crypto';
import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { type Issue, MdaiError } from '../model/issue';
import type { Model } from '../model/model';
import type { Prometheus } from '../prometheus/prometheus';
import { Registry } from '../registry';
import type { KubernetesObject } from '../render/object';
import type * as building from './build';
import type * as choosing from './dashboards-of';

/** What dashboards are given. */
export interface DashboardsProps {
  /** What they show is what this Prometheus reads. */
  readonly prometheus: Prometheus;
  /** The first part of the objects' names. @default the construct's id */
  readonly name?: string;
  /** Where Grafana's sidecar looks for them. @default the chart's namespace */
  readonly namespace?: string;
  /** Labels by which Grafana's sidecar finds them. @default `grafana_dashboard: "1"` */
  readonly labels?: Readonly<Record<string, string>>;
  /** The folder in Grafana, which the sidecar reads from the annotation `grafana_folder`. @default Grafana's own choice */
  readonly folder?: string;
  /** Further tags of the dashboards. @default none */
  readonly tags?: readonly string[];
}

/** A dashboard in Grafana's JSON: what its SDK builds, or a builder of it. */
export type GrafanaDashboard = object | { build(): object };

/** More does not fit into an object of Kubernetes; the rest is for its other fields. */
const mostBytes = 1024 ** 2 - 16 * 1024;

/**
 * Grafana dashboards of the collectors, routes and hub that a Prometheus reads, and your own: a ConfigMap each, for the
 * sidecar that Grafana's Helm charts put beside it.
 */
export class Dashboards extends Construct {
  private readonly own = new Map<string, object>();
  private readonly registry: Registry;
  private made?: { readonly of: Model; readonly objects: Record<string, KubernetesObject> };

  /** @throws MdaiError for a Prometheus of another app */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: DashboardsProps,
  ) {
    super(scope, id);
    if (props.prometheus.node.root !== this.node.root) {
      throw new MdaiError(
        `${this.node.path}: the Prometheus ${props.prometheus.node.path} belongs to another app. Give one of this app.`,
      );
    }
    this.registry = Registry.of(this);
    this.registry.add(this, {
      contribute: () => {},
      derive: (model) => this.objects(model),
      join: (model) => this.tooLarge(model),
    });
  }

  /**
   * A dashboard of your own, from Grafana's SDK (`new DashboardBuilder(…)…`), or as plain data.
   *
   * @param name the last part of the object's name, in small letters, digits and dashes
   * @throws MdaiError for a name that is none, or is taken
   */
  add(name: string, dashboard: GrafanaDashboard): this {
    if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name)) {
      throw new MdaiError(`${this.node.path}: "${name}" is no name of a dashboard. Use small letters, digits and "-".`);
    }
    if (this.own.has(name) || builtIn.has(name)) {
      throw new MdaiError(`${this.node.path} has a dashboard "${name}" already. Choose another name.`);
    }
    this.own.set(name, 'build' in dashboard && typeof dashboard.build === 'function' ? dashboard.build() : dashboard);
    this.registry.touch();
    return this;
  }

  /** The objects by construct id, made once for each model. */
  private objects(model: Model): Record<string, KubernetesObject> {
    if (this.made?.of !== model) this.made = { of: model, objects: this.make(model) };
    return this.made.objects;
  }

  private make(model: Model): Record<string, KubernetesObject> {
    const own = [...this.own].map(([name, dashboard]) => [name, this.configMap(name, dashboard)] as const);
    return Object.fromEntries([
      ...this.derived(model).map(([name, json]) => [name, this.configMap(name, json)]),
      ...own,
    ]);
  }

  private derived(model: Model): (readonly [string, object])[] {
    const prometheus = model.prometheuses.find(({ path }) => path === this.props.prometheus.node.path);
    if (prometheus === undefined) return [];
    // Loaded here, because a program without dashboards needs none of it.
    const { buildDashboard } = require('./build') as typeof building;
    const { dashboardsOf } = require('./dashboards-of') as typeof choosing;
    const { tags = [] } = this.props;
    return dashboardsOf(model, prometheus).map(
      (spec) => [spec.id, buildDashboard(spec, this.uid(spec.id), tags)] as const,
    );
  }

  private get name(): string {
    return this.props.name ?? this.node.id;
  }

  private get namespace(): string | undefined {
    return this.props.namespace ?? Chart.of(this).namespace;
  }

  /** Grafana takes 40 characters, and one dashboard for each; a link to it stays good as long as its object has this name. */
  private uid(dashboard: string): string {
    const whole = [this.namespace, this.name, dashboard].filter((part) => part !== undefined).join('-');
    if (whole.length <= mostOfUid) return whole;
    const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8);
    return `${whole.slice(0, mostOfUid - hash.length - 1)}-${hash}`;
  }

  private configMap(dashboard: string, json: object): KubernetesObject {
    const { labels = { grafana_dashboard: '1' }, folder } = this.props;
    const name = `${this.name}-${dashboard}`;
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name,
        ...(this.namespace !== undefined && { namespace: this.namespace }),
        labels: { ...labels },
        ...(folder !== undefined && { annotations: { grafana_folder: folder } }),
      },
      data: { [`${name}.json`]: `${JSON.stringify(json, null, 2)}\n` },
    };
  }

  private tooLarge(model: Model): Issue[] {
    return Object.entries(this.objects(model)).flatMap(([name, { data }]) => {
      const bytes = Buffer.byteLength(Object.values(data as Record<string, string>).join(''));
      if (bytes <= mostBytes) return [];
      const mebibytes = (bytes / 1024 ** 2).toFixed(1);
      return [
        {
          code: 'dashboard-size',
          severity: 'error',
          path: `${this.node.path}/${name}`,
          message: `The dashboard has ${mebibytes} MiB, which do not fit into a ConfigMap.`,
          fix: 'Divide it into several.',
        } satisfies Issue,
      ];
    });
  }
}

const mostOfUid = 40;
const builtIn: ReadonlySet<string> = new Set(['collectors', 'routes', 'hub']);
