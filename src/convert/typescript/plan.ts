import { checkModel } from '../../checks/check';
import { at, type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import type { Release } from '../../model/release';
import type { SourceComment } from '../../source/comments/comment';
import type { Comments, InnerTexts } from '../../source/comments/documents';
import type { SourceDocument } from '../../source/document';
import { objectsOf } from '../../source/kubernetes';
import { filesOf } from '../files';
import { readModel } from '../read';
import { embeddedConfigs, isCollectorConfig, parsedConfig } from './embedded';
import type { ImportedObject } from './form';
import { keptComments } from './kept-comments';
import { withMadeObjects } from './made-objects';
import { constructId, kebabCase } from './names';
import { literalSecrets, remainingSecrets, withoutSecrets } from './secrets';
import { withoutServerFields } from './server-fields';
import type { Difference } from './wanted';

/** A configuration in a file of its own. */
export interface ImportedFile {
  /** The file that the program writes. */
  readonly path: string;
  readonly title: string;
  readonly id: string;
  readonly content: ConfigMap;
  /** The comments of what was read. @default none */
  readonly comments?: readonly SourceComment[];
}

/** What is to be imported. */
export interface Plan {
  readonly objects: readonly ImportedObject[];
  readonly files: readonly ImportedFile[];
  /** What is left out or changed on purpose, and why. */
  readonly differences: readonly Difference[];
}

/** Finds the comments of documents. */
export type CommentsOf = (inner: InnerTexts) => Comments;

/**
 * Divides documents into what a program can make, and what it is to leave out.
 *
 * @param commentsOf what finds their comments; without it, there are none
 */
export function planOf(
  documents: readonly SourceDocument[],
  release: Release,
  commentsOf: CommentsOf = () => new Map(),
): Plan {
  const comments = commentsOf(({ content }) =>
    (isConfigMap(content) ? embeddedConfigs(content) : []).map(({ path }) => path),
  );
  const objects: ImportedObject[] = [];
  const files: ImportedFile[] = [];
  const differences: Difference[] = [];
  const found = documents.flatMap((document) =>
    objectsOf(document.content).map(({ content }) => ({ document, content })),
  );
  const ids = new Ids(found.map(({ content }) => content));
  for (const { document, content } of found) {
    if (isObject(content)) {
      const title = titleOf(content);
      if (content.apiVersion === 'v1' && content.kind === 'Secret' && !holdsNoSecret(document, content, release)) {
        differences.push(leftOut(title, 'A Secret: its values belong in no program. Go on creating it as you do.'));
        continue;
      }
      const applied = withoutServerFields(title, content);
      const safe = withoutSecrets(title, applied.content, release);
      const remaining = remainingSecrets(safe.content, release);
      if (remaining.length > 0) {
        differences.push(
          leftOut(
            title,
            `It holds secrets as plain text, at ${remaining.join(', ')}. Move them into a Secret, and import it again.`,
          ),
        );
        continue;
      }
      const kept = keptComments(title, comments.get(document) ?? [], content, safe.content, release);
      differences.push(...applied.differences, ...safe.differences, ...kept.differences);
      objects.push({ title, id: ids.of(content), content: kept.content, comments: kept.comments });
    } else if (isCollectorConfig(content)) {
      const path = fileName(document.path, files);
      const safe = withoutSecrets(document.path, content, release);
      const kept = keptComments(document.path, comments.get(document) ?? [], content, safe.content, release);
      differences.push(...safe.differences, ...kept.differences);
      files.push({
        path,
        title: document.path,
        id: ids.free(constructId(kebabCase(path.replace(/\.ya?ml$/, '')))),
        content: kept.content,
        comments: kept.comments,
      });
    } else {
      differences.push(leftOut(document.path, 'No object of Kubernetes, and no configuration of a collector.'));
    }
  }
  return { objects: withMadeObjects(objects, ids), files, differences };
}

/** Whether all that a Secret holds are configurations, of collectors or an Alertmanager, in which no secret stands as plain text. */
function holdsNoSecret({ path }: SourceDocument, content: ConfigMap, release: Release): boolean {
  const model = readModel([{ path, content }], release);
  const hasAlertmanager = model.alertmanagers.length > 0;
  const files = Object.entries(filesOf(content));
  const known = files.filter(([file, text]) => {
    const config = parsedConfig(text);
    return config === undefined
      ? hasAlertmanager && /\.(ya?ml|tmpl)$/.test(file)
      : literalSecrets(config, release).length === 0;
  });
  const isClean = known.length === files.length && files.length > 0;
  return isClean && (!hasAlertmanager || checkModel(model).every(({ code }) => code !== 'secret-literal'));
}

function leftOut(object: string, reason: string): Difference {
  return { object, path: '', was: 'a document', is: 'left out', reason };
}

function isObject(content: ConfigValue): content is ConfigMap {
  if (!isConfigMap(content)) return false;
  const { apiVersion, kind } = content;
  // cdk8s takes a group and a version.
  return typeof apiVersion === 'string' && /^[^/]+(\/[^/]+)?$/.test(apiVersion) && typeof kind === 'string';
}

/** What an object is called in reports. */
function titleOf(content: ConfigMap): string {
  const [namespace, name] = [at(content, 'metadata', 'namespace'), at(content, 'metadata', 'name')];
  return `${content.kind} ${[namespace, name ?? at(content, 'metadata', 'generateName')].filter((part) => part !== undefined).join('/')}`;
}

/** The name of the file that a program writes; its own file of settings keeps its name. */
function fileName(path: string, files: readonly ImportedFile[]): string {
  const base = path === '-' ? 'collector' : (path.split('/').pop() ?? '').replace(/\.ya?ml$/, '');
  const stem = base === 'cdk8s' || base === '' ? 'collector' : base;
  for (let i = 1; ; i++) {
    const name = `${stem}${i === 1 ? '' : `-${i}`}.yaml`;
    if (!files.some((file) => file.path === name)) return name;
  }
}

/** The kinds whose objects have their names as ids, whatever else is called so: other objects are theirs. */
const keepNames = new Set(['OpenTelemetryCollector', 'Prometheus', 'PrometheusAgent', 'Alertmanager']);

/** Ids of constructs: an object's own name, with its kind where several objects have that. */
class Ids {
  private readonly taken = new Set<string>();
  private readonly shared = new Set<string>();

  constructor(contents: readonly ConfigValue[]) {
    const names = contents.map(nameOf);
    for (const [i, name] of names.entries()) if (names.indexOf(name) !== i) this.shared.add(name);
  }

  of(content: ConfigMap): string {
    const name = nameOf(content);
    const keepsName = keepNames.has(String(content.kind));
    const id =
      name === '' || (this.shared.has(name) && !keepsName) ? `${name}-${kebabCase(String(content.kind))}` : name;
    return this.free(constructId(id));
  }

  free(id: string): string {
    for (let i = 1; ; i++) {
      const candidate = i === 1 ? id : `${id}-${i}`;
      if (this.taken.has(candidate)) continue;
      this.taken.add(candidate);
      return candidate;
    }
  }
}

function nameOf(content: ConfigValue): string {
  const name = at(content, 'metadata', 'name');
  return typeof name === 'string' ? name : '';
}
