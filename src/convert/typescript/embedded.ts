import { type ConfigMap, type ConfigValue, isConfigMap } from '../../model/config';
import { parsed } from '../../source/parsed';

/** A text in an object, and the keys that lead to it. */
export interface EmbeddedConfig {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** The configurations of collectors that an object holds as texts: in a ConfigMap or a Secret, and in the operator's older kind. */
export function embeddedConfigs(content: ConfigMap): readonly EmbeddedConfig[] {
  const { apiVersion, kind, spec } = content;
  const field =
    apiVersion === 'v1' ? (kind === 'ConfigMap' ? 'data' : kind === 'Secret' ? 'stringData' : undefined) : undefined;
  const texts = field === undefined ? undefined : content[field];
  if (field !== undefined && isConfigMap(texts)) {
    return Object.entries(texts).flatMap(([key, text]) => {
      return isText(text) && parsedConfig(text) !== undefined ? [{ path: [field, key], text }] : [];
    });
  }
  const isCollector = kind === 'OpenTelemetryCollector' && String(apiVersion).startsWith('opentelemetry.io/');
  const text = isCollector && isConfigMap(spec) ? spec.config : undefined;
  return isText(text) && parsedConfig(text) !== undefined ? [{ path: ['spec', 'config'], text }] : [];
}

const known = new Map<string, ConfigMap | undefined>();

/** The configuration of a collector that a text is; `undefined` for any other text. */
export function parsedConfig(text: string): ConfigMap | undefined {
  if (!text.includes('service')) return undefined;
  if (!known.has(text)) {
    const value: ConfigValue | undefined = parsed(text);
    known.set(text, isCollectorConfig(value) ? value : undefined);
  }
  return known.get(text);
}

/** Whether a value is a collector's configuration by itself. */
export function isCollectorConfig(value: unknown): value is ConfigMap {
  if (!isConfigMap(value) || value.kind !== undefined || !isConfigMap(value.service)) return false;
  return isConfigMap(value.service.pipelines) && (isConfigMap(value.receivers) || isConfigMap(value.exporters));
}

/** An object in which texts that are configurations are what they say: their layout means nothing. */
export function withParsedConfigs(content: ConfigMap): ConfigMap {
  const found = embeddedConfigs(content);
  const [first] = found;
  if (first === undefined) return content;
  const section = String(first.path[0]);
  const parsedTexts = found.map(({ path, text }) => [String(path[1]), parsedConfig(text) ?? text] as const);
  const inner = content[section];
  return { ...content, [section]: { ...(isConfigMap(inner) ? inner : {}), ...Object.fromEntries(parsedTexts) } };
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}
