/** A release of the OpenTelemetry Collector (contrib) that this library knows, newest first. */
export const releases = ['0.159.0', '0.131.0'] as const;

export type Release = (typeof releases)[number];

/** The release for collectors that name none. */
export const defaultRelease: Release = '0.159.0';

/** The release that MDAI hub 0.9 ships, and the default for collectors of an `MdaiCluster`. */
export const mdaiRelease: Release = '0.131.0';

/** Whether a release is `since` or newer. Both are `major.minor.patch`. */
export function isAtLeast(release: string, since: string): boolean {
  const a = release.split('.').map(Number);
  const b = since.split('.').map(Number);
  for (const i of [0, 1, 2]) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
