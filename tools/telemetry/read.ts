import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIndex } from '../../src/catalog/generated';
import type { Telemetry } from '../../src/metrics/telemetry';
import type { ComponentKind } from '../../src/model/component-id';
import type { Release } from '../../src/model/release';
import { fullPins } from '../catalogue/program';
import { imports } from '../catalogue/targets';
import { type GoPackages, packagesOf, under } from './packages';
import { type Scope, scopeOf } from './scopes';
import { type LevelOf, levelsOf } from './views';

/** The module that every collector has: it runs the pipelines, and measures its own process. */
const service = 'go.opentelemetry.io/collector/service';

/** What the collector of a release measures of itself, as the Go modules that the catalogue was read from say. */
export function readTelemetry(release: Release): Telemetry {
  const builds = new Map<string, GoPackages>();
  const build = (from: string): GoPackages => {
    const packages = builds.get(from) ?? packagesOf(join(fullPins, from), servicePackages);
    builds.set(from, packages);
    return packages;
  };
  return telemetryOf(release, build);
}

/** The same of a few components, those of a folder of pins. */
export function readTelemetryFrom(release: Release, pins: string): Telemetry {
  const packages = packagesOf(pins, servicePackages);
  return telemetryOf(release, () => packages);
}

const servicePackages = [service];

function telemetryOf(release: Release, build: (from: string) => GoPackages): Telemetry {
  const core = build(release);
  const levelOf = levelsOf(core);
  const scopes = new Map<string, Scope>();
  // The helpers are those of the release itself, whichever release a component was read from.
  for (const scope of measured(service, core, levelOf)) scopes.set(scope.name, scope);
  const components: Record<string, Record<string, readonly string[]>> = {};
  const places = placesOf(release).sort((a, b) => distance(release, a.from) - distance(release, b.from));
  for (const { kind, type, from, module } of places) {
    const found = measured(module, build(from), levelOf);
    for (const scope of found) if (!scopes.has(scope.name)) scopes.set(scope.name, scope);
    const names = found
      .map(({ name }) => name)
      .filter((name) => name !== 'service')
      .sort();
    if (names.length > 0) components[kind] = { ...components[kind], [type]: names };
  }
  const all = [...scopes.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    scopes: Object.fromEntries(all.map(({ name, metrics }) => [name, metrics])),
    others: all.filter(({ others }) => others).map(({ name }) => name),
    components: Object.fromEntries(
      Object.entries(components).map(([kind, types]) => [
        kind,
        Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1))),
      ]),
    ),
  };
}

function measured(root: string, packages: GoPackages, levelOf: LevelOf): readonly Scope[] {
  return under(root, packages).flatMap((one) => scopeOf(one, levelOf) ?? []);
}

interface Place {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly from: string;
  readonly module: string;
}

/** The components that a release has, with the modules that they were read from. */
function placesOf(release: Release): Place[] {
  return Object.entries(readIndex()).flatMap(([kind, types]) =>
    Object.entries(types).flatMap(([type, { releases }]) => {
      const place = releases[release];
      if (place === undefined || !existsSync(join(fullPins, place.from))) return [];
      const file = join(imports, place.from, `${place.file}.json`);
      const { module } = JSON.parse(readFileSync(file, 'utf8')) as { readonly module: string };
      return [{ kind: kind as ComponentKind, type, from: place.from, module }];
    }),
  );
}

function distance(a: string, b: string): number {
  return Math.abs(Number(a.split('.')[1]) - Number(b.split('.')[1]));
}
