import { isAtLeast, type Release } from '../model/release';

/** Whether the routing connector of a release can send copies (`action: copy`). */
export function knowsCopy(release: Release): boolean {
  return isAtLeast(release, '0.149.0');
}

/** Whether the routing connector of a release has the context `otelcol`. Before, `request` asks about metadata. */
export function knowsOtelcol(release: Release): boolean {
  return isAtLeast(release, '0.157.0');
}

/**
 * Whether an error in a condition, with `error_mode: ignore`, means no more than that the row does not take the record.
 * Before, the connector also gave what the row did take to the default pipelines, and refused the batch in the end.
 */
export function toleratesErrors(release: Release): boolean {
  return isAtLeast(release, '0.149.0');
}

/** Whether the filter processor of a release takes conditions with their context, and the functions that tables have. */
export function filtersByContext(release: Release): boolean {
  return isAtLeast(release, '0.159.0');
}
