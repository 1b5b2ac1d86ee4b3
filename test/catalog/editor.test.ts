import { join } from 'node:path';
import ts from 'typescript';

// What an editor says to somebody who writes a component.

const root = join(__dirname, '../..');
const file = join(root, 'test/catalog/editor.program.ts');
const text = `
import { connectors, exporters, processors, receivers } from 'cdk8s-mdai';

exporters.otlp_htp('vendor', {});
exporters.otlp_http('vendor', { endpoint: 'https://a', compresion: 'gzip' });
exporters.otlphttp('old', { endpoint: 'https://a' });
processors.memory_limiter({ check_interval: '1s', spike_limit_mib: 1 });
receivers.host_metrics({ scrapers: { cpu: {}, memroy: {} } });
exporters.debug({ verbosity: 'loud' });
connectors.span_metrics({ metrics_flush_interval: '30s' });
export const factory = processors.k8s_attributes;
`;

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, files: [file], include: [] }, ts.sys, root);
const service = ts.createLanguageService({
  getCompilationSettings: () => ({ ...options, noEmit: true }),
  getScriptFileNames: () => [file],
  getScriptVersion: () => '1',
  getScriptSnapshot: (name) => {
    const content = name === file ? text : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
  realpath: ts.sys.realpath,
});

const messages = service
  .getSemanticDiagnostics(file)
  .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));

/** What the editor shows over a word of the program: its declaration, and what is written about it. */
function hover(word: string): string {
  const info = service.getQuickInfoAtPosition(file, text.indexOf(word));
  const tags = info?.tags?.map(({ name, text: parts }) => `@${name} ${ts.displayPartsToString(parts)}`) ?? [];
  return [ts.displayPartsToString(info?.displayParts), ts.displayPartsToString(info?.documentation), ...tags].join(
    '\n',
  );
}

test.each([
  ['type', "Did you mean 'otlp_http'?"],
  ['field', "Did you mean to write 'compression'?"],
  ['scraper', "Did you mean to write 'memory'?"],
  ['value', 'Type \'"loud"\' is not assignable'],
])('the compiler says what was meant with a wrong %s', (_, suggestion) => {
  expect(messages.filter((message) => message.includes(suggestion))).toHaveLength(1);
});

test('nothing else of the program is refused', () => {
  expect(messages).toHaveLength(4);
});

test.each([
  ['spike_limit_mib', ['Value<number>', '@default']],
  ['verbosity', ["'basic'", '@default']],
  ['metrics_flush_interval', ['DurationValue', '@default 1m']],
])('the hover over %s says what one has to know', (word, parts) => {
  const shown = hover(word);
  for (const part of parts) expect(shown).toMatch(new RegExp(part.replace(/[<>()]/g, '\\$&')));
});

test('an older name is struck through', () => {
  const struck = service.getSuggestionDiagnostics(file).filter(({ reportsDeprecated }) => reportsDeprecated);
  expect(struck.map(({ start, length }) => text.slice(start, start + length))).toEqual(['otlphttp']);
});

test('the hover over a component says what it is', () => {
  expect(hover('k8s_attributes')).toContain('traces, metrics, logs beta');
});
