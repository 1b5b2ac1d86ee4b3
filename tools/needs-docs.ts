/**
 * The tables of docs/kubernetes.md are those that the needs of collectors are derived from. Between the lines
 *
 *   <!-- needs access -->
 *   <!-- end -->
 *
 * stands the table of that name.
 */
import { accessTable } from '../src/needs/access-table';
import type { Row } from '../src/needs/condition';
import { egressTable } from '../src/needs/egress-table';
import { envTable } from '../src/needs/environment';
import { mountTable } from '../src/needs/mount-table';
import { objectAccess } from '../src/needs/object-access';
import { podFields } from '../src/needs/pod-fields';
import { privilegeTable } from '../src/needs/privilege-table';
import { scalingTable } from '../src/needs/scaling-table';

type Cells = readonly string[];

const block = /<!-- needs (\w+) -->\n[\s\S]*?<!-- end -->/g;

/** The text of a Markdown file with its tables brought up to date. */
export function withNeeds(markdown: string): string {
  return markdown.replace(block, (_, name: string) => {
    const print = tables[name];
    if (print === undefined) throw new Error(`There is no table "${name}" of needs.`);
    return `<!-- needs ${name} -->\n${print()}\n<!-- end -->`;
  });
}

const tables: Readonly<Record<string, () => string>> = {
  access: () => table(['component', 'rights', 'where', 'when'], [...accessRows(), ...objectRows()]),
  mounts: () => table(['component', 'in the container', 'what it is', 'when'], mountRows()),
  fields: () => table(['variable', 'field of the pod'], fieldRows()),
  variables: () => table(['component', 'variable', 'field of the pod', 'when'], variableRows()),
  privileges: () => table(['component', 'needs', 'because', 'when'], privilegeRows()),
  egress: () => table(['component', 'connects to', 'when'], egressRows()),
  once: () => table(['component', 'several pods', 'instead', 'when'], scalingRows('once')),
  stateful: () => table(['component', 'several pods', 'instead', 'when'], scalingRows('stateful')),
};

function accessRows(): readonly Cells[] {
  return accessTable.map((row) => {
    const { groups, resources, verbs, names, named, urls, within } = row;
    const what = groups.flatMap((group) => resources.map((one) => code(group === '' ? one : `${group}/${one}`)));
    const objects = named?.says ?? names?.map(code).join(', ');
    const rights = `${verbs.join(', ')}: ${[...what, ...(urls ?? []).map(code)].join(', ')}`;
    return [row.component, objects ? `${rights} named ${objects}` : rights, within?.says ?? '', row.when?.says ?? ''];
  });
}

function objectRows(): readonly Cells[] {
  return objectAccess.map(({ component, says, when }) => [component, says, '`objects.namespaces`', when?.says ?? '']);
}

function mountRows(): readonly Cells[] {
  const kinds = { host: 'of the node', storage: 'outlives the pod', scratch: 'goes with the pod' } as const;
  return mountTable.map(({ component, path, source, readOnly, when }) => {
    const type = source.kind === 'host' && source.type === 'Socket' ? 'socket ' : '';
    const from = source.kind === 'host' && source.path !== undefined ? `${code(source.path)} ` : '';
    const what = `${from}${type}${kinds[source.kind]}${readOnly ? ', read-only' : ''}`;
    return [component, path.says, what, when?.says ?? ''];
  });
}

function fieldRows(): readonly Cells[] {
  return Object.entries(podFields()).map(([field, names]) => [names.map(code).join(', '), code(field)]);
}

function variableRows(): readonly Cells[] {
  return envTable.map(({ component, names, field, when }) => [component, names.says, code(field), when?.says ?? '']);
}

function privilegeRows(): readonly Cells[] {
  return privilegeTable.map(({ component, user, capabilities, hostPID, hostNetwork, sysctls, because, when }) => {
    const needs = [
      ...(user === 0 ? ['user 0'] : []),
      ...(capabilities ?? []).map(code),
      ...(hostPID ? [code('hostPID')] : []),
      ...(hostNetwork ? [code('hostNetwork')] : []),
      ...Object.entries(sysctls ?? {}).map(([name, value]) => code(`${name}=${value}`)),
    ];
    return [component, needs.join(', '), because, when?.says ?? ''];
  });
}

function egressRows(): readonly Cells[] {
  return egressTable.map(({ component, to, when }) => [component, to.says, when?.says ?? '']);
}

function scalingRows(which: 'once' | 'stateful'): readonly Cells[] {
  return scalingTable
    .filter(({ runs }) => runs === which)
    .map(({ component, because, fix, when }) => [component, because, fix, when?.says ?? '']);
}

/** A table whose first column is a component; those that differ in nothing else share a row. */
function table(head: Cells, rows: readonly Cells[]): string {
  const shared = new Map<string, string[]>();
  for (const [first = '', ...rest] of rows) {
    const key = JSON.stringify(rest);
    shared.set(key, [...(shared.get(key) ?? []), componentCell(first)]);
  }
  const lines = [...shared].map(([rest, first]) => [[...new Set(first)].join(', '), ...JSON.parse(rest)]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** `receiver file_log` with its type as code; other texts as they are. */
function componentCell(text: string): string {
  const [, kind, type] = /^([a-z]+) ([a-z0-9_]+)$/.exec(text) ?? [];
  return kind === undefined ? text : `${kind} ${code(type as Row['component'])}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
