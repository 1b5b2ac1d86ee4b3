import type { Code, Import, Statement } from './code';

/** Where the names that programs use come from. */
const modules: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['writeFileSync'],
  cdk8s: ['ApiObject', 'Chart', 'Duration', 'JsonPatch', 'Size'],
  'cdk8s-mdai': [
    'Alertmanager',
    'alertReceiver',
    'blank',
    'Collector',
    'configMapFile',
    'connectors',
    'env',
    'event',
    'exporters',
    'extensions',
    'HubMonitor',
    'jsonTemplate',
    'mdaiGateway',
    'MdaiApp',
    'MdaiCollector',
    'MdaiDal',
    'MdaiHub',
    'MdaiIngress',
    'MdaiObserver',
    'MdaiReplay',
    'ottl',
    'processors',
    'Prometheus',
    'PrometheusAgent',
    'PrometheusRules',
    'raw',
    'receivers',
    'Ref',
    'replay',
    'rule',
    'secret',
    'secretFile',
    'slackAlertTemplate',
    'text',
    'timeInterval',
    'webhook',
  ],
};

/** Names that no variable of a program may have. */
export const known: readonly string[] = Object.values(modules).flat();

/**
 * What statements need of other modules.
 *
 * @param types names that only the compiler needs
 */
export function importsOf(statements: readonly Statement[], types: readonly string[] = []): readonly Import[] {
  const used = new Set<string>();
  for (const statement of statements) namesIn(statement, used);
  return Object.entries(modules).flatMap(([module, names]) => {
    const found = names.filter((name) => used.has(name));
    const only = names.filter((name) => types.includes(name) && !used.has(name));
    return found.length + only.length === 0 ? [] : [{ module, names: found, types: only }];
  });
}

/** Takes note of the names that a statement reads. */
export function namesIn(statement: Statement, used: Set<string>): void {
  if (statement.kind === 'function') for (const inner of statement.body) namesIn(inner, used);
  if (statement.kind === 'const' || statement.kind === 'run' || statement.kind === 'return')
    codeNames(statement.value, used);
}

function codeNames(code: Code, used: Set<string>): void {
  switch (code.kind) {
    case 'plain':
      used.add(root(code.text));
      break;
    case 'template':
      used.add(root(code.tag));
      for (const part of code.parts) if (typeof part !== 'string') codeNames(part, used);
      break;
    case 'object':
      for (const [, value] of code.entries) codeNames(value, used);
      break;
    case 'array':
      for (const item of code.items) codeNames(item, used);
      break;
    case 'call':
      if (code.on === undefined) used.add(root(code.callee.replace(/^new /, '')));
      else codeNames(code.on, used);
      for (const arg of code.args) codeNames(arg, used);
  }
}

function root(text: string): string {
  return text.split('.')[0] ?? '';
}
