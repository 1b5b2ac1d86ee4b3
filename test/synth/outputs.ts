import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps } from 'cdk8s';
import { MdaiApp } from '../../src/app';
import { parseYaml } from './parsers';

/** What a synthesis left behind: the objects of every file by its path, `null` for a folder; or the error's message. */
export type Outputs = Record<string, unknown> | string;

/** Synthesizes the same constructs with the stock App and with MdaiApp. */
export function both(fill: (app: App) => void, props: AppProps = {}): { stock: Outputs; mdai: Outputs } {
  return { stock: outputs((all) => new App(all), fill, props), mdai: outputs((all) => new MdaiApp(all), fill, props) };
}

function outputs(make: (props: AppProps) => App, fill: (app: App) => void, props: AppProps): Outputs {
  const outdir = mkdtempSync(join(tmpdir(), 'mdai-app-'));
  try {
    const app = make({ outdir, ...props });
    fill(app);
    app.synth();
    return readOutputs(outdir);
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function readOutputs(outdir: string): Record<string, unknown> {
  const paths = (readdirSync(outdir, { recursive: true }) as string[]).sort();
  return Object.fromEntries(paths.map((path) => [path, readOutput(join(outdir, path))]));
}

function readOutput(path: string): unknown {
  if (statSync(path).isDirectory()) {
    return null;
  }
  const text = readFileSync(path, 'utf8');
  // The order of keys counts: people read the files and compare them.
  return path.endsWith('.json') ? text : parseYaml(text).map((object) => JSON.stringify(object));
}
