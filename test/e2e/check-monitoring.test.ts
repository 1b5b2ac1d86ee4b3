import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dump } from 'js-yaml';
import { tool } from '../../tools/locate';
import { checked, manifestsIn } from '../cli/manifests';
import { objectsIn, textsIn } from './manifest-parts';
import { run, scratch, type Verdict } from './process';

const folder = scratch();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is read by itself: how it is found in a file, and what judges it. */
interface Kind {
  readonly find: (file: string) => readonly string[];
  readonly judge: (file: string) => Verdict;
  /** Errors that the program finds elsewhere, or does not look for. */
  readonly beyond: Readonly<Record<string, string>>;
}

const texts = (form: RegExp) => (file: string) => textsIn(file).filter((text) => form.test(text));

const kinds: Readonly<Record<string, Kind>> = {
  rules: {
    find: (file) => [
      ...texts(/^groups:/m)(file),
      ...objectsIn(file).flatMap(({ kind, spec }) => (kind === 'PrometheusRule' ? dump({ groups: spec.groups }) : [])),
    ],
    judge: (file) => run(tool('promtool'), ['check', 'rules', file]),
    beyond: { 'scrape-port': 'it is about what is read' },
  },
  'a Prometheus': {
    find: texts(/^scrape_configs:/m),
    judge: (file) => run(tool('promtool'), ['check', 'config', '--syntax-only', file]),
    beyond: {},
  },
  'an Alertmanager': {
    find: texts(/^route:/m),
    judge: (file) => run(tool('amtool'), ['check-config', file]),
    beyond: { 'alertmanager-variable': 'the operator, not Alertmanager, reads it as a variable' },
  },
};

let written = 0;

function judged(text: string, { judge }: Kind): Verdict {
  const file = join(folder, `${written++}.yaml`);
  writeFileSync(file, text);
  return judge(file);
}

const casesOf = (kind: Kind, name: 'good' | 'broken') =>
  manifestsIn(join(__dirname, '../cli', name)).flatMap((file) =>
    kind.find(file).map((text) => ({ name: basename(file, '.yaml'), file, text })),
  );

describe.each(Object.entries(kinds))('%s', (_, kind) => {
  test.each(casesOf(kind, 'good'))('is taken where it is good: $name', ({ text }) => {
    const { ok, output } = judged(text, kind);
    expect({ ok, output }).toEqual({ ok: true, output });
  });

  test.each(casesOf(kind, 'broken'))(
    'is refused for an error, and taken with a warning: $name',
    async ({ file, text }) => {
      const { issues } = await checked(file);
      const own = issues.filter(({ severity, code }) => severity === 'error' && kind.beyond[code] === undefined);
      const { ok, output } = judged(text, kind);
      expect({ ok, output }).toEqual({ ok: own.length === 0, output });
    },
  );
});
