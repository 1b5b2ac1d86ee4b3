import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/**
 * What every construct of an app depends on, read once, without touching the tree. Stock cdk8s writes what it infers
 * into the tree instead, one edge for every pair of objects; here a dependency between two constructs stays one.
 */
export class Dependencies {
  /** Every construct of the app, parents before their children. */
  readonly constructs: readonly IConstruct[];

  /** The charts of the app, parents before their children. */
  readonly charts: readonly Chart[];

  /** Whether the order of two charts matters: one depends on the other, or is made directly inside the other. */
  betweenCharts = false;

  private readonly charted = new Map<IConstruct, Chart | undefined>();
  private readonly members = new Map<Chart, IConstruct[]>();
  private readonly targets = new Map<IConstruct, Set<IConstruct>>();
  private readonly dependedOnFromInside = new Set<Chart>();
  private readonly objects = new Map<IConstruct, readonly ApiObject[]>();

  /** @throws if something depends on a construct outside of every chart, or is outside itself */
  constructor(app: IConstruct) {
    this.constructs = app.node.findAll();
    this.charts = this.constructs.filter(Chart.isChart);
    for (const construct of this.constructs) {
      this.readConstruct(construct);
    }
    for (const chart of this.charts) {
      for (const nested of chart.node.children.filter(Chart.isChart)) {
        this.add(chart, nested);
        this.betweenCharts = true;
      }
    }
    for (const construct of this.constructs) {
      this.inferBetweenCharts(construct);
    }
  }

  /**
   * What the construct depends on, each once: first what the program says, then what follows for charts. What follows
   * for the objects in the two constructs is left to the reader.
   */
  of(construct: IConstruct): ReadonlySet<IConstruct> {
    return this.targets.get(construct) ?? NOTHING;
  }

  /** The chart that the construct is in, which for a chart is itself. @throws if there is none */
  chartOf(construct: IConstruct): Chart {
    return this.charted.get(construct) ?? Chart.of(construct);
  }

  /** The API objects in the construct, including itself, that belong to the same chart as the construct. */
  objectsIn(construct: IConstruct): readonly ApiObject[] {
    const known = this.objects.get(construct);
    if (known) {
      return known;
    }
    const objects: ApiObject[] = [];
    collectObjects(construct, objects);
    this.objects.set(construct, objects);
    return objects;
  }

  /** The construct and those around it, from the chart inwards, that depend on something. */
  dependentScopes(construct: IConstruct): readonly IConstruct[] {
    if (this.targets.size === 0) {
      return [];
    }
    const scopes: IConstruct[] = [];
    for (let scope: IConstruct | undefined = construct; scope; scope = scope.node.scope) {
      if (this.targets.has(scope)) {
        scopes.push(scope);
      }
      if (Chart.isChart(scope)) {
        break;
      }
    }
    return scopes.reverse();
  }

  /**
   * The constructs whose dependencies decide the order of the objects in the chart: its own, and those of the charts
   * inside it only if one of them depends on something of this chart. Otherwise no path leads back, and leaving them
   * out keeps deeply nested charts from being walked again for every chart around them.
   */
  scopeOf(chart: Chart): { readonly constructs: readonly IConstruct[]; readonly nested: boolean } {
    const nested = this.dependedOnFromInside.has(chart);
    return { nested, constructs: nested ? chart.node.findAll() : (this.members.get(chart) ?? []) };
  }

  private readConstruct(construct: IConstruct): void {
    const chart = Chart.isChart(construct) ? construct : construct.node.scope && this.charted.get(construct.node.scope);
    this.charted.set(construct, chart);
    if (chart) {
      const members = this.members.get(chart);
      if (members) {
        members.push(construct);
      } else {
        this.members.set(chart, [construct]);
      }
    }
    const targets = construct.node.dependencies;
    if (targets.length > 0) {
      this.targets.set(construct, new Set(targets));
    }
  }

  private inferBetweenCharts(source: IConstruct): void {
    for (const target of [...this.of(source)]) {
      const sourceChart = this.chartOf(source);
      const targetChart = this.chartOf(target);
      if (sourceChart !== targetChart) {
        this.add(sourceChart, targetChart);
        this.betweenCharts = true;
        if (sourceChart.node.scopes.includes(targetChart)) {
          this.dependedOnFromInside.add(targetChart);
        }
      }
    }
  }

  private add(source: IConstruct, target: IConstruct): void {
    const targets = this.targets.get(source);
    if (targets) {
      targets.add(target);
    } else {
      this.targets.set(source, new Set([target]));
    }
  }
}

const NOTHING: ReadonlySet<IConstruct> = new Set();

function collectObjects(construct: IConstruct, objects: ApiObject[]): void {
  if (ApiObject.isApiObject(construct)) {
    objects.push(construct);
  }
  for (const child of construct.node.children) {
    if (!Chart.isChart(child)) {
      collectObjects(child, objects);
    }
  }
}
