import type { Release } from '../../model/release';
import { differencesOf } from '../../ottl/evaluate/differences';
import { asString } from '../../ottl/evaluate/text';
import type { AnyValue } from '../../telemetry/data';

/** A value as text, as the collector's own library writes it: lists and maps in JSON, bytes in Base64, nothing empty. */
export function plainText(value: AnyValue, release: Release): string {
  return asString(value, differencesOf(release).escapesHtmlInText);
}
