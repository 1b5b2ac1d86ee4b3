import { isDeepStrictEqual } from 'node:util';
import type { Component } from '../catalog/component';
import type { EnvSource } from '../model/collector';
import { type ComponentKind, sectionOf } from '../model/component-id';
import type { ConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import type { Release } from '../model/release';
import type { EnvironmentPart, HubHandle, TextPart } from '../model/value';
import { withListenAddresses } from './defaults';
import { resolveConfig } from './resolve';

/** The components of one collector by id, and what their configurations read from its environment. */
export class ComponentTable {
  readonly env = new Map<string, EnvSource>();
  readonly hubs = new Map<string, HubHandle>();
  readonly issues: Issue[] = [];
  /** The ids of extensions that the collector starts. */
  readonly enabled = new Set<string>();
  private readonly sections = new Map<ComponentKind, Map<string, ConfigMap>>();
  private readonly resolved = new Map<Component, ConfigMap>();

  /**
   * @param path the collector's path
   * @param listen whether sockets without an address get one
   * @param release the release that the collector runs
   */
  constructor(
    private readonly path: string,
    private readonly listen: boolean,
    private readonly release: Release,
  ) {}

  /** The sections of the configuration that have members. */
  get config(): ConfigMap {
    const present = [...this.sections].map(([kind, members]) => [sectionOf[kind], Object.fromEntries(members)]);
    return Object.fromEntries(present);
  }

  /** The id of a component, which joins the collector. */
  use(component: Component): string {
    const section = this.section(component.kind);
    const resolved = this.resolve(component);
    const known = section.get(component.id);
    if (known === undefined) section.set(component.id, resolved);
    else if (!isDeepStrictEqual(known, resolved)) {
      const where = sectionOf[component.kind];
      this.issue(
        'component-conflict',
        `${where}/${component.id}`,
        `the ${component.kind} "${component.id}" has two configurations.`,
        `Give one of them a name of its own: ${where}.${component.type}('other', {…}).`,
      );
    }
    return component.id;
  }

  /** The id of an extension, which joins the collector and is started by it. */
  enable(extension: Component): string {
    const id = this.use(extension);
    this.enabled.add(id);
    return id;
  }

  /** Takes note of a mistake at a place inside the collector. */
  issue(code: Issue['code'], where: string, message: string, fix: string): void {
    this.issues.push({ code, severity: 'error', path: `${this.path}/${where}`, message, fix });
  }

  private section(kind: ComponentKind): Map<string, ConfigMap> {
    let section = this.sections.get(kind);
    if (!section) {
      section = new Map();
      this.sections.set(kind, section);
    }
    return section;
  }

  private resolve(component: Component): ConfigMap {
    const known = this.resolved.get(component);
    if (known) return known;
    const path = `${sectionOf[component.kind]}/${component.id}`;
    const config = resolveConfig(component.config, {
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
    const resolved = this.listen ? withListenAddresses(component.kind, component.type, config, this.release) : config;
    this.resolved.set(component, resolved);
    return resolved;
  }

  private readEnvironment(path: string, parts: readonly TextPart[]): void {
    for (const part of parts) {
      if (typeof part === 'string') continue;
      if (part.kind === 'variable') this.hubs.set(part.hub.hubName, part.hub);
      if (part.kind === 'secret') this.readSecret(path, part);
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
