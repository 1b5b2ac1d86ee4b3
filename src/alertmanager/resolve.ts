import { type AlertmanagerRelease, defaultAlertmanager } from '../model/alertmanager';
import type { ConfigMap, ConfigValue } from '../model/config';
import type { Issue } from '../model/issue';
import { type FilePart, formatDuration, isDuration, isRef, type Ref } from '../model/value';
import { mountFolders } from './files';
import { fieldType, fileFieldOf, isFileField, isSecretType, type Structs, shapeOf, structsOf } from './schema';

/** What a configuration of references becomes. */
export interface Resolved {
  readonly config: ConfigMap;
  /** The names of the Secrets and ConfigMaps that it names files of, in alphabetical order. */
  readonly secrets: readonly string[];
  readonly configMaps: readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * A configuration as plain data: a secret goes into the field that takes its file in place of the value, and durations
 * become text. What cannot be written is an issue. What is `undefined` was not given.
 */
export function resolveConfig(config: object, release: AlertmanagerRelease, path: string): Resolved {
  const resolver = new Resolver(structsOf(release));
  const resolved = resolver.struct(config, 'Config', path);
  const names = (kind: FilePart['source']['kind']) =>
    [...resolver.mounted]
      .filter((one) => one.startsWith(`${kind} `))
      .map((one) => one.slice(kind.length + 1))
      .sort();
  return { config: resolved, secrets: names('secret'), configMaps: names('configMap'), issues: resolver.issues };
}

class Resolver {
  readonly issues: Issue[] = [];
  readonly mounted = new Set<string>();

  // What only a later release has is resolved as there, so that nothing is said but that it is not known here.
  private readonly latest = structsOf(defaultAlertmanager);

  /** @param structs of the release that runs */
  constructor(private readonly structs: Structs) {}

  struct(value: object, name: string, path: string): ConfigMap {
    const struct = this.structs[name] ?? this.latest[name] ?? {};
    const entries: { [field: string]: ConfigValue } = {};
    for (const [field, item] of Object.entries(value)) {
      if (item === undefined) continue;
      const file = isFileField(field) ? field : fileFieldOf(struct, field);
      const at = `${path}/${field}`;
      const [references, rest] = file === undefined ? [[], item] : split(item);
      const files = references.flatMap((ref) => this.file(ref, at) ?? []);
      const resolved = rest === undefined ? undefined : this.value(rest, fieldType(this.latest, name, field), at);
      if (resolved !== undefined) entries[field] = joined(entries[field], resolved);
      if (file === undefined || files.length === 0) continue;
      entries[file] = joined(entries[file], Array.isArray(item) ? files : (files[0] ?? null));
    }
    return entries;
  }

  private value(value: unknown, type: string | undefined, path: string): ConfigValue | undefined {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value !== 'object')
      return this.unsupported(path, typeof value === 'number' ? String(value) : `a ${typeof value}`);
    if (isRef(value)) return this.refuse(value, path, isSecretType(type ?? ''));
    if (isDuration(value)) return formatDuration(value);
    const shape = type === undefined ? undefined : shapeOf(this.latest, type);
    const of = shape?.kind === 'list' || shape?.kind === 'map' ? shape.of : undefined;
    if (Array.isArray(value)) return value.map((item, i) => this.value(item, of, `${path}/${i}`) ?? null);
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      return this.unsupported(path, `an object of the class ${value.constructor?.name ?? 'unknown'}`);
    }
    if (shape?.kind === 'struct') return this.struct(value, shape.name, path);
    const entries = Object.entries(value).flatMap(([key, item]) => {
      const resolved = item === undefined ? undefined : this.value(item, of, `${path}/${key}`);
      return resolved === undefined ? [] : [[key, resolved] as const];
    });
    return Object.fromEntries(entries);
  }

  /** The path of the file that holds what a reference is to. */
  private file(ref: Ref, path: string): string | undefined {
    const [part, ...more] = ref.parts();
    if (more.length === 0 && typeof part === 'object') {
      if (part.kind === 'secret') return this.mount('secret', part.secret, part.key);
      if (part.kind === 'file' && part.source.kind !== 'certificate') {
        return this.mount(part.source.kind, part.source.name, part.key);
      }
    }
    this.issue(
      path,
      'only the whole value of a Secret, or a file, can stand here: Alertmanager reads no environment, and puts no texts together.',
      "Write secret('name', 'key') with the whole value in that Secret.",
    );
    return undefined;
  }

  private mount(kind: keyof typeof mountFolders, name: string, key: string): string {
    this.mounted.add(`${kind} ${name}`);
    return `${mountFolders[kind]}/${name}/${key}`;
  }

  private refuse(ref: Ref, path: string, isSecret: boolean): undefined {
    const field = path.slice(path.lastIndexOf('/') + 1);
    const [part] = ref.parts();
    const what = typeof part === 'object' && part.kind === 'secret' ? 'a secret' : 'a reference';
    const advice = alternatives[field] ?? alternatives[path.split('/').at(-2) ?? ''];
    this.issue(
      path,
      `${what} cannot stand here: Alertmanager has no field that takes a file in place of "${field}".`,
      advice ?? (isSecret ? 'Leave the field out.' : 'Write the value itself.'),
    );
    return undefined;
  }

  private unsupported(path: string, what: string): undefined {
    this.issues.push({
      code: 'value-unsupported',
      severity: 'error',
      path,
      message: `${what} cannot be written to YAML.`,
      fix: 'Write a text, a number, true or false, a list or a map.',
    });
    return undefined;
  }

  private issue(path: string, message: string, fix: string): void {
    this.issues.push({ code: 'alertmanager-secret', severity: 'error', path, message, fix });
  }
}

/** The references of a value or of a list, and what is left beside them. */
function split(item: unknown): readonly [references: readonly Ref[], rest: unknown] {
  if (isRef(item)) return [[item], undefined];
  if (!Array.isArray(item) || !item.some(isRef)) return [[], item];
  const rest = item.filter((one) => !isRef(one));
  return [item.filter(isRef), rest.length > 0 ? rest : undefined];
}

/** Two lists for one field, one behind the other; of other values, the later. */
function joined(before: ConfigValue | undefined, value: ConfigValue): ConfigValue {
  return Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
}

/** What to write where a secret has no file, by the field or the map that it stands in. */
const alternatives: Readonly<Record<string, string>> = {
  secret_key: 'Leave access_key and secret_key out, and give the pods an identity by their service account.',
  proxy_connect_header: 'Use a proxy that asks for no secret.',
  url: 'Use an address without a secret, and http_config to authorize.',
};
