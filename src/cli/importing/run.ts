import { posix } from 'node:path';
import * as cdk8s from 'cdk8s';
import { ApiObject, type App } from 'cdk8s';
import type { SourceFile } from '../../convert/typescript/code';
import { printFile } from '../../convert/typescript/print';
import * as library from '../../index';
import type { ConfigMap, ConfigValue } from '../../model/config';
import type { Issue } from '../../model/issue';
import { Registry } from '../../registry';

/** What a program makes. */
export interface Ran {
  /** Its objects, by the paths of their constructs. */
  readonly objects: ReadonlyMap<string, ConfigMap>;
  /** What it writes besides, by file. */
  readonly files: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

/**
 * Runs the text of a program as it is written, and says what it makes. Nothing is written.
 *
 * @param files the file `main.ts`, and those that it imports
 * @throws what the program throws
 */
export function runProgram(files: readonly SourceFile[]): Ran {
  const written = new Map<string, string>();
  const apps: App[] = [];
  class Recorded extends library.MdaiApp {
    constructor() {
      super({ previous: false });
    }

    override synth(): void {
      apps.push(this);
    }
  }
  const modules: Record<string, Record<string, unknown>> = {
    cdk8s: { ...cdk8s },
    'cdk8s-mdai': { ...library, MdaiApp: Recorded },
    'node:fs': { writeFileSync: (path: string, text: string) => written.set(path, text) },
  };
  const main = files.find(({ path }) => path === 'main.ts');
  for (const file of [...files.filter((one) => one !== main), ...(main ? [main] : [])]) {
    modules[`./${posix.normalize(file.path).replace(/\.ts$/, '')}`] = evaluate(file, modules);
  }
  const [app] = apps;
  if (app === undefined) throw new Error('The program synthesizes nothing.');
  const { issues } = Registry.of(app);
  const objects = app.node.findAll().filter((one) => ApiObject.isApiObject(one));
  return {
    objects: new Map(objects.map((object) => [object.node.path, plain(object.toJson()) as ConfigMap])),
    files: written,
    issues,
  };
}

/** What a file exports, its imports taken from modules. */
function evaluate(file: SourceFile, modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  const names = file.imports.flatMap(({ names }) => names);
  const values = file.imports.flatMap(({ module, names }) => names.map((name) => modules[module]?.[name]));
  const exported = file.body.flatMap((statement) => (statement.kind === 'function' ? [statement.name] : []));
  const { program } = printFile(file);
  // The text is ours: what came out of manifests stands in it as literals.
  const run = new Function(...names, `'use strict';\n${program}\nreturn { ${exported.join(', ')} };`);
  return run(...values) as Record<string, unknown>;
}

/** As it comes out of YAML. */
function plain(value: unknown): ConfigValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return (value ?? null) as ConfigValue;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
}
