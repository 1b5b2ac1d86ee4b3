import { metricOf } from '../metrics/connectors/metric-of';
import { type ComponentKind, formatId, isComponentName, isComponentType } from '../model/component-id';
import { MdaiError } from '../model/issue';
import { Metric } from '../model/metric';
import type { Release } from '../model/release';
import type { ExtensionRole } from './facts';
import { type Target, type takes, through } from './target';

// Phantom properties: they carry the signals and the configuration in the type, and do not exist at run time.
declare const configures: unique symbol;
declare const emits: unique symbol;
export declare const processes: unique symbol;
declare const provides: unique symbol;

type Flags<S extends string> = { readonly [signal in S]: true };

/** What the model of a collector says of a component beside its configuration. */
export interface ComponentNote {
  /** The receiver of another collector that an exporter sends to. */
  readonly sendsTo?: { readonly to: string; readonly receiver: string; readonly port: number };
  /** How many partitions the topic of a Kafka receiver has. */
  readonly partitions?: number;
  /** The configuration for a release, where releases have different fields for the same. */
  readonly configIn?: (release: Release) => object;
  /** The name of its type as it was written, where that is an older one. */
  readonly writtenAs?: string;
  /** Nothing stands behind its id, not even `{}`. */
  readonly blank?: true;
}

/** Anything that pipelines of the signals `S` receive from. */
export interface Source<S extends string> {
  readonly [emits]: Flags<S>;
}

const componentMark: unique symbol = Symbol.for('cdk8s-mdai.Component') as never;

/** A collector component with its configuration `C`: a free value, which joins each collector that uses it. */
export abstract class Component<C extends object = object> {
  /** @internal Recognised across two installed copies of this library. */
  readonly [componentMark]: true = true;
  declare readonly [configures]: C;
  /** `type` or `type/name`, in the newest name of the type. */
  readonly id: string;

  constructor(
    /** The section of the configuration that it stands in. */
    readonly kind: ComponentKind,
    /** The newest name of its type. */
    readonly type: string,
    /** What comes behind the slash of its id. */
    readonly name: string | undefined,
    /** @internal What the user gave: references, handles and conditions still in it. */
    readonly config: object,
    /** @internal */
    readonly note: ComponentNote = {},
  ) {
    if (!isComponentType(type)) {
      throw new MdaiError(`"${type}" is no ${kind} type. Use letters, digits and underscores, a letter first.`);
    }
    if (name !== undefined && !isComponentName(name)) {
      throw new MdaiError(`"${name}" is no name for the ${kind} ${type}. Use letters, digits, "-", "_" and ".".`);
    }
    this.id = formatId(type, name);
  }
}

export function isComponent(value: unknown): value is Component {
  return typeof value === 'object' && value !== null && componentMark in value;
}

/** Brings telemetry of the signals `S` into a collector. */
export class Receiver<S extends string, C extends object = object> extends Component<C> implements Source<S> {
  declare readonly [emits]: Flags<S>;
}

/** Changes, drops or groups telemetry of the signals `S` in a pipeline. */
export class Processor<S extends string, C extends object = object> extends Component<C> {
  declare readonly [processes]: Flags<S>;
}

/** Sends telemetry of the signals `S` to a destination. */
export class Exporter<S extends string, C extends object = object> extends Component<C> implements Target<S> {
  declare readonly [takes]: Flags<S>;

  /** This destination, with processing that only it gets. */
  through(...processors: readonly Processor<S>[]): Target<S> {
    return through(this, processors);
  }
}

/** Ends pipelines of the signals `I` and begins pipelines of the signals `O`. */
export class Connector<I extends string, O extends string, C extends object = object>
  extends Component<C>
  implements Target<I>, Source<O>
{
  declare readonly [takes]: Flags<I>;
  declare readonly [emits]: Flags<O>;

  /**
   * A metric that this connector makes, by the name that a Prometheus exporter with its defaults gives it.
   *
   * @param name its name in OpenTelemetry, e.g. `traces.span.metrics.calls`; of a histogram, with `_bucket`, `_sum` or
   *   `_count` behind it
   * @throws MdaiError for a metric that it does not make, and for a connector of which this library does not know what
   *   it makes
   */
  metric(name: string): Metric {
    return new Metric(metricOf(this.id, this.type, this.config, name));
  }

  /** This connector, with processing that only it gets. */
  through(...processors: readonly Processor<I>[]): Target<I> {
    return through(this, processors);
  }
}

/** Serves other components: storage, authentication, health checks. */
export class Extension<R extends ExtensionRole | 'other' = never, C extends object = object> extends Component<C> {
  declare readonly [provides]: Flags<R>;
}
