import { dump } from 'js-yaml';
import { findComponent } from '../../catalog/catalog';
import { checkModel } from '../../checks/check';
import { type ComponentKind, parseComponentId, sectionOf } from '../../model/component-id';
import { at, type ConfigMap, type ConfigValue, isConfigMap, strings } from '../../model/config';
import { emptyLists } from '../../model/model';
import type { Release } from '../../model/release';
import { isSecretName, isSecretVariable, mayBeSecret } from '../../model/secret-name';
import { secretVariable } from '../../model/value';
import { isSecretUrl } from '../../model/webhook-secrets';
import { readModel } from '../read';
import { embeddedConfigs, isCollectorConfig, parsedConfig } from './embedded';
import { put } from './put';
import type { Difference, Wanted } from './wanted';

type Path = readonly (string | number)[];

const hidden = 'a secret';

/** An object or a configuration whose secrets are read from the environment: what is plain text in it stays out of programs. */
export function withoutSecrets(object: string, content: ConfigMap, release: Release): Wanted {
  const hiding = new Hiding(object, content, release);
  return { content: hiding.run(), differences: hiding.differences };
}

class Hiding {
  readonly differences: Difference[] = [];
  private readonly secretName: string;
  private readonly keys = new Set<string>();

  constructor(
    private readonly object: string,
    private readonly content: ConfigMap,
    private readonly release: Release,
  ) {
    const name = at(content, 'metadata', 'name');
    this.secretName = typeof name === 'string' ? name : 'collector';
  }

  run(): ConfigMap {
    const content: ConfigMap = this.content;
    if (content.kind === undefined) return this.config(content, []).config;
    let out: ConfigMap = this.environment(content, []) as ConfigMap;
    if (content.kind === 'MdaiHub') out = this.webhooks(out, []) as ConfigMap;
    for (const { path, text } of embeddedConfigs(content)) {
      const config = parsedConfig(text);
      if (config === undefined) continue;
      const hiddenHere = this.config(config, path);
      if (hiddenHere.keys.length === 0) continue;
      out = put(out, path, dump(hiddenHere.config, { lineWidth: -1 })) as ConfigMap;
      if (path[0] === 'spec') out = this.withVariables(out, hiddenHere.keys);
    }
    const config = at(out, 'spec', 'config');
    if (content.kind === 'OpenTelemetryCollector' && isCollectorConfig(config)) {
      const hiddenHere = this.config(config, ['spec', 'config']);
      if (hiddenHere.keys.length > 0)
        out = this.withVariables(put(out, ['spec', 'config'], hiddenHere.config) as ConfigMap, hiddenHere.keys);
    }
    return out;
  }

  /** A configuration without secrets, and the keys under which a Secret is to hold them. */
  private config(config: ConfigMap, base: Path): { readonly config: ConfigMap; readonly keys: readonly string[] } {
    const keys: string[] = [];
    let out: ConfigValue = config;
    for (const path of literalSecrets(config, this.release)) {
      const key = this.keyFor(path);
      keys.push(key);
      const is = `\${env:${secretVariable(this.secretName, key)}}`;
      out = put(out, path, is);
      const how = this.hasPods()
        ? ''
        : ` Set the variable ${secretVariable(this.secretName, key)} from it where the collector runs.`;
      this.note(
        [...base, ...path],
        is,
        `A secret: create the Secret "${this.secretName}" with the key "${key}".${how}`,
      );
    }
    return { config: out as ConfigMap, keys };
  }

  private hasPods(): boolean {
    return this.content.kind === 'OpenTelemetryCollector';
  }

  /** Variables of containers that hold a secret as plain text read it from a Secret, wherever in an object they stand. */
  private environment(value: ConfigValue, path: Path): ConfigValue {
    if (Array.isArray(value)) {
      return value.map((item, i) => {
        const { name, value: text, ...others } = isConfigMap(item) ? item : {};
        const isSecret = path[path.length - 1] === 'env' && typeof name === 'string' && typeof text === 'string';
        if (!isSecret || !looksSecret(name, text) || Object.keys(others).length > 0)
          return this.environment(item, [...path, i]);
        this.note(
          [...path, i, 'value'],
          'a reference',
          `A secret: create the Secret "${this.secretName}" with the key "${name}".`,
        );
        return { name, valueFrom: { secretKeyRef: { name: this.secretName, key: name } } };
      });
    }
    if (!isConfigMap(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.environment(item, [...path, key])]),
    );
  }

  /** Webhooks of a hub whose addresses or headers are secrets read them from a Secret. */
  private webhooks(value: ConfigValue, path: Path): ConfigValue {
    if (Array.isArray(value)) return value.map((item, i) => this.webhooks(item, [...path, i]));
    if (!isConfigMap(value)) return value;
    const { callWebhook, ...others } = value;
    const inner = Object.fromEntries(
      Object.entries(others).map(([key, item]) => [key, this.webhooks(item, [...path, key])]),
    );
    if (!isConfigMap(callWebhook)) return callWebhook === undefined ? inner : { ...inner, callWebhook };
    return { ...inner, callWebhook: this.webhook(callWebhook, [...path, 'callWebhook']) };
  }

  private webhook(call: ConfigMap, path: Path): ConfigMap {
    const { headers, headersFrom, ...others } = call;
    const url = at(call, 'url', 'value');
    const own = Object.entries(isConfigMap(headers) ? headers : {});
    const secret = own.filter(([name, value]) => isSecretName(name) && typeof value === 'string');
    const left = own.filter((entry) => !secret.includes(entry));
    const moved = secret.map(([name]) => [name, { secretKeyRef: this.entry([...path, 'headers', name]) }] as const);
    const from = { ...(isConfigMap(headersFrom) ? headersFrom : {}), ...Object.fromEntries(moved) };
    return {
      ...others,
      ...(typeof url === 'string' &&
        isSecretUrl(url) && { url: { valueFrom: { secretKeyRef: this.entry([...path, 'url']) } } }),
      ...(left.length > 0 && { headers: Object.fromEntries(left) }),
      ...(Object.keys(from).length > 0 && { headersFrom: from }),
    };
  }

  /** The entry of a Secret that is to hold what stands at a place. */
  private entry(path: Path): ConfigMap {
    const key = this.keyFor(path);
    this.note(path, 'a reference', `A secret: create the Secret "${this.secretName}" with the key "${key}".`);
    return { name: this.secretName, key };
  }

  private withVariables(content: ConfigMap, keys: readonly string[]): ConfigMap {
    const env = at(content, 'spec', 'env');
    const added = keys.map((key) => ({
      name: secretVariable(this.secretName, key),
      valueFrom: { secretKeyRef: { name: this.secretName, key } },
    }));
    return put(content, ['spec', 'env'], [...(Array.isArray(env) ? env : []), ...added]) as ConfigMap;
  }

  private note(path: Path, is: string, reason: string): void {
    this.differences.push({ object: this.object, path: path.join('/'), was: hidden, is, reason });
  }

  /** The last name on the way to a secret; the names before it where it is taken. */
  private keyFor(path: Path): string {
    const words = path
      .filter((part) => typeof part === 'string')
      .map((part) =>
        String(part)
          .replace(/[^A-Za-z0-9_.-]/g, '-')
          .toLowerCase(),
      );
    for (let count = 1; count <= words.length; count++) {
      const key = words.slice(-count).join('-');
      if (!this.keys.has(key)) {
        this.keys.add(key);
        return key;
      }
    }
    const key = `${words.join('-')}-${this.keys.size}`;
    this.keys.add(key);
    return key;
  }
}

/** Whether a variable of an environment holds a secret as plain text. */
export function looksSecret(name: string, text: string): boolean {
  return isSecretVariable(name) && mayBeSecret(text);
}

/** Where a configuration holds secrets as plain text. */
export function literalSecrets(config: ConfigMap, release: Release): readonly Path[] {
  const collector = { path: 'c', name: '', release, config, featureGates: [], env: {}, envFrom: [] };
  const issues = checkModel({ ...emptyLists(), collectors: [collector], closed: false });
  const known = issues
    .filter(({ code }) => code === 'secret-literal')
    .flatMap(({ path }) => {
      const found = pathIn(config, path.split('/').slice(1));
      return found === undefined ? [] : [found];
    });
  return [...known, ...unknownSecrets(config)];
}

const secretFields = /(^|[_-])(token|password|passwd|secret|api_?key|access_?key|private_?key|license_?key)$/i;

/** Fields of components that no catalogue describes, where their names say that they hold secrets. */
function unknownSecrets(config: ConfigMap): Path[] {
  return (Object.keys(sectionOf) as ComponentKind[]).flatMap((kind) => {
    const section = config[sectionOf[kind]];
    return Object.entries(isConfigMap(section) ? section : {}).flatMap(([id, component]) => {
      const type = parseComponentId(id)?.type;
      if (type === undefined || findComponent(kind, type) !== undefined) return [];
      return [...strings(component)]
        .filter(
          ({ text, path }) => secretFields.test(String(path[path.length - 1])) && !text.includes('${') && text !== '',
        )
        .map(({ path }) => [sectionOf[kind], id, ...path]);
    });
  });
}

/** The keys that lead to a place; keys may hold slashes themselves. */
function pathIn(value: ConfigValue, [first, ...rest]: readonly string[]): Path | undefined {
  if (first === undefined) return typeof value === 'string' ? [] : undefined;
  if (Array.isArray(value)) {
    const inner = pathIn(value[Number(first)] ?? null, rest);
    return inner && [Number(first), ...inner];
  }
  if (!isConfigMap(value)) return undefined;
  for (let length = rest.length + 1; length > 0; length--) {
    const key = [first, ...rest].slice(0, length).join('/');
    if (!Object.hasOwn(value, key)) continue;
    const inner = pathIn(value[key] ?? null, [first, ...rest].slice(length));
    if (inner) return [key, ...inner];
  }
  return undefined;
}

/** Where an object holds secrets as plain text that no reference can take the place of, such as in an Alertmanager's file. */
export function remainingSecrets(content: ConfigMap, release: Release): readonly string[] {
  return checkModel(readModel([{ path: '', content }], release))
    .filter(({ code }) => code === 'secret-literal')
    .map(({ path }) => path.replace(/^\//, ''));
}
