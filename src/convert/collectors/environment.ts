import type { CollectorModel, EnvFrom, EnvSource } from '../../model/collector';
import { at, type ConfigMap, type ConfigValue } from '../../model/config';
import { map, maps, text } from '../values';

/** What containers have in their environment, in the order in which they say it. */
export function environmentOf(containers: readonly ConfigMap[]): Pick<CollectorModel, 'env' | 'envFrom'> {
  const env = containers.flatMap((container) => maps(container.env));
  return {
    env: Object.fromEntries(env.map((entry) => [text(entry.name), envSource(entry)])),
    envFrom: containers.flatMap((container) => maps(container.envFrom)).flatMap(envFrom),
  };
}

function envSource(entry: ConfigMap): EnvSource {
  const from = map(entry.valueFrom);
  const secret = at(from, 'secretKeyRef');
  if (secret !== undefined) return { kind: 'secret', secret: text(at(secret, 'name')), key: text(at(secret, 'key')) };
  const field = at(from, 'fieldRef', 'fieldPath');
  if (field !== undefined) return { kind: 'field', path: text(field) };
  if (Object.keys(from).length > 0) return { kind: 'other', from };
  return { kind: 'value', value: text(entry.value) };
}

function envFrom(entry: ConfigValue): EnvFrom[] {
  const configMap = at(entry, 'configMapRef', 'name');
  if (configMap !== undefined) return [{ kind: 'configMap', name: text(configMap) }];
  const secret = at(entry, 'secretRef', 'name');
  return secret === undefined ? [] : [{ kind: 'secret', name: text(secret) }];
}
