import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { merged } from '../../model/merge';
import type { Origin } from '../../source/origin';
import { parsed } from '../../source/parsed';
import type { FileText } from '../files';
import { entryOf, fileAt, type Mountable } from '../mounts';
import { originOf } from '../reading';
import { maps, text } from '../values';
import { type Container, filledIn, type Word, wordsOf } from '../workloads';
import { type Argument, type Arguments, argumentsOf } from './arguments';
import { isCollectorImage } from './image';
import { loaded, unfolded } from './loaded';
import { isCollectorConfig } from './shape';

/** What a container tells a collector. */
export interface Told {
  readonly args: Arguments;
  /** The configuration, put together; nothing where a part of it is not among what was read. */
  readonly config?: ConfigMap;
  /** Where its parts stand, the last one first: it has the last word. */
  readonly origins: readonly Origin[];
  /** The texts of ConfigMaps and Secrets that it is made of. */
  readonly files: readonly FileText[];
}

interface Part {
  readonly config: ConfigMap;
  readonly origin: Origin;
  readonly file?: FileText;
}

/** The files that the images of the project read unless told otherwise. */
const defaultFiles = ['/etc/otelcol-contrib/config.yaml', '/etc/otelcol/config.yaml', '/etc/otelcol-k8s/config.yaml'];

/** What a container tells a collector; nothing for a container that runs none, as far as that can be seen. */
export function toldBy(container: Container, objects: Mountable): Told | undefined {
  const words = wordsOf(container);
  const args = argumentsOf(words.map((word) => word.text));
  const parts = args.configs.map((argument) => partOf(argument, words, container, objects));
  if (args.configs.length === 0 && isCollectorImage(text(container.content.image))) {
    for (const path of defaultFiles) {
      const file = fileAt(container, path, objects);
      if (file) parts.push(ofFile(file));
    }
  }
  const known = parts.filter((part) => part !== undefined);
  const sets = args.sets.flatMap((argument) => ofSet(argument, words, container) ?? []);
  const config = [...known, ...sets].reduce<ConfigMap>((under, part) => merged(under, part.config), {});
  if (!isCollectorConfig(config)) return isPartOfCollector(container, known) ? { ...unread(known), args } : undefined;
  if (known.length < parts.length) return { ...unread(known), args };
  return {
    args,
    config: loaded(config),
    origins: [...known, ...sets].map(({ origin }) => origin).reverse(),
    files: filesOf(known),
  };
}

function isPartOfCollector({ content }: Container, known: readonly Part[]): boolean {
  return known.length > 0 && isCollectorImage(text(content.image));
}

function unread(known: readonly Part[]): Pick<Told, 'origins' | 'files'> {
  return { origins: [], files: filesOf(known) };
}

function filesOf(parts: readonly Part[]): FileText[] {
  return parts.flatMap(({ file }) => file ?? []);
}

/** What a `--config` leads to. */
function partOf(
  { value, index }: Argument,
  words: readonly Word[],
  container: Container,
  objects: Mountable,
): Part | undefined {
  const [, scheme = 'file', opaque = value] = /^([A-Za-z][A-Za-z0-9+.-]+):(.*)$/s.exec(value) ?? [];
  if (scheme === 'file') {
    const file = fileAt(container, opaque, objects);
    return file && ofFile(file);
  }
  if (scheme === 'yaml') return ofText(opaque, container, wordAt(words, index));
  return scheme === 'env' ? ofVariable(opaque.split(':-')[0] ?? '', container, objects) : undefined;
}

function ofFile(file: FileText): Part | undefined {
  const config = parsed(file.text);
  return isConfigMap(config) ? { config, origin: originOf(file.object, [file.pointer]), file } : undefined;
}

/** An argument, or a value in it, that is YAML; keys may be written `a::b`. */
function ofText(yaml: string, { workload, pointer }: Container, place: readonly (string | number)[]): Part | undefined {
  const config = unfolded(parsed(yaml) ?? null);
  return isConfigMap(config) ? { config, origin: originOf(workload, [[...pointer, ...place]]) } : undefined;
}

function ofVariable(name: string, container: Container, objects: Mountable): Part | undefined {
  const { content, pointer, workload } = container;
  const entries = maps(content.env);
  const i = entries.findLastIndex((entry) => text(entry.name) === name);
  const entry = entries[i];
  if (entry === undefined) return undefined;
  const file = referredBy(entry, workload.namespace, objects);
  if (file !== undefined) return ofFile(file);
  const values = new Map(entries.slice(0, i).map((one) => [text(one.name), text(one.value)]));
  const config = parsed(filledIn(text(entry.value), values));
  return isConfigMap(config) ? { config, origin: originOf(workload, [[...pointer, 'env', i, 'value']]) } : undefined;
}

/** The text that a variable is read from. */
function referredBy(entry: ConfigMap, namespace: string | undefined, objects: Mountable): FileText | undefined {
  for (const [kind, field] of [
    ['ConfigMap', 'configMapKeyRef'],
    ['Secret', 'secretKeyRef'],
  ] as const) {
    const ref = at(entry, 'valueFrom', field);
    const found = entryOf({ kind, name: text(at(ref, 'name')), key: text(at(ref, 'key')) }, namespace, objects);
    if (found) return found;
  }
  return undefined;
}

/** `--set=processors.batch.timeout=2s`. */
function ofSet({ value, index }: Argument, words: readonly Word[], { workload, pointer }: Container): Part | undefined {
  const equals = value.indexOf('=');
  if (equals < 1) return undefined;
  const said = parsed(value.slice(equals + 1)) ?? null;
  const config = value
    .slice(0, equals)
    .split('.')
    .reduceRight<ConfigValue>((under, key) => ({ [key]: under }), said);
  return isConfigMap(config)
    ? { config, origin: originOf(workload, [[...pointer, ...wordAt(words, index)]]) }
    : undefined;
}

function wordAt(words: readonly Word[], index: number): readonly (string | number)[] {
  const word = words[index];
  return word === undefined ? [] : [word.field, word.index];
}
