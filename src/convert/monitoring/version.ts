/** What a Prometheus runs that does not say it: what the operator takes is newer than what this library knows. */
export const defaultVersion = '3.15.0';

/** The version that an image's tag names. */
export function versionOf(image: string): string | undefined {
  return /:v?(\d+\.\d+\.\d+)/.exec(image)?.[1];
}
