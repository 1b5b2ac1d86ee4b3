import { listAt, textAt } from '../admission/read';
import { at, type ConfigValue } from '../model/config';
import type { HubManifest } from '../model/hub-manifest';
import type { Issue } from '../model/issue';
import type { Keys } from '../model/keys';
import { nearest } from '../model/nearest';
import { error, placedAt, type Rule, warning } from './rule';

/** Exports of variables that the operator does not write, or not as meant. */
export const hubExports: Rule = ({ manifests = [] }) =>
  manifests.flatMap((manifest) => (manifest.kind === 'MdaiHub' ? [...exportsOf(manifest)] : []));

function* exportsOf({ path, content }: HubManifest): Generator<Issue> {
  for (const [i, variable] of listAt(content, 'spec', 'variables').entries()) {
    for (const [j, entry] of listAt(variable, 'serializeAs').entries()) {
      yield* exportOf(variable, entry, path, ['spec', 'variables', i, 'serializeAs', j]);
    }
  }
}

/** Data types whose members the operator writes only when it is told what stands between them. */
const joined: ReadonlySet<string> = new Set(['set', 'metaPriorityList']);

function* exportOf(variable: ConfigValue, entry: ConfigValue, hub: string, keys: Keys): Generator<Issue> {
  const path = [hub, ...keys].join('/');
  const name = textAt(entry, 'name');
  const dataType = textAt(variable, 'dataType');
  if (!joined.has(dataType)) return;
  let delimiter: string | undefined;
  for (const [i, transformer] of listAt(entry, 'transformers').entries()) {
    const place = `${path}/transformers/${i}`;
    const type = textAt(transformer, 'type');
    if (type !== 'join') {
      const fix = nearest(type, ['join']) === undefined ? 'Leave it out.' : 'Write "join".';
      const message = `the operator knows no transformer "${type}", and passes over it.`;
      yield placedAt(warning('hub-export', place, message, fix), [...keys, 'transformers', i, 'type']);
    } else if (at(transformer, 'join') === undefined) {
      const message = 'the transformer says join, but not how, and the operator breaks down on it.';
      yield error('hub-export', place, message, 'Add join: { delimiter: "|" }.');
      return;
    } else delimiter = textAt(transformer, 'join', 'delimiter');
  }
  if (delimiter === undefined) {
    const message = `nothing says what stands between the members of the ${dataType}, so that ${name} is never written.`;
    const fix = 'Add transformers: [{ type: join, join: { delimiter: "|" } }].';
    yield error('hub-export', path, message, fix);
  } else if (delimiter === '') {
    const message = `nothing stands between the members in ${name}.`;
    yield warning('hub-export', path, message, 'Write a delimiter: "|".');
  }
}
