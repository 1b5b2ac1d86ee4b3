import type { EnvSource } from '../model/collector';
import { MdaiError } from '../model/issue';
import { isEnvName, isRef, type Ref } from '../model/value';

/** The container's environment variables as a user gave them: text, or one secret each. */
export function environmentOf(env: Readonly<Record<string, string | Ref>>, path: string): Record<string, EnvSource> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, sourceOf(name, value, path)]));
}

function sourceOf(name: string, value: string | Ref, path: string): EnvSource {
  if (!isEnvName(name)) {
    throw new MdaiError(
      `${path}: "${name}" is no name of an environment variable. Use letters, digits and underscores, and no digit first.`,
    );
  }
  if (!isRef(value)) return { kind: 'value', value };
  const [part, ...more] = value.parts();
  if (more.length === 0 && typeof part === 'object' && part.kind === 'secret') {
    return { kind: 'secret', secret: part.secret, key: part.key };
  }
  throw new MdaiError(`${path}: the environment variable ${name} can hold text or a secret(), nothing composed.`);
}
