import fc from 'fast-check';
import { findComponent } from '../../../src/catalog/catalog';
import { readIndex } from '../../../src/catalog/generated';
import type { ComponentKind } from '../../../src/model/component-id';
import type { ConfigMap, ConfigValue } from '../../../src/model/config';
import { defaultRelease, type Release } from '../../../src/model/release';
import { readReleases } from '../targets';
import { baseOf } from '../vectors/bases';
import { withValue } from '../vectors/values';
import { classes } from './classes';
import { isExcluded } from './excluded';
import type { DrawnRule } from './rule';
import { drawnRules } from './rules';

/** A configuration that was drawn. */
export interface Drawn {
  /** The class or the rule that it was drawn for. */
  readonly group: string;
  readonly kind: ComponentKind;
  readonly type: string;
  readonly release: Release;
  readonly config: ConfigValue;
}

/** As many of each class as its share says, over all components that have such fields; the rest for the rules, evenly. */
export function draw(count: number, seed: number): readonly Drawn[] {
  const ofClasses = classes.flatMap(({ name, share, draw }) => {
    const able = described().flatMap(([kind, type]) => {
      const schema = findComponent(kind, type)?.in(defaultRelease)?.schema ?? {};
      const configs = draw(schema, baseOf(kind, type));
      return configs
        ? [configs.map((config): Drawn => ({ group: name, kind, type, release: defaultRelease, config }))]
        : [];
    });
    const numRuns = Math.ceil((count * share) / 100);
    const drawn = fc.nat({ max: able.length - 1 }).chain((i) => able[i] as fc.Arbitrary<Drawn>);
    return sample(drawn, numRuns, seed);
  });
  const each = Math.ceil(Math.max(0, count - ofClasses.length) / drawnRules.length);
  return [...ofClasses, ...drawnRules.flatMap((rule) => sample(drawnOf(rule), each, seed))];
}

/** The components that a release of contrib holds, whose code can be asked. */
function described(): readonly (readonly [ComponentKind, string])[] {
  const read = readReleases();
  return Object.entries(readIndex()).flatMap(([kind, types]) =>
    Object.entries(types)
      .filter(([, { releases }]) => read.includes(releases[defaultRelease]?.from ?? ''))
      .map(([type]) => [kind as ComponentKind, type] as const),
  );
}

function sample(drawn: fc.Arbitrary<Drawn>, numRuns: number, seed: number): readonly Drawn[] {
  return fc.sample(
    drawn.filter((one) => !isExcluded(one)),
    { numRuns, seed },
  );
}

function drawnOf(rule: DrawnRule): fc.Arbitrary<Drawn> {
  const { name, kind, type, base = {}, fields, within, release = defaultRelease } = rule;
  const values = fc.record(
    Object.fromEntries(Object.entries(fields).map(([path, options]) => [path, fc.constantFrom(...options)])),
  );
  return values.map((chosen) => {
    const section = Object.entries(chosen).reduce<ConfigMap>(
      (config, [path, value]) => (value === undefined ? config : withValue(config, path.split('.'), value)),
      base,
    );
    return { group: `rule ${name}`, kind, type, release, config: within?.(section) ?? section };
  });
}
