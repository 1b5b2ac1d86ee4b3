import { language } from '../language';
import type { Scope } from './scope';
import { OttlError } from './value';

/** The number of a constant: `SEVERITY_NUMBER_ERROR`. */
export function enumOf(name: string, scope: Pick<Scope, 'context' | 'release'>): bigint {
  const enums = language(scope.release).contexts[scope.context]?.enums ?? {};
  const value = Object.hasOwn(enums, name) ? enums[name] : undefined;
  if (value === undefined) throw new OttlError(`the ${scope.context} context has no constant ${name}`);
  return BigInt(value);
}
