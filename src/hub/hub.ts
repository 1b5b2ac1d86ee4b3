import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { AutomationModel, HubModel, VariableModel } from '../model/hub';
import { MdaiError } from '../model/issue';
import { type PrometheusDuration, prometheusDuration } from '../model/value';
import { expression } from '../prometheus/promql';
import { Registry } from '../registry';
import { hubHeader } from '../render/operator/headers';
import { renderHub } from '../render/operator/hub';
import type { Action } from './action';
import { Alert, type AlertProps } from './alert';
import { HubReplay, replay } from './hub-replay';
import { ComputedMap, MapVariable } from './map-variable';
import { type HashSetParts, HashSetVariable, type PriorityListEntry, PriorityListVariable } from './meta-variable';
import type { ReplayOptions } from './replay-options';
import { ComputedScalar, type ScalarType, ScalarVariable } from './scalar-variable';
import { ComputedSet, SetVariable } from './set-variable';
import type { Trigger } from './trigger';
import type { ComputedVariableProps, MetaVariableProps, VariableOwner, VariableProps } from './variable-state';

/** What a hub is given. */
export interface MdaiHubProps {
  /**
   * The hub's name, unique in the whole Kubernetes cluster.
   * @default the construct's id
   */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /**
   * How often Prometheus evaluates the hub's alerts.
   * @default the interval of the Prometheus
   */
  readonly evaluationInterval?: PrometheusDuration;
  /**
   * Writes what is said here and nothing else. What `mdai import` writes uses it.
   * @default false: the object says where its variables are kept, as the MDAI operator would
   */
  readonly verbatim?: boolean;
}

/** What an automation does, and when. */
export interface AutomationProps<E> {
  /** What starts it. */
  readonly when: Trigger<E>;
  /** What happens, in this order; the first failure ends it. */
  readonly do: readonly [Action<NoInfer<E>>, ...Action<NoInfer<E>>[]];
}

/** An `MdaiHub`: variables, the alerts that change them, and the automations in between. */
export class MdaiHub extends Construct {
  /** The hub’s name, unique in the Kubernetes cluster. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;
  private readonly owner: VariableOwner;
  private readonly variables = new Map<string, { readonly model: VariableModel }>();
  private readonly alerts = new Map<string, { readonly model: HubModel['alerts'][number] }>();
  private readonly automations = new Map<string, AutomationModel>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MdaiHubProps = {},
  ) {
    super(scope, id);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    const registry = Registry.of(this);
    this.owner = {
      hubName: this.name,
      path: this.node.path,
      namespace: this.namespace,
      exported: new Map(),
      touch: () => registry.touch(),
    };
    new ApiObject(this, 'Default', {
      ...hubHeader,
      metadata: { name: this.name, namespace: this.namespace },
      spec: Lazy.any({
        produce: () => renderHub(registry.modelOf('hubs', this)).spec,
      }),
    });
    registry.add(this, {
      // What collectors read of its variables are the hub's exports.
      last: true,
      contribute: (draft) => {
        draft.hubs.push(this.model());
      },
    });
  }

  /** A set of texts. */
  set(key: string, props?: ComputedVariableProps): ComputedSet;
  set(key: string, props: VariableProps): SetVariable;
  set(key: string, props: VariableProps = {}): SetVariable {
    const of = props.type === 'manual' ? SetVariable : ComputedSet;
    return this.variable(key, new of(this.owner, key, props));
  }

  /** A text. */
  string(key: string, props?: ComputedVariableProps): ComputedScalar<'string'>;
  string(key: string, props: VariableProps): ScalarVariable<'string'>;
  string(key: string, props: VariableProps = {}): ScalarVariable<'string'> {
    return this.scalar(key, 'string', props);
  }

  /** A whole number. */
  int(key: string, props?: ComputedVariableProps): ComputedScalar<'int'>;
  int(key: string, props: VariableProps): ScalarVariable<'int'>;
  int(key: string, props: VariableProps = {}): ScalarVariable<'int'> {
    return this.scalar(key, 'int', props);
  }

  /** True or false. */
  boolean(key: string, props?: ComputedVariableProps): ComputedScalar<'boolean'>;
  boolean(key: string, props: VariableProps): ScalarVariable<'boolean'>;
  boolean(key: string, props: VariableProps = {}): ScalarVariable<'boolean'> {
    return this.scalar(key, 'boolean', props);
  }

  /** Texts by key. */
  map(key: string, props?: ComputedVariableProps): ComputedMap;
  map(key: string, props: VariableProps): MapVariable;
  map(key: string, props: VariableProps = {}): MapVariable {
    const of = props.type === 'manual' ? MapVariable : ComputedMap;
    return this.variable(key, new of(this.owner, key, props));
  }

  /** The first of these variables that is not empty, as a list: what to fall back on comes last. */
  priorityList(
    key: string,
    of: readonly [PriorityListEntry, ...PriorityListEntry[]],
    props: MetaVariableProps = {},
  ): PriorityListVariable {
    return this.variable(key, new PriorityListVariable(this.owner, key, of, props));
  }

  /** What a map holds under the value of another variable: `hub.hashSet('limit', [tier, limitsByTier])`. */
  hashSet(key: string, of: HashSetParts, props: MetaVariableProps = {}): HashSetVariable {
    return this.variable(key, new HashSetVariable(this.owner, key, of, props));
  }

  /** An alert that Prometheus evaluates, and that automations can start from. */
  alert<const L extends readonly string[] = []>(name: string, props: AlertProps<L>): Alert<L[number]> {
    if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) {
      throw new MdaiError(
        `${this.node.path}: "${name}" is no name of an alert. Use letters, digits and underscores, and no digit first.`,
      );
    }
    const alert = new Alert<L[number]>(
      {
        name,
        expr: expression(props.expr),
        severity: props.severity,
        ...(props.for !== undefined && { for: prometheusDuration(props.for) }),
        ...(props.keepFiringFor !== undefined && { keepFiringFor: prometheusDuration(props.keepFiringFor) }),
      },
      this.owner,
    );
    return this.once('alert', name, this.alerts, alert);
  }

  /**
   * Replays that people ask for: the variable `<name>_request`, which they set through the gateway's API; an automation
   * that creates an `MdaiReplay` of it; the variable `<name>_status`, which hears what became of it; and an automation
   * that then removes the replay.
   */
  replay(name: string, options: ReplayOptions): HubReplay {
    const request = this.string(`${name}_request`, { type: 'manual' });
    const status = this.string(`${name}_status`);
    this.automation(`${name}_requested`, { when: request.updated(), do: [replay.deploy({ ...options, status })] });
    this.automation(`${name}_completed`, { when: status.updated(), do: [replay.cleanUp()] });
    return new HubReplay(request, status);
  }

  /** What the hub does when something happens. */
  automation<E>(name: string, props: AutomationProps<E>): void {
    // A rule's name is a key of a ConfigMap.
    if (!/^(?!\.\.?$)[-._a-zA-Z0-9]{1,253}$/.test(name)) {
      throw new MdaiError(
        `${this.node.path}: "${name}" is no name of an automation. Use letters, digits, "-", "_" and ".".`,
      );
    }
    for (const { hub } of [props.when, ...props.do]) {
      if (hub === undefined || hub === this.owner) continue;
      throw new MdaiError(
        `${this.node.path}: the automation "${name}" holds a part of the hub "${hub.hubName}". Use alerts and variables of the hub "${this.name}".`,
      );
    }
    this.once('automation', name, this.automations, {
      name,
      when: props.when.model,
      do: props.do.map(({ model }) => model),
    });
  }

  private scalar<T extends ScalarType>(key: string, type: T, props: VariableProps): ScalarVariable<T> {
    const of = props.type === 'manual' ? ScalarVariable : ComputedScalar;
    return this.variable(key, new of<T>(this.owner, key, type, props));
  }

  private variable<V extends { readonly model: VariableModel }>(key: string, variable: V): V {
    return this.once('variable', key, this.variables, variable);
  }

  private once<V extends K, K>(what: string, name: string, known: Map<string, K>, made: V): V {
    if (known.has(name)) {
      throw new MdaiError(
        `The hub ${this.node.path} has ${what === 'variable' ? 'a' : 'an'} ${what} "${name}" already. Choose another name.`,
      );
    }
    known.set(name, made);
    this.owner.touch();
    return made;
  }

  private model(): HubModel {
    const { evaluationInterval, verbatim } = this.props;
    return {
      path: this.node.path,
      name: this.name,
      namespace: this.namespace,
      ...(verbatim && { verbatim }),
      ...(evaluationInterval !== undefined && { evaluationInterval: prometheusDuration(evaluationInterval) }),
      variables: [...this.variables.values()].map(({ model }) => model),
      alerts: [...this.alerts.values()].map(({ model }) => model),
      automations: [...this.automations.values()],
    };
  }
}
