import { oldBooleans } from '../scalars';
import { isPlain, type MapEntry, type MapNode, type SourceNode, textOf } from '../tree';
import type { Scene } from './finding';

/** Keys that are there twice, that a merge takes over, or that are read as something else. */
export function keyMistakes({ entries }: MapNode, scene: Scene): void {
  const before = new Map<string, MapEntry>();
  for (const entry of entries) {
    readAsSomethingElse(entry, scene);
    if (entry.name === '<<') takenOver(entry, before, scene);
    else {
      const same = before.get(entry.name);
      if (same !== undefined) twice(entry, same, scene);
      before.set(entry.name, entry);
    }
  }
}

/** Kubectl keeps the last and says nothing; the collector refuses. */
function twice({ key, name }: MapEntry, same: MapEntry, { text, reader, error }: Scene): void {
  const effect = reader === 'kubernetes' ? 'kubectl keeps this one, and drops the other' : 'the collector refuses that';
  const message = `"${name}" is here twice, first ${distance(text, same.key.start, key.start)}: ${effect}.`;
  error(key.start, 'yaml-duplicate', message, 'Make one of both, or remove one.');
}

/** Lines are counted within the text, so that the sentence holds inside of another text as well. */
function distance(text: string, first: number, second: number): string {
  const lines = text.slice(first, second).split('\n').length - 1;
  if (lines === 0) return 'on the same line';
  return lines === 1 ? 'on the line above' : `${lines} lines above`;
}

/** For kubectl, a merge takes the place of what stands before it; for others, it never takes the place of what is written. */
function takenOver({ key, value }: MapEntry, before: ReadonlyMap<string, MapEntry>, scene: Scene): void {
  if (scene.reader !== 'kubernetes') return;
  const lost = [...namesIn(value)].filter((name) => before.has(name));
  if (lost.length === 0) return;
  const names = [...new Set(lost)].map((name) => `"${name}"`).join(', ');
  const message = `kubectl takes ${names} from this merge, and not what stands above.`;
  scene.warning(key.start, 'yaml-merge', message, 'Put "<<" first.');
}

function* namesIn(value: SourceNode): Generator<string> {
  const node = value.kind === 'alias' ? value.target : value;
  if (node?.kind === 'map') yield* node.entries.map(({ name }) => name);
  if (node?.kind === 'list') for (const item of node.items) yield* namesIn(item);
}

function readAsSomethingElse({ key, name }: MapEntry, { text, reader, error, warning }: Scene): void {
  if (key.kind !== 'text' || !isPlain(key)) return;
  const written = textOf(text, key);
  if (reader === 'kubernetes' && oldBooleans.has(written)) {
    const message = `kubectl reads the key ${written} as ${name}: it is a boolean in YAML 1.1.`;
    warning(key.start, 'yaml-boolean', message, `Write "${written}" in quotes.`);
  }
  if (reader === 'kubernetes' && name === 'null') {
    error(key.start, 'yaml-syntax', 'kubectl refuses a key that is null.', 'Name it, or put it in quotes.');
  }
}
