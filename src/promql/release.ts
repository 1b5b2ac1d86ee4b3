/** A release of Prometheus whose PromQL this library knows, newest first. */
export const promqlReleases = ['3.15.0', '2.54.1'] as const;

export type PromqlRelease = (typeof promqlReleases)[number];

/** The release for texts that name none. */
export const defaultPromqlRelease: PromqlRelease = '3.15.0';

/** The release that MDAI hub 0.9 ships. */
export const hubPromqlRelease: PromqlRelease = '2.54.1';

/** The known release whose language a Prometheus speaks: that of the same major version. */
export function promqlReleaseOf(version: string): PromqlRelease {
  return /^v?2\./.test(version) ? '2.54.1' : '3.15.0';
}
