import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Dependencies } from './dependencies';
import { Graph } from './graph';

/**
 * The order in which an app's charts, and a chart's objects, are written: that of stock cdk8s, in linear time.
 *
 * @throws if there is a dependency cycle, or one from or to a construct outside of every chart
 */
export class SynthOrder {
  /** Each chart after those that it depends on, and after the charts made directly inside it. */
  readonly charts: readonly Chart[];

  /** Whether the order of two charts matters, so that the names of their files have to show it. */
  readonly betweenCharts: boolean;

  private readonly dependencies: Dependencies;
  private readonly objects = new Map<Chart, readonly ApiObject[]>();

  constructor(app: IConstruct) {
    this.dependencies = new Dependencies(app);
    this.betweenCharts = this.dependencies.betweenCharts;
    this.charts = new Graph(this.dependencies.constructs, this.dependencies).order().filter(Chart.isChart);
  }

  /** The objects of the chart, each after those of the same chart that it depends on. */
  objectsOf(chart: Chart): readonly ApiObject[] {
    const known = this.objects.get(chart);
    if (known) {
      return known;
    }
    const { constructs, nested } = this.dependencies.scopeOf(chart);
    const independent = constructs.every((construct) => this.dependencies.of(construct).size === 0);
    const order = independent
      ? constructs
      : new Graph(constructs, this.dependencies, nested ? undefined : chart).order();
    const objects = order.filter(ApiObject.isApiObject).filter((object) => this.dependencies.chartOf(object) === chart);
    this.objects.set(chart, objects);
    return objects;
  }
}
