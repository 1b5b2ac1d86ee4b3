import { structsOf } from '../alertmanager/schema';
import { templateProblem } from '../alertmanager/template';
import { places } from '../alertmanager/walk';
import { type AlertmanagerModel, alertmanagerRelease } from '../model/alertmanager';
import { strings } from '../model/config';
import type { Issue } from '../model/issue';
import { error, type Rule, warning } from './rule';
import { partOf } from './text-place';

/** Templates of notifications that cannot be read, and variables that the operator would fill in. */
export const alertmanagerTexts: Rule = (model) =>
  model.alertmanagers.flatMap((one) => [...templates(one), ...files(one), ...variables(one)]);

/** Alertmanager reads them when it notifies, and not before. */
function* templates({ path, config, version }: AlertmanagerModel): Generator<Issue> {
  for (const place of places(structsOf(alertmanagerRelease(version)), config)) {
    if (!place.path.startsWith('receivers/') || typeof place.value !== 'string') continue;
    // Of the rest, none is a template, or Alertmanager itself says so when it starts.
    if (place.type !== 'string' && place.type !== 'any') continue;
    const problem = templateProblem(place.value);
    if (problem === undefined) continue;
    const part = partOf(place.value, problem.range);
    const message = `the template cannot be read, so that no notification is sent: ${part.shown}${problem.message}`;
    yield { ...warning('alertmanager-template', `${path}/${place.path}`, message, problem.fix), ...part.place };
  }
}

/** With a file that cannot be read, Alertmanager does not start. */
function* files({ path, templates }: AlertmanagerModel): Generator<Issue> {
  for (const [name, text] of Object.entries(templates)) {
    const problem = templateProblem(text);
    if (problem === undefined) continue;
    const part = partOf(text, problem.range);
    const message = `the template cannot be read: ${part.shown}${problem.message}`;
    yield { ...error('alertmanager-template', `${path}/templates/${name}`, message, problem.fix), ...part.place };
  }
}

/** What the operator's reloader takes for a variable of its environment; it gives up where it has none of that name. */
const variable = /\$\(([A-Za-z0-9_]+)\)/;

function* variables({ path, config, backend }: AlertmanagerModel): Generator<Issue> {
  if (backend !== 'operator') return;
  for (const { text, path: keys } of strings(config)) {
    const found = variable.exec(text)?.[0];
    if (found === undefined) continue;
    const message = `the operator would put a variable in place of "${found}".`;
    const fix = 'Write it in another way, e.g. [$] in a regular expression.';
    yield error('alertmanager-variable', [path, ...keys].join('/'), message, fix);
  }
}
