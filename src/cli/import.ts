import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Printed } from '../convert/typescript/print';
import type { Difference } from '../convert/typescript/wanted';
import type { Sources } from '../source/read';
import { type Command, type Output, releaseOf, textOf, UsageError } from './command';
import { builtBy, readDocuments } from './documents';
import { format, release } from './options';
import { progressOf } from './progress';

/** What `mdai import` did. */
export interface ImportReport {
  /** The files that were written, in the folder. */
  readonly files: readonly string[];
  readonly roundTrip: {
    /** Whether the program makes what was read, all of it and nothing else. */
    readonly equal: boolean;
    readonly differences: readonly Difference[];
  };
}

/** `mdai import`: manifests become a program that makes them. */
export const importManifests: Command = {
  summary: 'Turn manifests into a TypeScript app that makes the same objects, and prove it.',
  operands: 'PATH…',
  description: [
    'Reads what `mdai check` reads, and writes an app: collectors with their pipelines, typed components and references, hubs with their variables, and all other objects as they are. Collector configurations in ConfigMaps and in files of their own become collectors, too. Comments of the YAML come along.',
    'The program that was written is run, and what it makes is compared with what was read, field by field; the layout of a configuration inside a ConfigMap means nothing, its values do. Whatever differs is listed with its reason. Secrets that stand in the manifests as plain text are not copied: the program reads them from a Secret, which you create.',
    'The folder has to be new or empty. With --force, files of the same names are overwritten, and all others stay.',
  ],
  options: {
    out: { type: 'string', value: 'DIR', says: 'The folder that the app is written to.' },
    force: { type: 'boolean', says: 'Write into a folder that is not empty.' },
    release,
    format: format('text', 'json'),
  },
  examples: [
    { says: 'A folder of manifests:', line: 'mdai import manifests/ --out telemetry' },
    { says: 'What runs in a cluster:', line: 'kubectl get otelcol -A -o yaml | mdai import - --out telemetry' },
    { says: 'The configuration of a collector:', line: 'mdai import collector.yaml --out telemetry' },
  ],
  run(paths, values, output) {
    const out = textOf(values, 'out');
    if (out === undefined) throw new UsageError('name the folder to write to with --out DIR.');
    assertFree(out, values.force === true);
    const progress = progressOf(output);
    const sources = readDocuments(paths, output, progress);
    const broken = brokenFiles(sources);
    // What writes and proves loads the whole library.
    const { importSources } = require('./importing/import') as typeof import('./importing/import');
    const found =
      broken.length > 0
        ? undefined
        : importSources(sources.documents, releaseOf(values), appName(out), {
            step: progress.step,
            commentsOf: sources.commentsOf,
          });
    progress.end();
    const differences = found === undefined ? broken : [...patchesOf(sources), ...found.differences];
    const report: ImportReport = {
      files: found === undefined ? [] : write(out, found.files),
      roundTrip: {
        equal: differences.length === 0,
        differences,
      },
    };
    if (values.format === 'json') output.out(`${JSON.stringify(report, undefined, 2)}\n`);
    else print(report, out, found?.objects ?? 0, output);
    return found === undefined ? 1 : 0;
  },
};

/** @throws UsageError for a folder that holds something, and for what is none */
function assertFree(out: string, force: boolean): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new UsageError(`"${out}" is no folder.`);
  if (force || readdirSync(out).length === 0) return;
  throw new UsageError(`the folder "${out}" is not empty. Name another one, or overwrite files of it with --force.`);
}

/** Files that cannot be read as YAML: nothing is written where something of the user's would be missing. */
function brokenFiles({ issues, documents }: Sources): Difference[] {
  const broken = issues.filter(
    ({ code, severity }) => severity === 'error' && (code === 'yaml-syntax' || code === 'yaml-template'),
  );
  if (broken.length === 0 && documents.length === 0) {
    return [{ object: 'the input', path: '', was: null, is: null, reason: 'Nothing was found to import.' }];
  }
  return broken.map(({ file, line, column, message, fix }) => ({
    object: `${file}:${line}:${column}`,
    path: '',
    was: 'a document',
    is: 'not read',
    reason: `${message} ${fix}`,
  }));
}

/** Patches of kustomize become nothing in a program. */
function patchesOf({ patches }: Sources): Difference[] {
  return patches.flatMap(({ folder, files }) =>
    files.map((file) => ({
      object: file,
      path: '',
      was: 'a document',
      is: 'left out',
      reason: `Kustomize patches other objects with it: ${builtBy(folder)}`,
    })),
  );
}

function appName(out: string): string {
  const name = basename(resolve(out))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '');
  return name === '' ? 'telemetry' : name;
}

function write(out: string, files: ReadonlyMap<string, Printed['text']>): readonly string[] {
  for (const [path, text] of files) {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return [...files.keys()];
}

function print({ files, roundTrip }: ImportReport, out: string, objects: number, { out: say, err }: Output): void {
  const { equal, differences } = roundTrip;
  const lines = differences.map(({ object, path, was, is, reason }) => {
    const place = [object, path].filter((part) => part !== '').join(' ');
    return `  ${place}: ${shown(was)} → ${shown(is)}${reason === undefined ? '' : `\n    ${reason}`}\n`;
  });
  if (files.length === 0) {
    err(`nothing was written:\n${lines.join('')}`);
    return;
  }
  say(`${count(files.length, 'file')} written to ${out}:\n${files.map((file) => `  ${file}\n`).join('')}`);
  say(`\n${count(objects, 'object')} made by the program and compared with what was read, field by field: `);
  say(equal ? 'all are equal.\n' : `${count(differences.length, 'difference')}.\n${lines.join('')}`);
  say(`\nNext: cd ${out} && npm install && npm run synth\n`);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
