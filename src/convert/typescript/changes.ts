import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { type Code, call, method, plain, type Statement, standingFor, string } from './code';
import type { Change } from './form';
import { isWritten, wholeLiteral } from './value';

/** What has to change so that one value becomes another, in as few steps as maps allow; lists change as a whole. */
export function changesBetween(
  is: ConfigValue | undefined,
  wanted: ConfigValue | undefined,
  path: Change['path'] = [],
): Change[] {
  if (is === undefined && wanted === undefined) return [];
  if (wanted === undefined) return [{ op: 'remove', path }];
  if (is === undefined) return [{ op: 'add', path, value: wanted }];
  if (isConfigMap(is) && isConfigMap(wanted)) {
    return [...new Set([...Object.keys(is), ...Object.keys(wanted)])].flatMap((key) =>
      changesBetween(own(is, key), own(wanted, key), [...path, key]),
    );
  }
  if (Array.isArray(is) && Array.isArray(wanted) && is.length === wanted.length) {
    const inside = is.flatMap((item, i) => changesBetween(item, wanted[i], [...path, i]));
    if (inside.length <= 1) return inside;
    return inside.every(({ path: changed }) => changed.length > path.length + 1)
      ? inside
      : [{ op: 'replace', path, value: wanted }];
  }
  if (Array.isArray(is) || isConfigMap(is) || is !== wanted) return [{ op: 'replace', path, value: wanted }];
  return [];
}

function own(map: ConfigMap, key: string): ConfigValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/**
 * The statements that make changes behind a construct.
 *
 * @param child the one of the construct's objects that is meant, where it is not the main one
 */
export function changeStatements(
  variable: string,
  content: ConfigMap,
  changes: readonly Change[],
  child?: string,
): Statement[] {
  if (child !== undefined) {
    if (changes.length === 0) return [];
    const patches = changes.map((change) => standingFor(patchCode(change), content, ...change.path));
    return [{ kind: 'run', value: method(plain(variable), 'patch', string(child), ...patches) }];
  }
  const object = call('ApiObject.of', plain(variable));
  const metadata: Statement[] = [];
  const patches: Code[] = [];
  for (const change of changes) {
    const added = metadataTexts(change);
    if (added === undefined) patches.push(standingFor(patchCode(change), content, ...change.path));
    for (const [key, text] of Object.entries(added?.texts ?? {})) {
      const value = method(object, `metadata.${added?.method}`, string(key), string(text));
      metadata.push({ kind: 'run', value: standingFor(value, content, ...change.path.slice(0, 2), key) });
    }
  }
  const patch: Statement[] =
    patches.length === 0 ? [] : [{ kind: 'run', value: method(object, 'addJsonPatch', ...patches) }];
  return [...metadata, ...patch];
}

/** Labels and annotations have methods of their own. */
function metadataTexts({ op, path, value = null }: Change) {
  const [first, section, key, ...deeper] = path.map(String);
  const name = section === 'labels' ? 'addLabel' : section === 'annotations' ? 'addAnnotation' : undefined;
  if (op !== 'add' || first !== 'metadata' || name === undefined || deeper.length > 0) return undefined;
  const texts = key === undefined ? value : { [key]: value };
  if (!isConfigMap(texts) || Object.values(texts).some((text) => typeof text !== 'string')) return undefined;
  if (Object.keys(texts).length === 0 || !Object.keys(texts).every((text) => isWritten(text, ''))) return undefined;
  return { method: name, texts: texts as Readonly<Record<string, string>> };
}

function patchCode({ op, path, value }: Change): Code {
  const pointer = string(path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
  return op === 'remove'
    ? call('JsonPatch.remove', pointer)
    : call(`JsonPatch.${op}`, pointer, wholeLiteral(value ?? null));
}
