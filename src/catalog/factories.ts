import type { ComponentKind } from '../model/component-id';
import { MdaiError } from '../model/issue';
import { isBlank } from '../model/value';
import { findComponent } from './catalog';
import { type Component, type ComponentNote, Connector, Exporter, Extension, Processor, Receiver } from './component';
import type { ExtensionRole } from './facts';

/** The configuration and the signals of a receiver, processor or exporter type. Augment the catalogue with these. */
export interface ComponentType<C extends object, S extends string> {
  /** Its configuration. */
  readonly config: C;
  /** The signals that it supports. */
  readonly signals: S;
}

/** The configuration of a connector type, the signals that it takes and those that it gives. */
export interface ConnectorType<C extends object, I extends string, O extends string> {
  /** Its configuration. */
  readonly config: C;
  /** The signals that it takes. */
  readonly takes: I;
  /** The signals that it gives. */
  readonly gives: O;
}

/** The configuration of an extension type, and what other components may use it for. */
export interface ExtensionType<C extends object, R extends ExtensionRole | 'other' = 'other'> {
  /** Its configuration. */
  readonly config: C;
  /** What other components may use it for. */
  readonly role: R;
}

type Arguments<C> = Record<never, never> extends C ? [config?: C] : [config: C];

/** Makes a component: with a name, `type/name`; without one, `type`. */
export interface Factory<C extends object, Made> {
  (...config: Arguments<C>): Made;
  (name: string, ...config: Arguments<C>): Made;
}

export type ReceiverFactories<M> = {
  readonly [T in keyof M]: M[T] extends ComponentType<infer C, infer S> ? Factory<C, Receiver<S, C>> : never;
};
export type ProcessorFactories<M> = {
  readonly [T in keyof M]: M[T] extends ComponentType<infer C, infer S> ? Factory<C, Processor<S, C>> : never;
};
export type ExporterFactories<M> = {
  readonly [T in keyof M]: M[T] extends ComponentType<infer C, infer S> ? Factory<C, Exporter<S, C>> : never;
};
export type ConnectorFactories<M> = {
  readonly [T in keyof M]: M[T] extends ConnectorType<infer C, infer I, infer O>
    ? Factory<C, Connector<I, O, C>>
    : never;
};
export type ExtensionFactories<M> = {
  readonly [T in keyof M]: M[T] extends ExtensionType<infer C, infer R> ? Factory<C, Extension<R, C>> : never;
};

type ComponentClass = new (
  kind: ComponentKind,
  type: string,
  name: string | undefined,
  config: object,
  note: ComponentNote,
) => Component;

const classes: Readonly<Record<ComponentKind, ComponentClass>> = {
  receiver: Receiver,
  processor: Processor,
  exporter: Exporter,
  connector: Connector,
  extension: Extension,
};

// Looked up by tools that inspect any object; a component type of such a name does not exist.
const foreign = new Set(['then', 'toJSON', 'constructor', 'prototype', 'asymmetricMatch', 'nodeType', '$$typeof']);

/**
 * One function per component type. The types decide which there are; at run time every name makes a component, so that
 * the catalogue can be augmented, and the checks say when no component has that type.
 */
export function factories<F>(kind: ComponentKind): F {
  const made = new Map<string, unknown>();
  return new Proxy({} as object, {
    get(_, type) {
      if (typeof type !== 'string' || foreign.has(type)) return undefined;
      let factory = made.get(type);
      if (!factory) {
        factory = (first?: unknown, second?: unknown) => make(kind, type, first, second);
        made.set(type, factory);
      }
      return factory;
    },
  }) as F;
}

function make(kind: ComponentKind, type: string, first: unknown, second: unknown): Component {
  const [name, given] = typeof first === 'string' ? [first, second] : [undefined, first];
  const config = isBlank(given) ? undefined : given;
  if (config !== undefined && (typeof config !== 'object' || config === null || Array.isArray(config))) {
    throw new MdaiError(`The configuration of the ${kind} ${type} is no object. Write {} for its defaults.`);
  }
  // Under an older name, the component is the same.
  const newest = findComponent(kind, type)?.type ?? type;
  const note: ComponentNote = {
    ...(newest !== type && { writtenAs: type }),
    ...(isBlank(given) && { blank: true }),
  };
  return new classes[kind](kind, newest, name, config ?? {}, note);
}

/** A component that the catalogue does not describe, by its whole id: `raw.exporter('acme/eu', {…})`. Nothing in it is checked but its structure. */
export const raw = {
  receiver: <S extends string>(id: string, config: object = {}) => rawComponent('receiver', id, config) as Receiver<S>,
  processor: <S extends string>(id: string, config: object = {}) =>
    rawComponent('processor', id, config) as Processor<S>,
  exporter: <S extends string>(id: string, config: object = {}) => rawComponent('exporter', id, config) as Exporter<S>,
  connector: <I extends string, O extends string>(id: string, config: object = {}) =>
    rawComponent('connector', id, config) as Connector<I, O>,
  extension: (id: string, config: object = {}) => rawComponent('extension', id, config) as Extension,
};

function rawComponent(kind: ComponentKind, id: string, config: object) {
  const slash = id.indexOf('/');
  return slash === -1 ? make(kind, id, config, undefined) : make(kind, id.slice(0, slash), id.slice(slash + 1), config);
}
