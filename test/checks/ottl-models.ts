import { checkModel } from '../../src/checks/check';
import type { Issue } from '../../src/model/issue';
import { defaultRelease, type Release } from '../../src/model/release';
import { collector, config, model } from './models';

interface Parts {
  readonly processors?: object;
  readonly connectors?: object;
  readonly pipelines?: object;
  readonly exporters?: readonly string[];
}

/** What is said of the OTTL of a collector with these components in its pipelines. */
export function issuesOf(parts: Parts, release: Release = defaultRelease): readonly Issue[] {
  const { processors = {}, connectors = {}, pipelines = {}, exporters = ['debug'] } = parts;
  const made = config((draft) => {
    draft.processors = processors;
    draft.connectors = connectors;
    draft.service.pipelines = {
      logs: { receivers: ['otlp'], processors: Object.keys(processors), exporters },
      ...pipelines,
    };
  });
  const issues = checkModel(model({ collectors: [collector({ config: made, release })] }));
  return issues.filter(({ code }) => code.startsWith('ottl-'));
}
