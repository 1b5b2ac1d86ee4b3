import { defaultRelease } from '../../model/release';
import { language } from '../../ottl/language';

let known: ReadonlyMap<string, bigint> | undefined;

/** The number that a name stands for (`SEVERITY_NUMBER_ERROR`), in whatever context. */
export function constantNamed(name: string): bigint | undefined {
  known ??= new Map(
    Object.values(language(defaultRelease).contexts).flatMap(({ enums }) =>
      Object.entries(enums).map(([one, value]) => [one, BigInt(value)] as const),
    ),
  );
  return known.get(name);
}
