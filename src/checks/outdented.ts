import { parsePipelineId, sectionOf } from '../model/component-id';
import type { ConfigValue } from '../model/config';
import type { Keys } from '../model/keys';

/**
 * Where a key of a configuration belongs that stands too far out; nothing for one that is in its place, or that nothing is known of.
 *
 * @param keys the place, outside of components
 */
export function belongsInto(keys: Keys, value: ConfigValue | undefined): string | undefined {
  const key = String(keys.at(-1));
  const isPipeline = parsePipelineId(key) !== undefined;
  switch (keys.slice(0, -1).join('/')) {
    case '':
      if (key === 'pipelines' || key === 'telemetry') return '"service"';
      return isPipeline ? '"pipelines" of "service"' : undefined;
    case 'service':
      return isPipeline ? '"pipelines"' : aPipeline(key, value);
    case 'service/pipelines':
      return aPipeline(key, value);
    default:
      return undefined;
  }
}

const sections: readonly string[] = Object.values(sectionOf);

/** A list of ids is a part of a pipeline. */
function aPipeline(key: string, value: ConfigValue | undefined): string | undefined {
  return sections.includes(key) && Array.isArray(value) ? 'the pipeline above' : undefined;
}
