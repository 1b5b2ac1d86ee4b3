import type { Processor } from '../../catalog/component';
import { MdaiError } from '../../model/issue';
import { type ProcessorConfig, processors } from '../../presets/preset';
import { literal } from './statements';

/** What is masked in the texts of spans. */
export interface RedactSpansOptions {
  /** Regular expressions (RE2, not anchored) for what becomes `****`: `[patterns.email]`. */
  readonly values: readonly string[];
}

/**
 * Masks what `redact` does not read in spans: their names, the messages of their status, and the names of their events; a
 * `transform` processor.
 *
 * @param name the processor's name
 * @throws MdaiError for nothing to mask
 */
export function redactSpans(
  name: string,
  { values }: RedactSpansOptions,
): Processor<'traces', ProcessorConfig<'transform'>> {
  if (values.length === 0) throw new MdaiError(`The processor "${name}" masks nothing. Give "values".`);
  const masked = (path: string) => values.map((pattern) => `replace_pattern(${path}, ${literal(pattern)}, "****")`);
  const made = processors.transform(name, {
    error_mode: 'ignore',
    trace_statements: [
      { context: 'span', statements: [...masked('span.name'), ...masked('span.status.message')] },
      { context: 'spanevent', statements: masked('spanevent.name') },
    ],
  });
  // It processes other signals too, in which it would do nothing.
  return made as Processor<'traces', ProcessorConfig<'transform'>>;
}
