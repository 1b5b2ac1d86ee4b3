import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App } from 'cdk8s';
import { dump } from 'js-yaml';
import { MdaiApp } from '../src/app';
import { CONSTRUCTS } from './constructs';
import { answer, medianTimes } from './measure';
import type { Subject, SynthTask } from './synth';

const task: SynthTask = JSON.parse(process.argv[2] ?? '{}');
// In memory where that is possible, because the disk's time is that of whatever else the machine does.
const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'mdai-bench-'));

// Those that MdaiApp's YAML needs too: no references, no folded lines.
const DUMP_OPTIONS = { noRefs: true, lineWidth: -1 };

const SUBJECTS: Record<Subject, () => () => void> = {
  stock: () => synthesis(App),
  mdai: () => synthesis(MdaiApp),
  floor: () => {
    const objects = fill(new App()).node.findAll().filter(ApiObject.isApiObject);
    return () => {
      for (const object of objects) {
        dump(object.toJson(), DUMP_OPTIONS);
      }
    };
  },
};

try {
  const subjects = task.subjects.map((subject) => [subject, SUBJECTS[subject]]);
  answer(medianTimes(task.repetitions, Object.fromEntries(subjects)));
} finally {
  rmSync(root, { recursive: true });
}

function synthesis(AppClass: typeof App): () => void {
  const app = fill(new AppClass({ outdir: mkdtempSync(join(root, 'dist-')) }));
  return () => app.synth();
}

function fill(app: App): App {
  CONSTRUCTS[task.constructs](app, task);
  return app;
}
