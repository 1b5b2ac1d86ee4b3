import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedIndex, IndexEntry } from '../../src/catalog/generated';
import type { ComponentKind } from '../../src/model/component-id';
import { type Release, releases } from '../../src/model/release';
import { renames } from './renames';

/** Where the catalogue is. */
export const imports = join(__dirname, '../../imports/otelcol');

interface ReadComponent {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly deprecatedAlias?: string;
  readonly file: string;
}

const minor = (release: string) => Number(release.split('.')[1]);
const distance = (a: string, b: string) => Math.abs(minor(a) - minor(b));

/** The contrib releases that were read. */
export function readReleases(): readonly string[] {
  return readdirSync(imports).filter((name) => /^\d/.test(name) && existsSync(join(imports, name, 'index.json')));
}

/** The folder of what is described by hand, for all releases. */
const byHand = 'mdai';

/** The releases that describe a target: those to which no other target is nearer, the nearest first. */
function readFor(target: Release): readonly string[] {
  const newestFirst = [...readReleases()].sort((a, b) => minor(b) - minor(a));
  const nearest = (read: string) =>
    releases.reduce((best, one) => (distance(one, read) < distance(best, read) ? one : best));
  return newestFirst
    .filter((read) => nearest(read) === target)
    .sort((a, b) => distance(a, target) - distance(b, target));
}

type Entries = Record<ComponentKind, Record<string, IndexEntry>>;

/** Says for each component type and each release of this library where the type is described. */
export function makeIndex(): GeneratedIndex {
  const entries: Entries = { receiver: {}, processor: {}, exporter: {}, connector: {}, extension: {} };
  const newest = new Map<string, string>();
  for (const target of releases) {
    for (const from of [...readFor(target), byHand]) {
      for (const { kind, type, deprecatedAlias, file } of componentsOf(from)) {
        const rename = renames[kind]?.[type];
        const name = newest.get(`${kind} ${type}`) ?? rename ?? type;
        const older = deprecatedAlias ?? (rename === undefined ? undefined : type);
        if (older !== undefined) newest.set(`${kind} ${older}`, name);
        const known = entries[kind][name];
        if (known?.releases[target]) continue;
        entries[kind][name] = {
          ...known,
          ...(older !== undefined && { alias: { name: older, until: known?.alias?.until ?? target } }),
          releases: { ...known?.releases, [target]: { from, file: file.replace(/\.json$/, '') } },
        };
      }
    }
  }
  return Object.fromEntries(
    Object.entries(entries).map(([kind, types]) => [
      kind,
      Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  ) as unknown as GeneratedIndex;
}

function componentsOf(from: string): readonly ReadComponent[] {
  return JSON.parse(readFileSync(join(imports, from, 'index.json'), 'utf8')).components;
}

/** Writes imports/otelcol/index.json, or with `check` says that it is out of date. Returns whether it changed. */
export function writeIndex(check: boolean): boolean {
  const file = join(imports, 'index.json');
  const made = `${JSON.stringify(makeIndex(), null, 2)}\n`;
  const changed = !existsSync(file) || readFileSync(file, 'utf8') !== made;
  if (changed && check) console.log('imports/otelcol/index.json is not what "npm run catalogue" writes');
  if (changed && !check) writeFileSync(file, made);
  return changed;
}
