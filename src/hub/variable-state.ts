import { EventField, type VariableEvent } from '../model/event';
import type { ExportModel, VariableDataType, VariableModel } from '../model/hub';
import type { ActionModel } from '../model/hub-action';
import { MdaiError } from '../model/issue';
import { type HubHandle, VariableRef } from '../model/value';
import { Action } from './action';
import { Trigger } from './trigger';

/** What a variable that automations set is given. */
export interface ComputedVariableProps {
  /**
   * Automations of the hub set it.
   * @default 'computed'
   */
  readonly type?: 'computed';
  /**
   * The environment variable under which collectors read it.
   * @default the key in capitals, as soon as something reads it
   */
  readonly env?: string;
}

/** What a variable is given. */
export interface VariableProps {
  /**
   * Who sets it: automations of the hub (`computed`), or people through the hub's API (`manual`), which automations
   * cannot change then.
   * @default 'computed'
   */
  readonly type?: 'computed' | 'manual';
  /**
   * The environment variable under which collectors read it.
   * @default the key in capitals, as soon as something reads it
   */
  readonly env?: string;
}

/** What a variable that is made of others is given. */
export type MetaVariableProps = Pick<VariableProps, 'env'>;

/** What a variable needs of its hub. */
export interface VariableOwner extends HubHandle {
  readonly path: string;
  readonly namespace: string | undefined;
  /** The keys of variables by the environment variables that they are exported as. */
  readonly exported: Map<string, string>;
  /** Something of the hub changed. */
  touch(): void;
}

// A phantom property: it carries the type of a variable, and does not exist at run time.
export declare const holds: unique symbol;

/** A variable of a hub that holds a `T`. */
export interface HubVariable<T extends VariableDataType> {
  readonly [holds]: T;
  /** The key under which the hub keeps it. */
  readonly key: string;
  /** @internal */
  readonly owner: VariableOwner;
  /** @internal */
  readonly model: VariableModel;
}

/** What a variable holds, and of which others it is made. */
export interface VariableKind {
  readonly dataType: VariableDataType;
  readonly type?: VariableModel['type'] | undefined;
  readonly refs?: readonly string[];
  /** What stands between the members of a list. */
  readonly join?: string;
}

const keyPattern = /^[a-zA-Z_][a-zA-Z0-9_]{0,62}$/;

/** What all variables have in common: a key, and the names under which collectors read them. */
export class VariableState {
  private readonly exports: ExportModel[] = [];

  constructor(
    readonly hub: VariableOwner,
    readonly key: string,
    private readonly kind: VariableKind,
    private readonly env: string | undefined,
  ) {
    if (!keyPattern.test(key)) {
      throw new MdaiError(
        `${hub.path}: "${key}" is no key of a variable. Use up to 63 letters, digits and underscores, and no digit first.`,
      );
    }
    if (env !== undefined) this.main();
  }

  get model(): VariableModel {
    const { type = 'computed', dataType, refs } = this.kind;
    return { key: this.key, type, dataType, ...(refs && { variableRefs: refs }), exports: [...this.exports] };
  }

  /** The variable under its own name, exported from now on. */
  main(): VariableRef {
    return this.export(this.env ?? this.key.toUpperCase(), this.kind.join);
  }

  /** The variable under a name, exported from now on. */
  export(name: string, join?: string): VariableRef {
    const ref = new VariableRef(name, this.hub);
    const known = this.exports.find((other) => other.name === name);
    if (known && known.join !== join) {
      throw new MdaiError(
        `${this.hub.path}: the variable ${this.key} is exported as ${name} already, joined otherwise. Choose another name.`,
      );
    }
    const owner = this.hub.exported.get(name) ?? this.key;
    if (owner !== this.key) {
      throw new MdaiError(
        `${this.hub.path}: the variables ${owner} and ${this.key} are both exported as ${name}. Name one of them otherwise: { env: '…' }.`,
      );
    }
    this.hub.exported.set(name, this.key);
    if (!known) {
      this.exports.push({ name, ...(join !== undefined && { join }) });
      this.hub.touch();
    }
    return ref;
  }

  trigger<E>(update: string | undefined): Trigger<E> {
    return new Trigger({ variable: this.key, ...(update !== undefined && { update }) }, this.hub);
  }

  action<E>(model: ActionModel): Action<E> {
    return new Action(model, this.hub);
  }
}

/** What the event says of the change of a variable that starts an automation. */
export interface VariableUpdate {
  /**
   * The member of a set that was added or removed; the value that a map got under a key, or the key that was removed;
   * the new value of another variable.
   */
  readonly data: EventField<VariableEvent>;
  /** `added`, `set`, or what the event hub calls a removal. */
  readonly operation: EventField<VariableEvent>;
}

export const variableUpdate: VariableUpdate = {
  data: new EventField('payload.data'),
  operation: new EventField('payload.operation'),
};
