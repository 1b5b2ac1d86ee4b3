import type { ComponentKind } from '../model/component-id';
import { isAtLeast, type Release } from '../model/release';
import { type Signal, signals } from '../model/signal';
import { fieldAt, normalized, resolveDefinition } from './definitions';
import { withOverlay } from './effective';
import type { ComponentFacts, ExtensionRefFacts, ListenFacts, ReleaseFacts } from './facts';
import {
  type GeneratedComponent,
  type GeneratedIndex,
  type IndexEntry,
  type IndexRelease,
  readComponent,
  readIndex,
} from './generated';
import type { Overlay } from './overlay';
import { findOverlay } from './overlays/find';

let index: GeneratedIndex | undefined;
const found = new Map<string, ComponentFacts>();
const aliases = new Map<string, string>();

function readOnce(): GeneratedIndex {
  if (index === undefined) {
    index = readIndex();
    for (const [kind, types] of Object.entries(index)) {
      for (const [type, { alias }] of Object.entries(types)) if (alias) aliases.set(`${kind} ${alias.name}`, type);
    }
  }
  return index;
}

/** The facts of a component type, by its newest name or an older one. */
export function findComponent(kind: ComponentKind, type: string): ComponentFacts | undefined {
  const types = readOnce()[kind];
  const newest = Object.hasOwn(types, type) ? type : aliases.get(`${kind} ${type}`);
  const entry = newest === undefined ? undefined : types[newest];
  if (newest === undefined || entry === undefined) return undefined;
  const key = `${kind} ${newest}`;
  let facts = found.get(key);
  if (facts === undefined) {
    facts = new GeneratedFacts(kind, newest, entry, findOverlay(kind, newest));
    found.set(key, facts);
  }
  return facts;
}

/** The newest names of the types of a kind that are described, in alphabetical order. */
export function knownTypes(kind: ComponentKind): readonly string[] {
  return Object.keys(readOnce()[kind]);
}

/** The name by which a release knows a component. */
export function nameIn(release: Release, facts: ComponentFacts): string {
  const { alias } = facts;
  return alias && !isAtLeast(release, alias.until) ? alias.name : facts.type;
}

class GeneratedFacts implements ComponentFacts {
  private readonly releases = new Map<Release, ReleaseFacts>();

  constructor(
    readonly kind: ComponentKind,
    readonly type: string,
    private readonly entry: IndexEntry,
    private readonly overlay: Overlay,
  ) {}

  get alias() {
    return this.entry.alias;
  }

  get provides() {
    return this.overlay.provides ?? [];
  }

  in(release: Release): ReleaseFacts | undefined {
    const place = this.entry.releases[release];
    if (place === undefined) return undefined;
    let facts = this.releases.get(release);
    if (facts === undefined) {
      facts = releaseFacts(place, readComponent(place), this.overlay);
      this.releases.set(release, facts);
    }
    return facts;
  }
}

function releaseFacts(place: IndexRelease, generated: GeneratedComponent, overlay: Overlay): ReleaseFacts {
  const { stability, references } = generated;
  const { $schema, ...schema } = normalized(generated.schema, place.from);
  return {
    readFrom: place.from,
    schema: overlay.schema ? withOverlay(schema, overlay.schema, resolveDefinition) : schema,
    listens: (overlay.listens ?? (generated.listenPaths ?? []).map(listenFacts)).filter(({ path }) =>
      fieldAt(schema, path),
    ),
    onByDefault: (generated.optionals ?? []).filter(({ flavor }) => flavor === 'some').map(({ path }) => path),
    extensionRefs: references
      .filter(({ to }) => to === 'component')
      .map(({ path, role }) => ({ path, role }) as ExtensionRefFacts),
    pipelineRefs: references.filter(({ to }) => to === 'pipeline').map(({ path }) => path),
    ...supports(stability),
  };
}

function supports(stability: GeneratedComponent['stability']): Pick<ReleaseFacts, 'signals' | 'pairs'> {
  if (Array.isArray(stability)) return { pairs: stability.map(({ from, to }) => [from, to] as [Signal, Signal]) };
  if (typeof stability === 'string') return {};
  return { signals: signals.filter((signal) => Object.hasOwn(stability, signal)) };
}

/** Hosts that stand for all addresses. */
const everywhere: ReadonlySet<string> = new Set(['', '0.0.0.0', '[::]']);

function listenFacts({
  path,
  transport,
  default: address,
}: NonNullable<GeneratedComponent['listenPaths']>[number]): ListenFacts {
  const [, host, port] = /^(.*):(\d+)$/.exec(address ?? '') ?? [];
  // A section around the address has to be there; the component itself always is.
  const when = path.length > 1 ? path.slice(0, -1) : undefined;
  return {
    path,
    transport,
    ...(port !== undefined && { defaultPort: Number(port) }),
    ...(host !== undefined && everywhere.has(host) && { everywhere: true }),
    ...(when && { when }),
  };
}
