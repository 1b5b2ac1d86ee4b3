import type { IConstruct } from 'constructs';

/**
 * A construct, or a waypoint on the way from many constructs to many others: two constructs with a thousand objects
 * each, one of which depends on the other, are two thousand edges with waypoints and a million without.
 */
export class GraphVertex {
  readonly edges: GraphVertex[] = [];

  /** Whether another construct of the graph depends on this one. */
  inbound = false;

  /** @param construct nothing for a waypoint */
  constructor(readonly construct?: IConstruct) {}

  get path(): string {
    return this.construct?.node.path ?? '';
  }
}
