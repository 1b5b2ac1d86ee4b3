import { load } from 'js-yaml';
import { type ConfigMap, type ConfigValue, isConfigMap } from '../model/config';

/** The texts that a Secret or a ConfigMap holds, by file. */
export function filesOf(content: ConfigMap): Readonly<Record<string, string>> {
  const isEncoded = content.kind === 'Secret';
  const texts = (value: ConfigValue | undefined, read: (text: string) => string) =>
    Object.entries(isConfigMap(value) ? value : {}).flatMap(([file, body]) =>
      typeof body === 'string' ? [[file, read(body)] as const] : [],
    );
  return Object.fromEntries([
    ...texts(content.data, (body) => (isEncoded ? Buffer.from(body, 'base64').toString('utf8') : body)),
    ...texts(content.stringData, (body) => body),
  ]);
}

/** What a file says; nothing for a text that is no YAML. */
export function parsed(file: string): ConfigValue | undefined {
  try {
    return load(file) as ConfigValue;
  } catch {
    return undefined;
  }
}
