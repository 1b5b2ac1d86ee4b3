import { join } from 'node:path';
import ts from 'typescript';

/** The file does not exist: its text is only given to the compiler. */
const file = join(__dirname, 'dashboard-under-test.ts');

// Grafana's enums are words in JSON.
const types = `
import type * as grafana from '@grafana/schema';
import type * as timeseries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as text from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';

type Json<T> = T extends string ? \`\${T}\` : T extends number ? number : T extends readonly (infer E)[] ? Json<E>[]
  : T extends object ? { [K in keyof T]: Json<T[K]> } : T;
type Fields<C> = Omit<grafana.FieldConfig, 'custom'> & { custom?: C };
type Panel<T extends string, O, C> = Omit<grafana.Panel, 'type' | 'options' | 'fieldConfig' | 'targets'> & {
  type: T; options?: O; fieldConfig?: { defaults: Fields<C>; overrides: grafana.FieldConfigSource['overrides'] }; targets?: Query[];
};
interface Query { refId: string; expr: string; legendFormat: string; range: boolean; instant: boolean }
type Known = Panel<'timeseries', timeseries.Options, timeseries.FieldConfig> | Panel<'stat', stat.Options, never>
  | Panel<'text', text.Options, never> | grafana.RowPanel;
type Dashboard = Json<Omit<grafana.Dashboard, 'panels'> & { panels: Known[] }>;
`;

/** What Grafana's own types say against a dashboard in JSON: fields that there are not, and values of the wrong kind. */
export function schemaErrors(...dashboards: readonly string[]): string[] {
  const source = [types, ...dashboards.map((json, i) => `export const d${i}: Dashboard = ${json};`)].join('\n');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.Node20,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.getSourceFile = (name, language, ...rest) =>
    name === file ? ts.createSourceFile(name, source, language) : getSourceFile(name, language, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
