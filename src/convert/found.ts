import { at, type ConfigMap, isConfigMap } from '../model/config';
import { chartValuesIn } from '../source/chart-values';
import type { Pointer, SourceDocument } from '../source/document';
import { objectsOf } from '../source/kubernetes';
import { maps, text } from './values';

/** An object of Kubernetes, or another document, among what was read. */
export interface Found {
  readonly document: SourceDocument;
  /** What issues call it: the file and the object's name. No two have the same. */
  readonly path: string;
  /** Version of the API and kind, e.g. `apps/v1 Deployment`; a space alone for what is no object. */
  readonly kind: string;
  /** Empty where it has none. */
  readonly name: string;
  readonly namespace?: string;
  readonly content: ConfigMap;
}

/** The objects among documents. The items of a list are objects by themselves; what is no map is nothing. */
export function foundIn(documents: readonly SourceDocument[]): Found[] {
  const objects = documents.flatMap((document) =>
    objectsOf(document.content).flatMap(({ base, content }) => {
      if (!isConfigMap(content)) return [];
      const object = objectOf({ ...document, ...within(document.base, base), content }, content);
      return [object, ...chartValuesOf(object)];
    }),
  );
  const written = withoutMade(objects);
  const paths = pathsOf(written);
  return written.map((object) => ({ ...object, path: paths.get(object) ?? object.path }));
}

/** The values of a Helm chart that an object holds, each a file of values by itself; its name is the object's. */
function chartValuesOf({ document, path, namespace, content }: Found): Found[] {
  return chartValuesIn(content).map((values) => ({
    document: { ...document, ...within(document.base, values.base), content: values.content },
    path,
    kind: ' ',
    name: '',
    ...(namespace !== undefined && { namespace }),
    content: values.content,
  }));
}

/** The objects without those that an operator made of another one of them, which say the same once more. */
function withoutMade(objects: readonly Found[]): readonly Found[] {
  const key = (kind: string, name: string, namespace = '') => `${kind} ${namespace}/${name}`;
  const there = new Set(objects.map(({ kind, name, namespace }) => key(kind, name, namespace)));
  return objects.filter(({ content, namespace }) => {
    const owners = maps(at(content, 'metadata', 'ownerReferences'));
    return !owners.some(({ apiVersion, kind, name }) =>
      there.has(key(`${text(apiVersion)} ${text(kind)}`, text(name), namespace)),
    );
  });
}

/** Who gets a name first where several have it: what people mean by it. Entries of files have names of their own besides. */
const ranks: readonly RegExp[] = [
  / OpenTelemetryCollector$|^ $/,
  /^hub\.mydecisive\.ai\//,
  /^monitoring\.coreos\.com\//,
  /^/,
];

const holdsFiles = /^v1 (?:ConfigMap|Secret)$/;

function pathsOf(objects: readonly Found[]): ReadonlyMap<Found, string> {
  const ranked = objects.map((object) => ({ object, rank: ranks.findIndex((rank) => rank.test(object.kind)) }));
  const taken = { files: new Map<string, string>(), objects: new Map<string, string>() };
  return new Map(
    ranked
      .sort((a, b) => a.rank - b.rank)
      .map(({ object }) => {
        const among = taken[holdsFiles.test(object.kind) ? 'files' : 'objects'];
        const isOther = among.get(object.path) !== object.kind;
        const marks = [isOther ? object.kind.replace(/^.* /, '') : '', object.namespace ?? ''].filter(Boolean);
        const path = freePath(object.path, marks, among);
        among.set(path, object.kind);
        return [object, path];
      }),
  );
}

function within(outer: Pointer = [], inner: Pointer): Pick<SourceDocument, 'base'> {
  const base = [...outer, ...inner];
  return base.length > 0 ? { base } : {};
}

function objectOf(document: SourceDocument, content: ConfigMap): Found {
  const name = text(at(content, 'metadata', 'name'));
  const namespace = text(at(content, 'metadata', 'namespace'));
  return {
    document,
    path: [document.path, name].filter(Boolean).join('/'),
    kind: `${text(content.apiVersion)} ${text(content.kind)}`,
    name,
    ...(namespace !== '' && { namespace }),
    content,
  };
}

/** The path, with what tells it apart where another has it already. */
function freePath(path: string, marks: readonly string[], taken: ReadonlyMap<string, string>): string {
  let free = path;
  for (let i = 1; taken.has(free); i++) {
    const told = marks.slice(0, i);
    const count = i > marks.length ? [String(i - marks.length + 1)] : [];
    free = `${path} (${[...told, ...count].join(' ')})`;
  }
  return free;
}

/** What a report calls an object, behind its file. */
export function calledOf({ document, path }: Pick<Found, 'document' | 'path'>): string {
  return path.startsWith(`${document.path}/`) ? path.slice(document.path.length + 1) : '';
}

/** What the model knows an object by. */
export function identityOf({ path, name, namespace }: Found): { path: string; name: string; namespace?: string } {
  return { path, name, ...(namespace !== undefined && { namespace }) };
}
