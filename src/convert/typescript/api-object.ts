import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { defaultRelease } from '../../model/release';
import { blankLine, type Code, call, object, plain, standingFor, string } from './code';
import { writeConfig } from './config';
import { embeddedConfigs, isText, parsedConfig } from './embedded';
import type { ImportedObject, Made, Place } from './form';
import { constructId } from './names';
import { Unfit } from './unfit';
import { isWritten, literal } from './value';

/** Any object as it is. */
export function apiObject(object: ImportedObject, place: Place): Made {
  const { kind, metadata } = object.content;
  const name = at(metadata, 'name');
  return {
    before: [],
    value: newApiObject(object, place, literal),
    proposals: [String(name ?? kind), `${name ?? ''}_${kind}`],
    after: [],
  };
}

/** An object that holds texts which are configurations of collectors: each a `Collector` that makes no object. @throws Unfit */
export function objectWithConfigs(routes: boolean) {
  return (imported: ImportedObject, place: Place): Made => configsObject(imported, place, routes);
}

function configsObject(imported: ImportedObject, place: Place, routes: boolean): Made {
  const { content, id } = imported;
  const found = embeddedConfigs(content);
  if (found.length === 0) throw new Unfit('it holds no configuration');
  const name = String(at(content, 'metadata', 'name'));
  const before: Made['before'][number][] = [];
  const after: Made['after'][number][] = [];
  const texts = new Map<ConfigValue, Code>();
  const also: string[] = [];
  for (const { path, text } of found) {
    const config = parsedConfig(text);
    if (config === undefined) throw new Unfit('it holds no configuration');
    const key = String(path[path.length - 1]);
    const own = found.length > 1 ? `${name}-${key.replace(/\.ya?ml$/, '')}` : name;
    const part = found.length > 1 ? `-${key.replace(/\.ya?ml$/, '')}` : '';
    const construct = constructId(`${id}${part}-config`);
    also.push(construct);
    const written = writeCollector(own, construct, config, place, routes);
    before.push(...written.statements);
    texts.set(text, call(`${written.variable}.toYaml`));
  }
  const value = newApiObject(imported, place, (inner) => withTexts(inner, texts));
  return { before, value, proposals: [`${name}_${content.kind}`], after, also };
}

/** A `Collector` that makes no object, with what is said of it. @throws Unfit */
export function writeCollector(name: string, id: string, config: ConfigMap, place: Place, routes: boolean) {
  const variable = place.names.claim(name, `${name}_collector`);
  const written = writeConfig(config, {
    ...place,
    routes,
    collector: variable,
    env: (env) => call('env', string(env)),
    variable: () => undefined,
  });
  const value = call(
    'new Collector',
    plain(place.chart),
    string(id),
    object([
      ['backend', string('none')],
      ['verbatim', plain('true')],
      ['release', place.release === defaultRelease ? undefined : string(place.release)],
      ['telemetry', written.telemetry],
    ]),
  );
  return {
    variable,
    statements: [
      ...written.components,
      ...(written.components.length > 1 ? [blankLine] : []),
      { kind: 'const', name: variable, value: standingFor(value, config) } as const,
      ...written.body,
      blankLine,
    ],
  };
}

function withTexts(value: ConfigValue, texts: ReadonlyMap<ConfigValue, Code>): Code {
  const known = isText(value) ? texts.get(value) : undefined;
  if (known) return known;
  if (!isConfigMap(value)) return literal(value);
  const entries = Object.entries(value).map(
    ([key, item]) => [key, isWritten(key, item) ? withTexts(item, texts) : undefined] as const,
  );
  return standingFor(object(entries), value);
}

/** An object as it is. @param code what its fields are written with */
export function newApiObject(imported: ImportedObject, place: Place, code: (value: ConfigValue) => Code): Code {
  const { apiVersion, kind, metadata, ...content } = imported.content;
  const rest = Object.entries(content).map(
    ([key, value]) => [key, isWritten(key, value) ? code(value) : undefined] as const,
  );
  return call(
    'new ApiObject',
    plain(place.chart),
    string(imported.id),
    object([
      ['apiVersion', string(String(apiVersion))],
      ['kind', string(String(kind))],
      ['metadata', metadataCode(metadata, place)],
      ...rest,
    ]),
  );
}

/** The metadata that the compiler takes; what it does not is changed behind the construct. */
function metadataCode(metadata: ConfigValue | undefined, { namespace }: Place): Code | undefined {
  if (!isConfigMap(metadata)) return undefined;
  const known = ['name', 'namespace', 'labels', 'annotations', 'finalizers'];
  const entries = Object.entries(metadata)
    .filter(([key, value]) => known.includes(key) && isTexts(key, value))
    .filter(([key, value]) => key !== 'namespace' || value !== namespace);
  return entries.length === 0 ? undefined : object(entries.map(([key, value]) => [key, literal(value)]));
}

function isTexts(key: string, value: ConfigValue): boolean {
  if (key === 'finalizers') return Array.isArray(value) && value.every(isText);
  if (key === 'labels' || key === 'annotations') return isConfigMap(value) && Object.values(value).every(isText);
  return isText(value);
}
