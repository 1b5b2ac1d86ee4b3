import { isDeepStrictEqual } from 'node:util';
import type { Component } from '../catalog/component';
import type { CollectorModel, EnvSource, FileSource } from '../model/collector';
import { type ComponentKind, formatId, sectionOf } from '../model/component-id';
import type { ConfigMap, ConfigValue } from '../model/config';
import type { Issue, Severity } from '../model/issue';
import type { Release } from '../model/release';
import { type EnvironmentPart, type FilePart, fileFolder, type HubHandle, type TextPart } from '../model/value';
import { notesOf } from '../tiers/notes';
import { type ListenHost, withListenAddresses } from './defaults';
import { type Overriding, overridden } from './override';
import { resolveConfig } from './resolve';

/** The components of one collector by id, and what their configurations read from its environment. */
export class ComponentTable {
  readonly env = new Map<string, EnvSource>();
  readonly hubs = new Map<string, HubHandle>();
  /** What is mounted for the components, by kind and name. */
  readonly files = new Map<string, FileSource>();
  readonly issues: Issue[] = [];
  /** The ids of extensions that the collector starts. */
  readonly enabled = new Set<string>();
  private readonly sections = new Map<ComponentKind, Map<string, ConfigValue>>();
  private readonly resolved = new Map<Component, ConfigValue>();

  /**
   * @param path the collector's path
   * @param listen the host that receivers without an address get; none where they get none
   * @param release the release that the collector runs
   * @param overrides what the user changes of components in this collector, in order
   * @param verbatim whether ids have the names of types that the user wrote, and not the newest
   */
  constructor(
    private readonly path: string,
    private readonly listen: ListenHost | undefined,
    private readonly release: Release,
    private readonly overrides: readonly Overriding[],
    private readonly verbatim: boolean,
  ) {}

  /** The sections of the configuration that have members. */
  get config(): ConfigMap {
    const present = [...this.sections].map(([kind, members]) => [sectionOf[kind], Object.fromEntries(members)]);
    return Object.fromEntries(present);
  }

  /** What the components say beside their configurations. */
  get notes(): Pick<CollectorModel, 'sends' | 'partitions'> {
    return notesOf([...this.resolved.keys()]);
  }

  /** The id of a component, which joins the collector. */
  use(component: Component): string {
    const section = this.section(component.kind);
    const resolved = this.resolve(component);
    const id = this.verbatim ? formatId(component.note.writtenAs ?? component.type, component.name) : component.id;
    const known = section.get(id);
    if (known === undefined) section.set(id, resolved);
    else if (!isDeepStrictEqual(known, resolved)) {
      const where = sectionOf[component.kind];
      const named = component.note.sendsTo
        ? "inlet(receiver, { name: 'other' })"
        : `${where}.${component.type}('other', {…})`;
      this.issue(
        'component-conflict',
        `${where}/${component.id}`,
        `the ${component.kind} "${component.id}" has two configurations.`,
        `Give one of them a name of its own: ${named}.`,
      );
    }
    return id;
  }

  /** The id of an extension, which joins the collector and is started by it. */
  enable(extension: Component): string {
    const id = this.use(extension);
    this.enabled.add(id);
    return id;
  }

  /** Takes note of overrides of what did not join the collector. */
  reportUnused(): void {
    const named = new Map(this.overrides.map(({ component }) => [`${component.kind} ${component.id}`, component]));
    for (const { kind, id } of named.values()) {
      const members = [...(this.sections.get(kind)?.keys() ?? [])];
      if (members.includes(id)) continue;
      const where = sectionOf[kind];
      const present = members.map((member) => `"${member}"`).join(', ') || 'none';
      this.issue(
        'override-missing',
        `${where}/${id}`,
        `the ${kind} "${id}" is overridden, but this collector does not use it.`,
        `Use it in a pipeline, or take the override away. The ${where} of this collector: ${present}.`,
      );
    }
  }

  /** Takes note of a mistake at a place inside the collector. */
  issue(code: Issue['code'], where: string, message: string, fix: string, severity: Severity = 'error'): void {
    this.issues.push({ code, severity, path: `${this.path}/${where}`, message, fix });
  }

  private section(kind: ComponentKind): Map<string, ConfigValue> {
    let section = this.sections.get(kind);
    if (!section) {
      section = new Map();
      this.sections.set(kind, section);
    }
    return section;
  }

  private resolve(component: Component): ConfigValue {
    const known = this.resolved.get(component);
    if (known) return known;
    const path = `${sectionOf[component.kind]}/${component.id}`;
    const config = resolveConfig(this.configOf(component), {
      environment: (parts) => this.readEnvironment(path, parts),
      extension: (extension) => this.enable(extension),
      pipeline: (pipeline) => pipeline.pipelineId,
      unsupported: (field, what) =>
        this.issue(
          'value-unsupported',
          [path, ...field].join('/'),
          `${what} cannot be written to YAML.`,
          'Write plain data: text, numbers, booleans, lists and objects; {} for defaults.',
        ),
    });
    const listening =
      this.listen === undefined ? config : withListenAddresses(component, config, this.release, this.listen);
    const resolved = component.note.blank && Object.keys(listening).length === 0 ? null : listening;
    this.resolved.set(component, resolved);
    return resolved;
  }

  /** An override is for the id, because one id has one configuration, however many values say it. */
  private configOf({ kind, id, config, note }: Component): object {
    const mine = this.overrides.filter(({ component }) => component.kind === kind && component.id === id);
    return overridden(
      note.configIn?.(this.release) ?? config,
      mine.map(({ changes }) => changes),
    );
  }

  private readEnvironment(path: string, parts: readonly TextPart[]): void {
    for (const part of parts) {
      if (typeof part === 'string') continue;
      if (part.kind === 'variable') this.hubs.set(part.hub.hubName, part.hub);
      if (part.kind === 'secret') this.readSecret(path, part);
      if (part.kind === 'file') this.readFile(path, part);
    }
  }

  private readFile(path: string, { source }: FilePart): void {
    const folder = fileFolder(source);
    const known = this.files.get(folder);
    if (known === undefined) this.files.set(folder, source);
    else if (!isDeepStrictEqual(known, source)) {
      this.issue(
        'component-conflict',
        path,
        `the folder ${folder} would hold the files of two issuers.`,
        'Use one of them for this collector, or give one another name in the Kubernetes cluster.',
      );
    }
  }

  private readSecret(path: string, part: EnvironmentPart & { kind: 'secret' }): void {
    const source: EnvSource = { kind: 'secret', secret: part.secret, key: part.key };
    const known = this.env.get(part.env);
    if (known === undefined) this.env.set(part.env, source);
    else if (!isDeepStrictEqual(known, source)) {
      this.issue(
        'component-conflict',
        path,
        `the environment variable ${part.env} would hold two secrets.`,
        `Name one of them: secret('${part.secret}', '${part.key}', { env: '…' }).`,
      );
    }
  }
}
