import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sectionOf } from '../../src/model/component-id';
import { type HandMade, handMade } from './mdai';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** Writes what is described by hand into a folder, in the form of a release that was read. */
export function writeMdai(folder: string): void {
  const components = handMade.map((component) => ({
    ...component,
    file: `${sectionOf[component.kind]}/${component.type}.json`,
  }));
  for (const component of components) write(join(folder, component.file), fileOf(component));
  write(join(folder, 'defs.json'), { $defs: {}, $schema: dialect });
  write(join(folder, 'index.json'), {
    release: 'mdai',
    modules: Object.fromEntries(components.map(({ module, version }) => [module, version])),
    components: components.map(({ kind, type, file }) => ({ kind, type, file })),
  });
}

function fileOf({ kind, type, module, version, stability, properties, defaults }: HandMade) {
  const schema = { $schema: dialect, additionalProperties: false, properties, type: 'object' };
  const none: readonly never[] = [];
  return {
    ...{ kind, type, module, version, stability, schema, defaults },
    ...{
      optionals: none,
      customUnmarshal: none,
      secretPaths: none,
      references: none,
      listenPaths: none,
      filePaths: none,
    },
  };
}

function write(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
