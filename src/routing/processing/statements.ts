import type { Processor } from '../../catalog/component';
import { configText } from '../../catalog/config-text';
import { quote } from '../../ottl/literal';
import { processors } from '../../presets/preset';
import type { AttributedSignal, AttributesOptions } from './attributes-of';

/**
 * A processor that runs statements on attributes in each signal.
 *
 * @param statements makes them for the path of the attributes
 */
export function transforming(
  name: string,
  { of = 'records' }: AttributesOptions,
  statements: (attributes: string) => readonly string[],
): Processor<AttributedSignal> {
  const group = <C extends string>(record: C) => {
    const context = of === 'records' ? record : ('resource' as const);
    return [{ context, statements: statements(`${context}.attributes`) }];
  };
  return processors.transform(name, {
    error_mode: 'ignore',
    trace_statements: group('span'),
    metric_statements: group('datapoint'),
    log_statements: group('log'),
  });
}

/** A text literal as it stands in a statement of the configuration. */
export function literal(text: string): string {
  return configText(quote(text));
}

/** A list of text literals as it stands in a statement of the configuration. */
export function literals(texts: readonly string[]): string {
  return `[${texts.map(literal).join(', ')}]`;
}
