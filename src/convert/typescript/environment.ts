import { at, type ConfigValue, isConfigMap } from '../../model/config';
import { isEnvName, secretVariable } from '../../model/value';
import { type Code, call, object, standingFor, string } from './code';
import type { HubVariables } from './form';
import type { HubVariable } from './ottl-code';

/** Which variables the prop `env` names: those alone that no component brings, or all. */
export type NamedVariables = 'others' | 'all';

interface Secret {
  readonly name: string;
  readonly key: string;
}

/** The environment of a collector's container. */
export class Environment {
  usesHub = false;
  /** Whether all of it is text and secrets. */
  readonly isSimple: boolean;
  private readonly entries = new Map<string, { readonly source: string | Secret; readonly entry: ConfigValue }>();
  private readonly readSecrets = new Set<string>();

  constructor(
    env: ConfigValue | undefined,
    private readonly hub: HubVariables | undefined,
  ) {
    const list = Array.isArray(env) ? env : [];
    const read = list.map((entry) => [at(entry, 'name'), sourceOf(entry), entry] as const);
    const names = read.map(([name]) => name);
    this.isSimple =
      (env === undefined || Array.isArray(env)) &&
      read.every(([name, source]) => typeof name === 'string' && isEnvName(name) && source !== undefined) &&
      new Set(names).size === names.length;
    for (const [name, source, entry] of read)
      if (typeof name === 'string' && source !== undefined) this.entries.set(name, { source, entry });
  }

  /** What reads a variable. */
  read(name: string): Code | undefined {
    const exported = this.hub?.exports.get(name);
    if (exported) {
      this.usesHub = true;
      return exported;
    }
    const source = this.isSimple ? this.entries.get(name)?.source : undefined;
    if (typeof source !== 'object') return call('env', string(name));
    this.readSecrets.add(name);
    return secretCode(source, name);
  }

  /** The hub's variable that is exported under a name. */
  variable(name: string): HubVariable | undefined {
    const list = this.hub?.lists.get(name);
    const code = list ?? this.hub?.exports.get(name);
    if (code === undefined) return undefined;
    const read = () => {
      this.usesHub = true;
      return code;
    };
    return { isList: list !== undefined, read };
  }

  /** The prop `env`, where all of the environment can stand in it. */
  prop(variables: NamedVariables): Code | undefined {
    if (!this.isSimple) return undefined;
    const names = [...this.entries.keys()];
    while (variables === 'others' && this.readSecrets.has(names[names.length - 1] ?? '')) names.pop();
    if (names.length === 0) return undefined;
    return object(
      names.map((name) => {
        const { source = '', entry = null } = this.entries.get(name) ?? {};
        const code = typeof source === 'object' ? secretCode(source, undefined) : string(source);
        return [name, standingFor(code, entry)];
      }),
    );
  }
}

/** The text or the entry of a Secret that a variable holds; `undefined` for one that holds something else. */
export function sourceOf(entry: ConfigValue): string | Secret | undefined {
  if (!isConfigMap(entry)) return undefined;
  const { name: _, value, valueFrom, ...others } = entry;
  if (Object.keys(others).length > 0) return undefined;
  if (typeof value === 'string' && valueFrom === undefined) return value;
  const ref = at(valueFrom, 'secretKeyRef');
  const [name, key] = [at(ref, 'name'), at(ref, 'key')];
  if (value !== undefined || typeof name !== 'string' || typeof key !== 'string') return undefined;
  const isPlain =
    isConfigMap(ref) && Object.keys(ref).length === 2 && isConfigMap(valueFrom) && Object.keys(valueFrom).length === 1;
  return isPlain ? { name, key } : undefined;
}

/** @param variable the variable's name, where the expression is to give it */
function secretCode({ name, key }: Secret, variable: string | undefined): Code {
  const usual = secretVariable(name, key);
  const named = variable === undefined || variable === usual ? [] : [object([['env', string(variable)]])];
  return call('secret', string(name), string(key), ...named);
}
