import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { filtration } from '../../examples/data-filtration/filtration';
import { compliance } from '../../examples/dynamic-compliance/compliance';
import { sampling } from '../../examples/dynamic-sampling/sampling';
import type { Collector } from '../../src/index';
import { type Loop, type LoopRun, loop } from '../../src/testing';
import { collectorsOf } from './manifests';
import { run, scratch } from './process';

/** What happens in the loop of an example, step by step. */
interface Story {
  readonly example: string;
  readonly gateway: Collector;
  readonly steps: readonly ((mdai: Loop) => unknown)[];
}

const filtering = filtration(new App());
const complying = compliance(new App());
const sampled = sampling(new App());
const search = { labels: { mdai_service: 'search' } };
const ads = { labels: { service_name: 'ads & more' } };

const stories: readonly Story[] = [
  {
    example: 'data-filtration',
    gateway: filtering.gateway,
    steps: [
      (mdai) => mdai.fire(filtering.talkers, search),
      (mdai) => mdai.fire(filtering.talkers, { labels: { mdai_service: 'a.b: [c]' } }),
      (mdai) => mdai.resolve(filtering.talkers, search),
      // The text of the placeholder itself, with which it does not start.
      (mdai) => mdai.fire(filtering.talkers),
    ],
  },
  {
    example: 'dynamic-compliance',
    gateway: complying.gateway,
    steps: [
      (mdai) => mdai.set(complying.services, ['payments', 'accounts']),
      (mdai) => mdai.set(complying.levels, ['ERROR']),
      (mdai) => mdai.remove(complying.services, ['payments']),
    ],
  },
  {
    example: 'dynamic-sampling',
    gateway: sampled.gateway,
    steps: [
      (mdai) => mdai.fire(sampled.onLoud, ads),
      (mdai) => mdai.fire(sampled.onVeryLoud, ads),
      (mdai) => mdai.resolve(sampled.onLoud, ads),
    ],
  },
];

test.each(stories)(
  'the real collector takes the environment of each moment of the loop of $example',
  ({ example, gateway, steps }) => {
    const mdai = loop(gateway);
    const program = collectorsOf(example).find(({ name }) => name === gateway.name)!;
    const file = join(scratch(), 'collector.yaml');
    writeFileSync(file, program.text);
    const moments = [() => undefined, ...steps].map((step) => {
      const { stopped = [] } = (step(mdai) ?? {}) as Partial<LoopRun>;
      return {
        environment: mdai.environment(gateway),
        starts: !stopped.some((text) => text.includes('does not start')),
      };
    });
    expect(new Set(moments.map((one) => JSON.stringify(one))).size).toBe(moments.length);
    for (const { environment, starts } of moments) {
      const { ok, output } = run(
        program.program,
        ['validate', ...program.args(file)],
        program.environment(environment),
      );
      expect({ environment, starts: ok, output: starts ? output : '' }).toEqual({ environment, starts, output: '' });
    }
  },
);
