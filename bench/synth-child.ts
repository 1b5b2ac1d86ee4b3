import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App } from 'cdk8s';
import { MdaiApp } from '../src/app';
import { yamlDocument } from '../src/synth/yaml';
import { CONSTRUCTS } from './constructs';
import { answer, medianTimes } from './measure';
import type { Subject, SynthTask } from './synth';

const task: SynthTask = JSON.parse(process.argv[2] ?? '{}');
const root = mkdtempSync(join(tmpdir(), 'mdai-bench-'));

const SUBJECTS: Record<Subject, () => () => void> = {
  stock: () => synthesis(App),
  mdai: () => synthesis(MdaiApp),
  floor: () => {
    const objects = fill(new App()).node.findAll().filter(ApiObject.isApiObject);
    return () => {
      for (const object of objects) {
        yamlDocument(object.toJson());
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
