import type { ComponentKind } from '../../../src/model/component-id';
import { sectionOf } from '../../../src/model/component-id';
import { configName, pascal } from './names';
import { header, printDoc, printImports } from './print';
import { type Described, newest, oldest, type ReadComponent } from './read';
import { componentSentence } from './sentences';

const signals = ['traces', 'metrics', 'logs'];
const levels = ['stable', 'beta', 'alpha', 'development', 'unmaintained', 'deprecated'];

/** The map of a kind's component types: `KnownReceivers` and so on. */
export function printMap(
  kind: ComponentKind,
  components: readonly ReadComponent[],
  fileOf: ReadonlyMap<string, string>,
): { readonly file: string; readonly text: string } {
  const entries = components.filter((component) => component.kind === kind);
  const file = sectionOf[kind];
  const types = entries.map((component) => ({ component, type: entryType(component) }));
  const lines = types.flatMap(({ component, type }) => {
    const lines = [`${printDoc([entryText(component)], '  ', false)}  ${component.type}: ${type};`];
    if (component.alias !== undefined) {
      lines.push(`  /** @deprecated Write \`${component.type}\`. */\n  ${component.alias}: ${type};`);
    }
    return lines;
  });
  const names = entries.map(({ type }) => configName(kind, type));
  const text = [
    header,
    printImports(file, [...names, mapType[kind]], fileOf),
    '',
    `/** The ${kind} types that the catalogue describes. */`,
    `export interface Known${pascal(file)} {`,
    ...lines,
    '}',
    '',
  ].join('\n');
  return { file, text };
}

const mapType: Readonly<Record<ComponentKind, string>> = {
  receiver: 'ComponentType',
  processor: 'ComponentType',
  exporter: 'ComponentType',
  connector: 'ConnectorType',
  extension: 'ExtensionType',
};

function entryType(component: ReadComponent): string {
  const { kind, type, provides } = component;
  const config = configName(kind, type);
  if (kind === 'extension') {
    return provides.length === 0 ? `ExtensionType<${config}>` : `ExtensionType<${config}, ${union(provides)}>`;
  }
  if (kind === 'connector') {
    const pairs = stabilities(component).flatMap((stability) => (Array.isArray(stability) ? stability : []));
    const known = pairs.filter(({ from, to }) => signals.includes(from) && signals.includes(to));
    const [takes, gives] = [known.map(({ from }) => from), known.map(({ to }) => to)];
    return `ConnectorType<${config}, ${union(inOrder(takes))}, ${union(inOrder(gives))}>`;
  }
  const found = stabilities(component).flatMap((stability) => (isBySignal(stability) ? Object.keys(stability) : []));
  return `ComponentType<${config}, ${union(inOrder(found))}>`;
}

function inOrder(found: readonly string[]): readonly string[] {
  return signals.filter((signal) => found.includes(signal));
}

function union(names: readonly string[]): string {
  return names.length === 0 ? 'never' : names.map((name) => `'${name}'`).join(' | ');
}

function stabilities({ targets }: ReadComponent): readonly Described['stability'][] {
  return [...targets.values()].map(({ stability }) => stability);
}

function isBySignal(stability: Described['stability']): stability is Readonly<Record<string, string>> {
  return typeof stability === 'object' && !Array.isArray(stability);
}

function entryText(component: ReadComponent): string {
  const { kind, type, targets } = component;
  const says = componentSentence(kind, type, [])?.text;
  const [stability] = stabilities(component);
  const [only] = targets.keys();
  return [
    ...(says === undefined ? [] : [says]),
    `${pascal(kind)}: ${stabilityText(stability)}.`,
    // What else is known of the other release would be a guess.
    ...(targets.size === 1 && only !== undefined ? [`Described for ${only === newest ? newest : oldest} alone.`] : []),
  ].join(' ');
}

/** The signals by how stable they are: `traces, metrics stable; logs alpha`. */
function stabilityText(stability: Described['stability'] | undefined): string {
  if (stability === undefined || typeof stability === 'string') return stability?.toLowerCase() || 'stability unknown';
  const named = isBySignal(stability)
    ? [...signals, 'profiles'].flatMap((signal): [string, string][] => {
        const level = stability[signal];
        return level === undefined ? [] : [[signal, level]];
      })
    : (stability as readonly { from: string; to: string; stability: string }[]).map(
        ({ from, to, stability }): [string, string] => [`${from} to ${to}`, stability],
      );
  const found = [...new Set(named.map(([, level]) => level))].sort((a, b) => levels.indexOf(a) - levels.indexOf(b));
  return found
    .map(
      (level) =>
        `${named
          .filter(([, one]) => one === level)
          .map(([name]) => name)
          .join(', ')} ${level}`,
    )
    .join('; ');
}
