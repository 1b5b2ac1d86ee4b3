import type { CollectorModel } from '../model/collector';
import { at, type ConfigMap } from '../model/config';
import { keys, listAt, type Path, type Taken } from './condition';
import { knownText } from './known-text';

/** Paths that hold for everybody. */
export function fixed(...paths: readonly string[]): Taken<string> {
  return { says: paths.map(code).join(', '), from: () => paths };
}

/** The folder that a field names. */
export function folderIn(path: Path, byDefault?: string): Taken<string> {
  return {
    says: byDefault === undefined ? code(path) : `${code(path)} (${code(byDefault)})`,
    from: (config, collector) => absolute([textAt(config, path, collector, byDefault)]),
  };
}

/** The folder in which the file lies that a field names, or the files: the path may be a pattern. */
export function folderOf(path: Path): Taken<string> {
  return {
    says: `the folder of ${code(path)}`,
    from: (config, collector) => absolute([textAt(config, path, collector)]).map(parentOfGlob),
  };
}

/** The socket of an address such as `unix:///var/run/docker.sock`; none for other addresses. */
export function unixSocketIn(path: Path, byDefault: string): Taken<string> {
  return {
    says: `${code(path)} (${code(byDefault)})`,
    from: (config, collector) => {
      const address = textAt(config, path, collector, byDefault);
      return absolute([/^unix(?:gram)?:(?:\/\/)?(\/.*)$/.exec(address ?? '')?.[1]]);
    },
  };
}

/** The folders in which a list of patterns starts to look. */
export function globFolders(path: Path): Taken<string> {
  return {
    says: `the folders of ${code(path)}`,
    from: (config, collector) =>
      absolute(listAt(config, keys(path)).map((pattern) => knownText(pattern, collector))).map(parentOfGlob),
  };
}

/** Paths for which something else has to be there, too. */
export function besides(paths: Taken<string>, test: RegExp, ...others: readonly string[]): Taken<string> {
  return {
    says: `${others.map(code).join(', ')} for what is in \`/var/log/pods\` or \`/var/log/containers\``,
    from: (config, collector) => (paths.from(config, collector).some((one) => test.test(one)) ? others : []),
  };
}

function code(path: Path): string {
  return `\`${typeof path === 'string' ? path : path.join('.')}\``;
}

function textAt(config: ConfigMap, path: Path, collector: CollectorModel, byDefault?: string): string | undefined {
  const written = at(config, ...keys(path)) ?? byDefault;
  return typeof written === 'string' && written !== '' ? knownText(written, collector) : byDefault;
}

/** Those that are whole paths: without what an observer fills in, and without the container's own devices. */
function absolute(paths: readonly (string | undefined)[]): readonly string[] {
  return paths.flatMap((path) => (path?.startsWith('/') && !/`|^\/(dev|proc)\//.test(path) ? [withoutEnd(path)] : []));
}

function parentOfGlob(pattern: string): string {
  const parts = pattern.split('/');
  const glob = parts.findIndex((part) => /[*?[{\\]/.test(part));
  return withoutEnd(parts.slice(0, glob === -1 ? -1 : glob).join('/'));
}

function withoutEnd(path: string): string {
  return path.replace(/(?<=.)\/+$/, '') || '/';
}
