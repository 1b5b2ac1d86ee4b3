import { basename, resolve } from 'node:path';
import { type Command, textOf, UsageError, type Values } from './command';
import { appFiles, contentOf, inTheWay, write } from './init/files';

/** `mdai init`: a working app in a new folder. */
export const init: Command = {
  summary: 'Write a new app that works: a gateway with routes, tests of them, and CI.',
  operands: 'DIR',
  description: [
    'Writes a TypeScript app into the folder DIR, which is made where it is not there: a gateway with a route for logs, a destination with a secret, the rules of one team in their own file, tests that say which record goes where, and a pipeline for GitHub and GitLab that synthesizes, tests, checks, and draws the topology.',
    'A folder that holds files is refused. With --force the files of the app are written into it all the same: it says which ones it overwrites, and leaves the others alone.',
  ],
  options: {
    name: {
      type: 'string',
      value: 'NAME',
      says: 'The name of the app, its chart and its namespace: lower-case letters, digits and hyphens. Default: the folder’s.',
    },
    force: { type: 'boolean', says: 'Write into a folder that is not empty.' },
    template: { type: 'string', value: 'PACKAGE', says: 'An organisation’s template. Not there yet.' },
  },
  examples: [
    { says: 'A new repository:', line: 'mdai init telemetry' },
    { says: 'Here, beside what is here already:', line: 'mdai init . --name shop-telemetry --force' },
  ],
  run(operands, values, output) {
    if (values.template !== undefined)
      throw new UsageError('--template is not there yet: templates of organisations come later. Leave it out.');
    const [folder, ...others] = operands;
    if (folder === undefined || others.length > 0) throw new UsageError('name one folder for the app.');
    const name = nameOf(folder, values);
    const found = contentOf(folder);
    if (found.length > 0 && values.force !== true) throw new UsageError(occupied(folder, found));
    const files = appFiles(name);
    for (const { path } of inTheWay(folder, files)) output.err(`overwriting ${path}\n`);
    write(folder, files);
    output.out(
      written(
        folder,
        name,
        files.map(({ path }) => path),
      ),
    );
    return 0;
  },
};

// A namespace is a DNS label.
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The name of the app: the one asked for, or the folder's as far as a name may hold it. @throws UsageError */
function nameOf(folder: string, values: Values): string {
  const asked = textOf(values, 'name');
  if (asked !== undefined) {
    if (label.test(asked)) return asked;
    throw new UsageError(
      `"${asked}" cannot be a name: it becomes a namespace, of at most 63 lower-case letters, digits and hyphens between them.`,
    );
  }
  const own = basename(resolve(folder))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
  if (label.test(own)) return own;
  throw new UsageError(`no name can be made of "${folder}". Give one with --name.`);
}

function occupied(folder: string, found: readonly string[]): string {
  const some = found.slice(0, 3).join(', ');
  const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
  return `${folder} is not empty: it holds ${some}${more}. Name another folder, or add --force, which keeps files of other names.`;
}

function written(folder: string, name: string, paths: readonly string[]): string {
  const width = Math.max(...commands.map(([line]) => line.length));
  const rows = commands.map(([line, says]) => `  ${line.padEnd(width)}  # ${says}\n`);
  return [
    `${name} is in ${folder}:\n`,
    ...paths.map((path) => `  ${path}\n`),
    '\nGo on with\n',
    resolve(folder) === process.cwd() ? '' : `  cd ${quoted(folder)}\n`,
    ...rows,
  ].join('');
}

/** What a new user types next, and what it is for. */
const commands: readonly (readonly [line: string, says: string])[] = [
  ['npm install', 'and commit package-lock.json'],
  ['npm run synth', 'writes dist/, to be committed and applied'],
  ['npm test', 'which record goes where'],
  ['npm run check', 'reads dist/ as the real programs would'],
  ['npm run graph', 'draws it'],
];

/** A folder as a shell takes it. */
function quoted(folder: string): string {
  return /^[\w./~-]+$/.test(folder) && !folder.startsWith('-') ? folder : `-- '${folder.replaceAll("'", "'\\''")}'`;
}
