import { isConfigMap } from '../../../src/model/config';
import { bases } from './bases';
import { defaultsAt, describeDefaults, type KnownDefaults } from './defaults-of';
import { type Field, type FieldDoc, type Interface, namesIn, narrows, shapeOf } from './interface';
import {
  componentName,
  configName,
  isMetadata,
  longerInterfaceName,
  pascal,
  sharedFile,
  structInterfaceName,
} from './names';
import { type Part, partsOf } from './parts';
import {
  definitionOf,
  generatedDefinitions,
  newest,
  oldest,
  type ReadComponent,
  readFrom,
  resolved,
  type Source,
} from './read';
import {
  differs,
  fileOf,
  grouped,
  inlines,
  isPlainReference,
  isRequired,
  isSecret,
  listenAt,
  pageOf,
  releasesOf,
  roleAt,
  scalarUnion,
  structNamesIn,
  structNamesOf,
  withoutSwitch,
  withSentence,
} from './rules';
import { componentSentence, type Sentence, structSentence } from './sentences';
import { exactlyOne, requiredFields, specialFields, specialStruct } from './special';
import { children, type Group, Groups, optionalOf, pairAt, placesOf } from './structs';

/** Where an interface is written, and what is known of its fields. */
interface Context {
  /** What names of interfaces inside begin with. */
  readonly name: string;
  readonly file: string;
  readonly component?: ReadComponent;
  readonly path: readonly string[];
  /** The struct around the place, and the way from it. */
  readonly group?: Group;
  readonly inGroup: readonly string[];
  /** The fields beside the place. */
  readonly around: readonly string[];
  /** Whether it is the struct that can be turned off, beside one that cannot. */
  readonly switched?: boolean;
}

/** What the components that refer to a struct say of one of its fields. */
interface GroupFacts {
  readonly roles: Set<string>;
  readonly newer: (string | undefined)[];
  readonly older: (string | undefined)[];
}

/** Makes the interfaces of all components, and of the structs that they share. */
export class Builder {
  readonly interfaces = new Map<string, Interface>();
  /** The structs behind the interfaces that are named after one. */
  readonly structs = new Map<string, Group>();
  private readonly groups: Groups;
  private readonly facts = new Map<string, GroupFacts>();
  /** Whether a struct can be turned off where it stands. */
  private readonly flavours = new Map<Group, Set<boolean>>();
  private readonly names = new Map<string, string>();
  private readonly started = new Map<string, string>();
  private readonly from: Readonly<Record<string, readonly string[]>>;

  constructor(private readonly components: readonly ReadComponent[]) {
    this.from = { [newest]: readFrom(components, newest), [oldest]: readFrom(components, oldest) };
    const places = components.flatMap((component) => [...placesOf(component)].map((place) => ({ component, place })));
    const pairs = places.map(({ place }) => pairAt(place.sources)).filter((pair) => pair !== undefined);
    this.groups = new Groups(pairs);
    for (const pair of pairs) {
      const group = this.groups.of(pair);
      this.flavours.set(group, (this.flavours.get(group) ?? new Set()).add(pair.optional));
    }
    for (const { component, place } of places) {
      for (const { pair, depth } of place.within) {
        const facts = this.factsOf(this.groups.of(pair), place.path.slice(depth));
        const role = roleAt(component, place.path);
        if (role !== undefined) facts.roles.add(role);
        if (listenAt(component, place.path)) continue;
        const { newer, older } = defaultsAt(component, place.path, place.sources);
        facts.newer.push(...newer);
        facts.older.push(...older);
      }
      this.noteInlined(component, place.path, children(place.sources));
    }
    for (const component of components) {
      this.names.set(configName(component.kind, component.type), `${component.kind} ${component.type}`);
    }
  }

  /** The interface of a component's configuration. */
  component(component: ReadComponent): Interface {
    const { kind, type, sources } = component;
    const context = {
      name: componentName(kind, type),
      file: fileOf(component),
      component,
      path: [],
      inGroup: [],
      around: [],
    };
    const [first] = component.targets.values();
    const see = first && pageOf(first.module, first.version);
    const says = componentSentence(kind, type, [])?.text;
    const name = configName(kind, type);
    return this.write({ ...this.section(sources, context), name, file: context.file, says, see });
  }

  /** The interfaces that a configuration leads to; others were only made to be compared. */
  reachable(): readonly Interface[] {
    const found = new Set<Interface>();
    const visit = (name: string): void => {
      const one = this.interfaces.get(name);
      if (!one || found.has(one)) return;
      found.add(one);
      for (const inner of namesIn(one)) visit(inner);
    };
    for (const { kind, type } of this.components) visit(configName(kind, type));
    return [...found].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private write(made: Interface): Interface {
    this.interfaces.set(made.name, made);
    return made;
  }

  /** What a section says of the fields of structs that it seems to inline. */
  private noteInlined(
    component: ReadComponent,
    path: readonly string[],
    fields: ReadonlyMap<string, readonly Source[]>,
  ): void {
    for (const [struct, names] of Object.entries(bases)) {
      // A release may lack some.
      if (names.filter((name) => fields.has(name)).length < names.length * 0.8) continue;
      for (const name of names) {
        if (listenAt(component, [...path, name])) continue;
        const { newer, older } = defaultsAt(component, [...path, name], fields.get(name) ?? []);
        const facts = this.factsOf(this.groups.named(struct), [name]);
        facts.newer.push(...newer);
        facts.older.push(...older);
      }
    }
  }

  private factsOf(group: Group, path: readonly string[]): GroupFacts {
    const key = `${group.key}#${path.join('/')}`;
    let facts = this.facts.get(key);
    if (!facts) {
      facts = { roles: new Set(), newer: [], older: [] };
      this.facts.set(key, facts);
    }
    return facts;
  }

  /** The fields of a section, those that it has from an inlined struct left to the struct's interface. */
  private section(sources: readonly Source[], context: Context): Omit<Interface, 'name' | 'file'> {
    const all = this.fields(sources, context);
    const schemas = sources.map((source) => resolved(source).schema);
    const open = schemas.some(
      ({ additionalProperties }) => additionalProperties === true || isConfigMap(additionalProperties),
    );
    const others = open ? 'taken' : all.length === 0 ? 'none' : 'refused';
    const only = context.group && context.inGroup.length === 0 && exactlyOne.has(context.group.key);
    const base = this.baseOf(sources, all, context);
    return { ...(base ?? { fields: all }), others, ...(only && { exactlyOne: true }) };
  }

  private fields(sources: readonly Source[], context: Context): readonly Field[] {
    const inner = children(sources);
    const around = [...inner.keys()];
    return around
      .filter((key) => key !== '*')
      .flatMap((key) => {
        const found = inner.get(key) ?? [];
        const place: Context = {
          ...context,
          path: [...context.path, key],
          inGroup: [...context.inGroup, key],
          around,
        };
        const type = this.typeOf(found, place);
        if (type === undefined) return [];
        const required = this.isRequired(sources, found, place);
        return [{ name: key, type, required, doc: this.docOf(sources, found, place, required) }];
      });
  }

  private isRequired(outer: readonly Source[], found: readonly Source[], context: Context): boolean {
    const { component, path, group, inGroup } = context;
    // An address that is not given is filled in.
    if (component && listenAt(component, path)) return false;
    const [key = ''] = (component ? path : inGroup).slice(-1);
    const owners = [
      ...(component && path.length === 1 ? [`${component.kind}/${component.type}`] : []),
      ...(group && inGroup.length === 1 ? structNamesOf(group) : []),
    ];
    return owners.some((owner) => requiredFields[owner]?.includes(key)) || isRequired(outer, found, key);
  }

  private docOf(outer: readonly Source[], found: readonly Source[], context: Context, required: boolean): FieldDoc {
    const { component, path, group, inGroup } = context;
    const schemas = found.map((source) => resolved(source).schema);
    const sentence = this.sentenceOf(context, outer);
    const known: KnownDefaults = component
      ? defaultsAt(component, path, found)
      : group
        ? this.factsOf(group, inGroup)
        : { newer: [], older: [] };
    const { defaultPort, local } = (component && listenAt(component, path)) ?? {};
    const host = local ? 'localhost' : '0.0.0.0';
    const generated = defaultPort === undefined ? describeDefaults(known, { newest }) : `'${host}:${defaultPort}'`;
    return {
      sentence: sentence?.text || undefined,
      secret: schemas.some(isSecret),
      releases: releasesOf(outer, found),
      ...(!required && { generated, inferred: sentence?.default }),
      deprecated: schemas.some(({ deprecated }) => deprecated === true),
    };
  }

  private sentenceOf({ component, path, group, inGroup }: Context, outer: readonly Source[]): Sentence | undefined {
    const own = component && componentSentence(component.kind, component.type, path);
    const shared = group && structSentence(structNamesOf(group), inGroup);
    if (own ?? shared) return own ?? shared;
    const key = path[path.length - 1] ?? inGroup[inGroup.length - 1];
    if (key === 'enabled' && pairAt(outer)?.optional) return { text: 'False leaves this out.', default: 'true' };
    return undefined;
  }

  private typeOf(sources: readonly Source[], context: Context): string | undefined {
    const { component, path } = context;
    const special = component && specialFields[`${component.kind}/${component.type}`]?.[path.join('/')];
    if (special !== undefined) return special;
    const found = sources.map((source) => ({ source, parts: partsOf(resolved(source).schema) }));
    const having = (kind: Part['kind']) =>
      found.filter(({ parts }) => parts.some((part) => part.kind === kind)).map(({ source }) => source);
    const members = new Set<string>();
    const scalars = new Set<string>();
    for (const { parts } of found) {
      for (const part of parts) {
        if (part.kind === 'scalar') scalars.add(part.inner);
        if (part.kind === 'named') members.add(part.text === 'Extension' ? this.extension(context) : part.text);
        if (part.kind === 'any') members.add('ConfigInput');
      }
    }
    if (scalars.size > 0) members.add(`Value<${scalarUnion(scalars)}>`);
    const sections = having('section');
    if (sections.length > 0) members.add(this.sectionType(sections, context));
    const lists = having('list');
    if (lists.length > 0) members.add(`readonly ${grouped(this.inner(lists, context))}[]`);
    const maps = having('map');
    if (maps.length > 0) members.add(`{ readonly [key: string]: ${this.inner(maps, context)} }`);
    return members.size === 0 ? undefined : [...members].join(' | ');
  }

  private inner(sources: readonly Source[], context: Context): string {
    const found = children(sources).get('*');
    const place = { ...context, path: [...context.path, '*'], inGroup: [...context.inGroup, '*'], around: [] };
    return (found && this.typeOf(found, place)) ?? 'ConfigInput';
  }

  private extension({ component, path, group, inGroup }: Context): string {
    const roles = new Set(group ? this.factsOf(group, inGroup).roles : []);
    const own = component && roleAt(component, path);
    if (own !== undefined) roles.add(own);
    if (roles.has('auth')) {
      roles.delete('auth');
      roles.add('clientAuth').add('serverAuth');
    }
    if (roles.size === 0) return 'Extension';
    return [...roles]
      .sort()
      .map((role) => `Extension<'${role}'>`)
      .join(' | ');
  }

  private sectionType(sources: readonly Source[], context: Context): string {
    const pair = pairAt(sources);
    if (!pair) return this.named(sources, context);
    const group = this.groups.of(pair);
    for (const struct of structNamesOf(group)) {
      const special = specialStruct(struct, context.around, context.component?.kind);
      if (special !== undefined) return special;
    }
    if (sources.every(({ schema }) => isPlainReference(schema))) return this.groupType(group, pair.optional);
    const inStruct = { ...context, group, inGroup: [] };
    // The overlay of a place that changes nothing which a type can say.
    const name = this.groupType(group, pair.optional);
    const shared = this.fieldsOfGroup(group, pair.optional);
    const here = this.fields(sources, inStruct);
    const differing = here.filter((field) => {
      const other = shared.find(({ name }) => name === field.name);
      return !other || other.type !== field.type || other.required !== field.required;
    });
    return differing.length === 0 ? name : this.named(sources, inStruct);
  }

  /** An interface that is named after its place; the same one for places of the same shape in one file. */
  private named(sources: readonly Source[], context: Context): string {
    const { file, path, inGroup, component } = context;
    const keys = (component ? path : inGroup).filter((key) => key !== '*');
    const proposed = `${context.name}${pascal(keys.join('_'))}`;
    const made = this.section(sources, context);
    const shape = shapeOf(made);
    for (const other of this.interfaces.values()) {
      if (other.file === file && !this.structs.has(other.name) && shapeOf(other) === shape) return other.name;
    }
    const name = this.claim(proposed, `${file} ${path.join('/')} ${inGroup.join('/')}`);
    return this.write({ ...made, name, file }).name;
  }

  private claim(proposed: string, key: string): string {
    for (let i = 1; ; i++) {
      const section = `${proposed.replace(/Config$/, '')}Section`;
      const name = i === 1 ? proposed : i === 2 ? section : `${section}${i - 1}`;
      const holder = this.names.get(name);
      if (holder !== undefined && holder !== key) continue;
      this.names.set(name, key);
      return name;
    }
  }

  private groupName(group: Group, optional: boolean): string {
    const owner = this.ownerOf(group);
    const plain = structInterfaceName(group.newer ?? group.older ?? '', owner && componentName(owner.kind, owner.type));
    // Where a struct stands both ways, or others inline it, the one that can be turned off has another name.
    const both = this.hasBoth(group);
    const key = `${group.key} ${optional && both}`;
    const proposed = optional && both ? `Optional${plain}` : plain;
    const holder = this.names.get(proposed);
    if (holder === undefined || holder === key || owner === undefined) return this.claim(proposed, key);
    const longer = longerInterfaceName(group.newer ?? group.older ?? '', componentName(owner.kind, owner.type));
    return this.claim(longer === proposed ? proposed : longer, key);
  }

  private hasBoth(group: Group): boolean {
    return (
      structNamesIn(group).some((struct) => Object.hasOwn(bases, struct)) || (this.flavours.get(group)?.size ?? 0) > 1
    );
  }

  private groupType(group: Group, optional: boolean): string {
    const name = this.groupName(group, optional);
    const known = this.started.get(name);
    if (known !== undefined) return known;
    this.started.set(name, name);
    const metadata = structNamesIn(group).every(isMetadata) && this.metadataType(group, optional);
    if (metadata) {
      this.started.set(name, metadata);
      return metadata;
    }
    this.structs.set(name, group);
    const switched = optional && this.hasBoth(group);
    const context = { ...this.groupContext(group, name), switched };
    const made = this.section(this.groupSources(group, optional), context);
    const says = structSentence(structNamesOf(group), [])?.text;
    return this.write({ ...made, name, file: context.file, says }).name;
  }

  /** The type of what the collector's own generator writes for each metric: the same one for all that look alike. */
  private metadataType(group: Group, optional: boolean): string | undefined {
    const owner = this.ownerOf(group);
    const struct = group.newer ?? group.older ?? '';
    const [word] = /(Metric|Event|ResourceAttribute)Config$/.exec(struct) ?? [];
    if (!owner || !word) return undefined;
    const context = {
      ...this.groupContext(group, `${componentName(owner.kind, owner.type)}${word}`),
      group: undefined,
    };
    const made = this.section(this.groupSources(group, optional), context);
    const [only, ...more] = made.fields;
    if (only?.name === 'enabled' && more.length === 0) return 'EnabledConfig';
    const shape = shapeOf(made);
    for (const other of this.interfaces.values()) {
      if (other.file === context.file && shapeOf(other) === shape) return other.name;
    }
    const name = this.claim(`${context.name}Config`, `${context.file} ${shape}`);
    return this.write({ ...made, name, file: context.file }).name;
  }

  private fieldsOfGroup(group: Group, optional: boolean): readonly Field[] {
    const name = this.groupName(group, optional);
    return this.fields(this.groupSources(group, optional), this.groupContext(group, name));
  }

  private groupContext(group: Group, name: string): Context {
    const owner = this.ownerOf(group);
    const file = owner ? fileOf(owner) : `shared/${sharedFile(group.newer ?? group.older ?? '')}`;
    return { name: name.replace(/Config$/, ''), file, group, path: [], inGroup: [], around: [] };
  }

  /** The component whose module has a struct. */
  private ownerOf(group: Group): ReadComponent | undefined {
    const struct = group.newer ?? group.older ?? '';
    return this.components.find(({ targets }) =>
      [...targets.values()].some(({ module }) => struct.startsWith(`${module}.`) || struct.startsWith(`${module}/`)),
    );
  }

  /** A struct in all releases that were read. */
  private groupSources(group: Group, optional: boolean): readonly Source[] {
    const found = [newest, oldest].flatMap((target) => {
      const struct = target === newest ? group.newer : group.older;
      return (this.from[target] ?? []).flatMap((from): Source[] => {
        if (struct === undefined) return [];
        const names = optional ? [optionalOf(struct), struct] : [struct, optionalOf(struct)];
        const name = names.find((one) => definitionOf(from, one));
        const schema = name === undefined ? undefined : definitionOf(from, name);
        if (name === undefined || !schema) return [];
        const switched = !optional && name !== struct;
        const generated = generatedDefinitions(from)[name];
        return [{ target, from, schema: switched ? withoutSwitch(schema) : schema, ...(generated && { generated }) }];
      });
    });
    const targets = new Set(found.map(({ target }) => target));
    const sample = targets.size < 2 ? this.sampleOf(group) : [];
    return [...found, ...sample.filter(({ target }) => !targets.has(target))];
  }

  /** What the first component that inlines a struct has of it. */
  private sampleOf(group: Group): readonly Source[] {
    const names = structNamesIn(group).flatMap((struct) => bases[struct] ?? []);
    if (names.length === 0) return [];
    const sample = this.components.find(({ sources }) => {
      const fields = children(sources);
      return names.every((name) => fields.has(name));
    });
    return (sample?.sources ?? []).map((source) => {
      const pick = (schema: Source['schema'] | undefined) => ({
        ...schema,
        required: [],
        properties: Object.fromEntries(
          Object.entries((schema?.properties ?? {}) as object).filter(([name]) => names.includes(name)),
        ),
      });
      return { ...source, schema: pick(source.schema), generated: pick(source.generated) };
    });
  }

  /** The inlined struct that a section extends, and the fields that are left. */
  private baseOf(
    sources: readonly Source[],
    fields: readonly Field[],
    context: Context,
  ): { readonly extends: readonly string[]; readonly fields: readonly Field[] } | undefined {
    const found: string[] = [];
    let left = fields;
    for (const struct of Object.keys(bases)) {
      const group = this.groups.named(struct);
      if (context.group === group && context.inGroup.length === 0 && !context.switched) continue;
      const of = this.groupSources(group, false);
      if (of.length === 0 || !sources.every((source) => inlines(source, of))) continue;
      const inherited = new Map(this.fieldsOfGroup(group, false).map((field) => [field.name, field]));
      const own = left.filter((field) => !inherited.has(field.name));
      const shared = left.flatMap((field) => {
        const base = inherited.get(field.name);
        return base ? [{ field: withSentence(field, base), base }] : [];
      });
      if (shared.length === 0 || !shared.every(({ field, base }) => narrows(field, base))) continue;
      const again = shared.filter(({ field, base }) => differs(field, base)).map(({ field }) => field);
      left = [...own, ...again].sort((a, b) => (a.name < b.name ? -1 : 1));
      found.push(this.groupType(group, false));
    }
    return found.length === 0 ? undefined : { extends: found, fields: left };
  }
}
