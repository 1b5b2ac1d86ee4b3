import type { ConfigMap } from '../../model/config';

const sections = ['receivers', 'exporters', 'service'];

/** Whether a map is a collector's configuration by itself. */
export function isCollectorConfig(content: ConfigMap): boolean {
  return content.kind === undefined && sections.filter((key) => key in content).length >= 2;
}
