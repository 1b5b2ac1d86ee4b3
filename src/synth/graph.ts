import { ApiObject, type Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { describeCycle } from './cycle';
import type { Dependencies } from './dependencies';
import { depthFirst } from './depth-first';
import { GraphVertex } from './vertex';

/**
 * The dependencies among the constructs of an app or of a chart, as stock cdk8s' `DependencyGraph` has them after
 * synthesis inferred the rest: an object depends on every object in what it, or a construct around it in the same
 * chart, depends on. Constructs that are not in the graph are left out.
 */
export class Graph {
  private readonly inTreeOrder: readonly GraphVertex[];
  // By path, in a plain object, because that is where stock's order of independent constructs comes from:
  // those whose whole path is a number come first.
  private readonly vertices: Record<string, GraphVertex> = Object.create(null);
  private readonly gates = new Map<IConstruct, GraphVertex>();
  private readonly groups = new Map<IConstruct, GraphVertex>();
  private readonly loops = new Map<IConstruct, ReadonlyMap<ApiObject, ReadonlySet<IConstruct>>>();

  /**
   * @param constructs what is in the graph, parents before their children
   * @param dependencies those of the whole app
   * @param only the chart that all the constructs belong to, if they do
   * @throws if something depends on itself
   */
  constructor(
    constructs: readonly IConstruct[],
    private readonly dependencies: Dependencies,
    private readonly only?: Chart,
  ) {
    this.inTreeOrder = constructs.map((construct) => new GraphVertex(construct));
    for (const vertex of this.inTreeOrder) {
      this.vertices[vertex.path] = vertex;
    }
    for (const [index, construct] of constructs.entries()) {
      this.connect(construct, this.inTreeOrder[index] as GraphVertex);
    }
  }

  /**
   * The constructs, each after those that it depends on, and otherwise in the order of the tree.
   *
   * @throws if there is a cycle, naming its constructs
   */
  order(): IConstruct[] {
    const order: IConstruct[] = [];
    const vertices = Object.values(this.vertices);
    const acyclic = depthFirst(
      vertices.filter((vertex) => !vertex.inbound),
      (vertex) => vertex.edges,
      ({ construct }) => construct && order.push(construct),
    );
    // A cycle that nothing outside of it depends on is not met at all.
    if (!acyclic || order.length < vertices.length) {
      throw new Error(`Dependency cycle detected: ${describeCycle(this.inTreeOrder)}`);
    }
    return order;
  }

  private vertexOf(construct: IConstruct): GraphVertex | undefined {
    return this.vertices[construct.node.path];
  }

  private connect(construct: IConstruct, source: GraphVertex): void {
    for (const target of this.dependencies.of(construct)) {
      const vertex = this.vertexOf(target);
      if (vertex === source) {
        throw new Error(`Dependency cycle detected: ${source.path} => ${source.path}`);
      }
      this.link(source, vertex);
    }
    if (ApiObject.isApiObject(construct)) {
      for (const scope of this.dependencies.dependentScopes(construct)) {
        this.connectThrough(scope, construct, source);
      }
    }
  }

  /** Lets the object depend on all objects in what the scope, which is around it, depends on. */
  private connectThrough(scope: IConstruct, object: ApiObject, source: GraphVertex): void {
    const loops = this.loopsOf(scope).get(object);
    if (!loops) {
      this.link(source, this.gateOf(scope));
      return;
    }
    for (const target of this.dependencies.of(scope)) {
      if (loops.has(target)) {
        for (const other of this.dependencies.objectsIn(target)) {
          if (other !== object) {
            this.link(source, this.vertexOf(other));
          }
        }
      } else {
        this.link(source, this.groupOf(target));
      }
    }
  }

  private link(source: GraphVertex, target: GraphVertex | undefined): void {
    if (target) {
      source.edges.push(target);
      target.inbound = true;
    }
  }

  /** The waypoint for everything that the objects in a construct depend on because the construct does. */
  private gateOf(scope: IConstruct): GraphVertex {
    let gate = this.gates.get(scope);
    if (!gate) {
      gate = new GraphVertex();
      this.gates.set(scope, gate);
      for (const target of this.dependencies.of(scope)) {
        this.link(gate, this.groupOf(target));
      }
    }
    return gate;
  }

  /** The waypoint for the objects in a construct; nothing if none of them can be in the graph. */
  private groupOf(target: IConstruct): GraphVertex | undefined {
    if (this.only && this.dependencies.chartOf(target) !== this.only) {
      return undefined;
    }
    let group = this.groups.get(target);
    if (!group) {
      group = new GraphVertex();
      this.groups.set(target, group);
      for (const object of this.dependencies.objectsIn(target)) {
        this.link(group, this.vertexOf(object));
      }
    }
    return group;
  }

  /**
   * The objects on both sides of a dependency of the scope, because one of its ends is inside the other, with what the
   * scope depends on there. Such an object depends on the others, not on itself, so it can't use the shared waypoints.
   * There is at most one for each dependency: two would depend on each other.
   */
  private loopsOf(scope: IConstruct): ReadonlyMap<ApiObject, ReadonlySet<IConstruct>> {
    const known = this.loops.get(scope);
    if (known) {
      return known;
    }
    const loops = new Map<ApiObject, Set<IConstruct>>();
    for (const target of this.dependencies.of(scope)) {
      for (const object of this.objectsOnBothSides(scope, target)) {
        loops.set(object, (loops.get(object) ?? new Set()).add(target));
      }
    }
    this.loops.set(scope, loops);
    return loops;
  }

  private objectsOnBothSides(source: IConstruct, target: IConstruct): readonly ApiObject[] {
    if (this.dependencies.chartOf(source) !== this.dependencies.chartOf(target)) {
      return [];
    }
    if (source.node.scopes.includes(target)) {
      return this.dependencies.objectsIn(source);
    }
    return target.node.scopes.includes(source) ? this.dependencies.objectsIn(target) : [];
  }
}
