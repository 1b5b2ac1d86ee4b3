import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findComponent } from '../../../src/catalog/catalog';
import type { ComponentKind } from '../../../src/model/component-id';
import type { ConfigValue } from '../../../src/model/config';
import { defaultRelease, releases } from '../../../src/model/release';
import { type Case, isOfMachine, Judge, type Verdict } from '../judge';
import { imports } from '../targets';
import { baseOf } from './bases';
import { samples } from './samples';
import { written } from './written';

interface Described {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly file: string;
}

/** What is recorded of one configuration. */
export interface Vector {
  readonly config: ConfigValue;
  readonly accepted: boolean;
  readonly stage?: Verdict['stage'];
  readonly message?: string;
}

/** The component as the target that this release describes sees it; `undefined` when another release does. */
function schemaOf({ kind, type, file }: Described, from: string) {
  const facts = findComponent(kind, type);
  const release = releases.find((one) => facts?.in(one)?.readFrom === from);
  const target = release && facts?.in(release);
  return facts && target && { type: facts.type, schema: target.schema, file, newest: release === defaultRelease };
}

/** Asks the judge of a contrib release, and writes what it said. */
export async function record(from: string): Promise<void> {
  const { components } = JSON.parse(readFileSync(join(imports, from, 'index.json'), 'utf8'));
  const folder = join(imports, from, 'vectors');
  rmSync(folder, { recursive: true, force: true });
  const judge = new Judge(from);
  let [count, refused] = [0, 0];
  for (const described of components as readonly Described[]) {
    const known = schemaOf(described, from);
    if (known === undefined) continue;
    const base = baseOf(described.kind, known.type);
    const sides = known.newest ? written(described.kind, known.type) : new Map<ConfigValue, boolean>();
    const configs = [...samples(known.schema, base), ...sides.keys()];
    const verdicts = await judge.ask(configs.map((config, id): Case => ({ ...described, id, config })));
    for (const [i, config] of configs.entries()) {
      const side = sides.get(config);
      if (side !== undefined && side !== verdicts[i]?.accepted) {
        throw new Error(`${from} ${described.type}: ${JSON.stringify(config)}: ${verdicts[i]?.message ?? 'accepted'}`);
      }
    }
    const vectors = configs.flatMap((config, i) => vectorOf(described.kind, config, verdicts[i] as Verdict));
    if (!vectors[0]?.accepted)
      console.log(`${from} ${described.kind} ${known.type}: ${vectors[0]?.stage}: ${vectors[0]?.message}`);
    const file = join(folder, described.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `[\n${vectors.map((vector) => `  ${JSON.stringify(vector)}`).join(',\n')}\n]\n`);
    count += vectors.length;
    refused += vectors.filter(({ accepted }) => !accepted).length;
  }
  await judge.close();
  console.log(`imports/otelcol/${from}/vectors: ${count} configurations, ${refused} of them refused`);
}

/** `validate`, which is what users run, does not make extensions. What hangs on the machine is not recorded. */
function vectorOf(kind: ComponentKind, config: ConfigValue, verdict: Verdict): readonly Vector[] {
  const { accepted, stage, message } = verdict;
  if (accepted || (kind === 'extension' && stage === 'create')) return [{ config, accepted: true }];
  return isOfMachine(verdict) ? [] : [{ config, accepted, stage, message }];
}
