import { loadAll, YAML11_SCHEMA } from 'js-yaml';

interface YamlPackage {
  parseAllDocuments(text: string, options: object): { errors: Error[]; toJS(): unknown }[];
}

// The copy that cdk8s carries, because the library itself does not depend on the package.
const yaml: YamlPackage = require(require.resolve('yaml', { paths: [require.resolve('cdk8s')] }));

/** Reads every document of the text as the `yaml` package does in the given version; throws what the parser complains about. */
export function parseYaml(text: string, version: '1.1' | '1.2' = '1.1'): unknown[] {
  return yaml.parseAllDocuments(text, { version }).map((document) => {
    for (const error of document.errors) {
      throw error;
    }
    return document.toJS();
  });
}

/** Reads every document of the text with js-yaml in its YAML 1.1 schema. */
export function parseJsYaml(text: string): unknown[] {
  return loadAll(text, { schema: YAML11_SCHEMA });
}
