import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { inhibitedBy, inhibitionsOf } from '../../src/alertmanager/inhibition';
import { labelValue, MatcherError } from '../../src/alertmanager/matcher';
import { parseMatchers } from '../../src/alertmanager/parse-matchers';
import type { Known } from '../../src/alertmanager/possible';
import { reachOf } from '../../src/alertmanager/reach';
import { arrivals } from '../../src/alertmanager/route-alert';
import { type RouteNode, routeTree } from '../../src/alertmanager/route-tree';
import { templateProblem } from '../../src/alertmanager/template';
import { isMuted } from '../../src/alertmanager/time';
import { checkModel } from '../../src/checks/check';
import { readModel } from '../../src/convert/read';
import { type AlertmanagerRelease, alertmanagerReleases } from '../../src/model/alertmanager';
import type { ConfigMap } from '../../src/model/config';
import type { Issue } from '../../src/model/issue';
import type { Model } from '../../src/model/model';
import { yamlText } from '../../src/render/yaml-text';
import { tool } from '../../tools/locate';
import { configsOf, labelSets, times, trees } from './alertmanager/configs';
import { judged } from './alertmanager/judge';
import { matcherTexts, templateTexts } from './alertmanager/texts';
import { exampleNames, manifestsOf } from './manifests';
import { scratch } from './process';

/** Of an alert all of whose labels are known. */
function knownLabels(labels: Readonly<Record<string, string>>): Known {
  return (name) => labelValue(labels, name);
}

const seed = 20_261_122;

describe('texts', () => {
  test('of matchers mean what Alertmanager reads in them', () => {
    const texts = fc.sample(matcherTexts, { numRuns: 10_000, seed });
    const answers = judged(texts.map((matchers) => ({ matchers })));
    const ours = texts.map((text) => {
      try {
        return parseMatchers(text);
      } catch (error) {
        if (!(error instanceof MatcherError)) throw error;
        return undefined;
      }
    });
    const wrong = texts.flatMap((text, i) => {
      const real = answers[i]?.error === undefined ? (answers[i]?.matchers ?? []) : undefined;
      return JSON.stringify(ours[i]) === JSON.stringify(real) ? [] : [{ text, ours: ours[i], real: answers[i] }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    // Enough of both, so that the comparison says something.
    const accepted = ours.filter((matchers) => matchers !== undefined && matchers.length > 0).length;
    expect(accepted).toBeGreaterThan(500);
    expect(texts.length - accepted).toBeGreaterThan(500);
  });

  test('of templates are read where Go reads them', () => {
    const texts = fc.sample(templateTexts, { numRuns: 10_000, seed });
    const answers = judged(texts.map((template) => ({ template })));
    const wrong = texts.flatMap((text, i) => {
      const ours = templateProblem(text);
      return (ours === undefined) === (answers[i]?.error === undefined)
        ? []
        : [{ text, ours, real: answers[i]?.error }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    const accepted = answers.filter(({ error }) => error === undefined).length;
    expect(accepted).toBeGreaterThan(500);
  });
});

/** A model with one Alertmanager, of which only the configuration is known. */
function modelOf(config: ConfigMap, version: AlertmanagerRelease): Model {
  const alertmanager = { path: 'a', name: 'a', backend: 'workload', version, config, templates: {} } as const;
  const none: readonly never[] = [];
  return {
    ...{ collectors: none, hubs: none, observers: none, hubMonitors: none, prometheuses: none },
    ...{ replays: none, ingresses: none, dals: none },
    alertmanagers: [alertmanager],
    closed: true,
  };
}

/** The mistakes for which Alertmanager would refuse a configuration: a secret as plain text is none. */
function refusals(config: ConfigMap, version: AlertmanagerRelease = '0.34.2'): readonly Issue[] {
  return checkModel(modelOf(config, version)).filter(
    ({ severity, code }) => severity === 'error' && code !== 'secret-literal',
  );
}

describe('configurations', () => {
  const drawnFor = (release: AlertmanagerRelease) => fc.sample(configsOf(release), { numRuns: 6000, seed });

  test.each([
    ['0.34.2', 'alertmanager-judge'],
    ['0.28.1', 'alertmanager-judge-0.28.1'],
  ] as const)('are refused where Alertmanager %s refuses them', (version, program) => {
    const drawn = drawnFor(version);
    const answers = judged(
      drawn.map((config) => ({ config: yamlText(config) })),
      program,
    );
    const wrong = drawn.flatMap((config, i) => {
      const ours = refusals(config, version);
      const real = answers[i]?.error;
      return ours.length > 0 === (real !== undefined) ? [] : [{ ours, real, config: yamlText(config) }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    const accepted = answers.filter(({ error }) => error === undefined).length;
    expect(accepted).toBeGreaterThan(500);
    expect(drawn.length - accepted).toBeGreaterThan(500);
  });

  test('get the same verdict from amtool', () => {
    const folder = scratch();
    const some = drawnFor('0.34.2').slice(0, 400);
    const files = some.map((config, i) => {
      writeFileSync(join(folder, `${i}.yaml`), yamlText(config));
      return `${i}.yaml`;
    });
    const verdicts = amtoolVerdicts(folder, files);
    const wrong = some.flatMap((config, i) => {
      const ours = refusals(config).length > 0 ? 'FAILED' : 'SUCCESS';
      return verdicts.get(`${i}.yaml`) === ours
        ? []
        : [{ ours, real: verdicts.get(`${i}.yaml`), config: yamlText(config) }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

/** What amtool says of files, by their names. It breaks down over some, which it would refuse, and is started again behind. */
function amtoolVerdicts(folder: string, files: readonly string[]): ReadonlyMap<string, string> {
  const { stdout } = spawnSync(tool('amtool'), ['check-config', ...files], { cwd: folder, encoding: 'utf8' });
  const found = [...stdout.matchAll(/^Checking '(.*?)'(?: {2}(SUCCESS|FAILED))?/gm)];
  const verdicts = new Map(found.map(([, file = '', verdict = 'FAILED']) => [file, verdict]));
  const rest = files.filter((file) => !verdicts.has(file));
  return found.length > 0 && rest.length > 0 ? new Map([...verdicts, ...amtoolVerdicts(folder, rest)]) : verdicts;
}

// Both releases take what the examples write for one of them.
const ofExamples = exampleNames().flatMap((example) =>
  readModel(manifestsOf(example).map((content) => ({ path: example, content }))).alertmanagers.flatMap((one) =>
    alertmanagerReleases.map((version) => ({ ...one, version })),
  ),
);

test('there are Alertmanagers of both back ends among the examples', () => {
  expect(new Set(ofExamples.map(({ backend }) => backend))).toEqual(new Set(['operator', 'workload']));
});

test.each(ofExamples)('Alertmanager $version takes the configuration of $path', ({ version, config }) => {
  const program = version === '0.28.1' ? 'alertmanager-judge-0.28.1' : 'alertmanager-judge';
  expect(judged([{ config: yamlText(config) }], program)).toEqual([{}]);
});

describe('alerts', () => {
  const asked = fc.sample(
    fc.record({
      config: trees,
      alerts: fc.array(labelSets, { minLength: 3, maxLength: 3 }),
      firing: fc.array(labelSets, { maxLength: 4 }),
      at: fc.array(times, { minLength: 2, maxLength: 2 }),
    }),
    { numRuns: 1500, seed },
  );

  test('arrive, are grouped, muted and inhibited as Alertmanager does it', () => {
    const answers = judged(
      asked.map(({ config, alerts, firing, at }) => ({
        config: yamlText(config),
        alerts,
        firing,
        times: at.map((time) => time.toISOString()),
      })),
    );
    const wrong = asked.flatMap(({ config, alerts, firing, at }, i) => {
      const root = routeTree(config);
      const ours = alerts.map((labels) => ({
        inhibited: inhibitedBy(inhibitionsOf(config), labels, firing) !== undefined,
        routes: arrivals(root, labels).map(({ route, group }) => ({
          receiver: route.receiver,
          group,
          groupWait: route.groupWait,
          groupInterval: route.groupInterval,
          repeatInterval: route.repeatInterval,
          muted: at.map((time) => isMuted(config, route, time)),
        })),
      }));
      const real = answers[i]?.alerts;
      return isDeepStrictEqual(ours, real)
        ? []
        : [{ ours, real, error: answers[i]?.error, alerts, firing, at, config: yamlText(config) }];
    });
    expect(wrong.slice(0, 2)).toEqual([]);
    const outcomes = answers.flatMap(({ alerts = [] }) => alerts);
    expect(outcomes.filter(({ inhibited }) => inhibited).length).toBeGreaterThan(50);
    expect(outcomes.filter(({ routes }) => routes.length > 1).length).toBeGreaterThan(50);
    expect(outcomes.filter(({ routes }) => routes.some(({ muted }) => muted.includes(true))).length).toBeGreaterThan(
      50,
    );
  });

  test('go where amtool says', () => {
    const folder = scratch();
    for (const [i, { config, alerts }] of asked.slice(0, 25).entries()) {
      const file = join(folder, `${i}.yaml`);
      writeFileSync(file, yamlText(config));
      const labels = Object.entries(alerts[0] ?? {}).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
      const { stdout } = spawnSync(tool('amtool'), ['config', 'routes', 'test', `--config.file=${file}`, ...labels], {
        encoding: 'utf8',
      });
      const ours = arrivals(routeTree(config), alerts[0] ?? {}).map(({ route }) => route.receiver);
      expect(stdout.trim().split(',')).toEqual(ours);
    }
  });

  test('never reach a route of which the checks say that none does', () => {
    let told = 0;
    for (const { config, alerts } of asked) {
      const root = routeTree(config);
      const { unreached, arrived } = reachOf(root);
      told += unreached.length;
      for (const labels of alerts) {
        for (const { route } of arrivals(root, labels)) {
          expect(unreached.filter(({ route: one }) => isAbove(one, route))).toEqual([]);
          expect(arrived).toContain(route);
          expect(reachOf(root, knownLabels(labels)).arrived).toContain(route);
        }
      }
    }
    expect(told).toBeGreaterThan(100);
  });

  test('reach no other route where all their labels are known', () => {
    for (const { config, alerts } of asked) {
      const root = routeTree(config);
      for (const labels of alerts) {
        const ours = reachOf(root, knownLabels(labels)).arrived;
        expect([...ours].map(({ path }) => path).sort()).toEqual(
          arrivals(root, labels)
            .map(({ route }) => route.path)
            .sort(),
        );
      }
    }
  });
});

function isAbove(route: RouteNode, other: RouteNode): boolean {
  return other.path === route.path || other.path.startsWith(`${route.path}/`);
}
