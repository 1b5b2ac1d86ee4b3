import type { ExportModel, VariableDataType, VariableModel } from '../model/hub';
import { MdaiError } from '../model/issue';
import { type HubHandle, VariableRef } from '../model/value';

/** What a variable is given. */
export interface VariableProps {
  /**
   * Who sets it: automations of the hub (`computed`), or people through the hub's API (`manual`).
   * @default 'computed'
   */
  readonly type?: 'computed' | 'manual';
  /**
   * The environment variable under which collectors read it.
   * @default the key in capitals, as soon as something reads it
   */
  readonly env?: string;
}

/** What a variable needs of its hub. */
export interface VariableOwner extends HubHandle {
  readonly path: string;
  /** The keys of variables by the environment variables that they are exported as. */
  readonly exported: Map<string, string>;
  /** Something of the hub changed. */
  touch(): void;
}

const keyPattern = /^[a-zA-Z_][a-zA-Z0-9_]{0,62}$/;

/** What all variables have in common: a key, and the names under which collectors read them. */
export class VariableState {
  private readonly exports: ExportModel[] = [];

  constructor(
    readonly hub: VariableOwner,
    readonly key: string,
    private readonly dataType: VariableDataType,
    private readonly props: VariableProps,
    private readonly join?: string,
  ) {
    if (!keyPattern.test(key)) {
      throw new MdaiError(
        `${hub.path}: "${key}" is no key of a variable. Use up to 63 letters, digits and underscores, and no digit first.`,
      );
    }
    if (props.env !== undefined) this.main();
  }

  get model(): VariableModel {
    return { key: this.key, type: this.props.type ?? 'computed', dataType: this.dataType, exports: [...this.exports] };
  }

  /** The variable under its own name, exported from now on. */
  main(): VariableRef {
    return this.export(this.props.env ?? this.key.toUpperCase(), this.join);
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
}
