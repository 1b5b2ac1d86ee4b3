import { perMemoryLimit } from '../monitoring/process-alerts';
import { anyOf, operand } from '../monitoring/query';
import { type Scope, value } from './queries';

/** The part of its capacity that each queue holds. */
export function queueUse(scope: Scope): string {
  return `${operand(value(scope, ['queueSize']))} / ${operand(value(scope, ['queueCapacity']))}`;
}

/** The part of its memory limit that each pod uses. */
export function memoryUse({ of, matchers }: Scope): string {
  return perMemoryLimit(of, (able) => {
    const jobs = anyOf(
      'job',
      able.map(({ job }) => job),
    );
    return value({ of: able, matchers: [...matchers, jobs] }, ['memory']);
  });
}
