import { contextNamed, pathsOf } from '../analysis/conditions/contexts';
import { fieldsIn } from '../catalog/definitions';
import type { JsonSchema } from '../catalog/facts';
import { type ConfigValue, isConfigMap } from '../model/config';
import type { Issue } from '../model/issue';
import { receiversBefore } from '../view/upstream';
import type { CollectorView, ComponentView, PipelineView } from '../view/view';
import { type RoutingRow, type RoutingTable, routingTables } from './routing-table';
import { listed, perCollector, warning } from './rule';

/** What a row asks of a request: its headers as receivers pass them on, those of gRPC, or both. */
type Asked = 'client' | 'grpc' | 'request';

/**
 * Rows that ask for the headers of a request where these do not arrive: because no receiver passes them on, or because
 * a processor before the table sends on its own account.
 */
export const routingMetadata = perCollector(function* (view) {
  for (const table of routingTables(view)) {
    const lost = losing(view, table);
    const receivers = receiversBefore(view, table.connector);
    for (const row of table.rows) {
      const asked = askedBy(row);
      if (asked === undefined) continue;
      if (lost) yield behind(row, lost);
      else if (receivers.length > 0 && receivers.every((receiver) => withholds(receiver, asked))) {
        yield withheld(row, asked, receivers);
      }
    }
  }
});

function askedBy({ context, condition }: RoutingRow): Asked | undefined {
  if (context === 'request') return 'request';
  if (condition === undefined) return undefined;
  const from = pathsOf(condition)
    .filter((path) => contextNamed(path.context ?? '') === 'otelcol' && path.fields[1]?.name === 'metadata')
    .map((path) => path.fields[0]?.name);
  if (from.includes('client')) return 'client';
  return from.includes('grpc') ? 'grpc' : undefined;
}

/** Processors that send on what they gathered, without the request that it came with. */
const gathering: ReadonlySet<string> = new Set(['batch', 'groupbytrace', 'interval', 'log_dedup', 'tail_sampling']);

interface Lost {
  readonly by: string;
  readonly pipeline: PipelineView;
}

function losing(view: CollectorView, { from }: RoutingTable): Lost | undefined {
  for (const pipeline of before(view, from)) {
    const by = pipeline.processors.ids.find((id) => {
      const processor = view.sections.processor.components.get(id);
      return processor !== undefined && gathering.has(processor.facts?.type ?? processor.type) && !keepsKeys(processor);
    });
    if (by !== undefined) return { by, pipeline };
  }
  return undefined;
}

function keepsKeys({ config }: ComponentView): boolean {
  return Array.isArray(config.metadata_keys) && config.metadata_keys.length > 0;
}

/** These pipelines, and those that hand their records to them. */
function before({ pipelines, sections }: CollectorView, from: readonly PipelineView[]): ReadonlySet<PipelineView> {
  const found = new Set<PipelineView>();
  const waiting = [...from];
  for (let pipeline = waiting.pop(); pipeline; pipeline = waiting.pop()) {
    if (found.has(pipeline)) continue;
    found.add(pipeline);
    const { signal, receivers } = pipeline;
    const connectors = receivers.ids.filter((id) => sections.connector.components.has(id));
    waiting.push(
      ...pipelines.filter((one) => one.signal === signal && one.exporters.ids.some((id) => connectors.includes(id))),
    );
  }
  return found;
}

function behind(row: RoutingRow, { by, pipeline }: Lost): Issue {
  const message = `it asks for the headers of a request, which "${by}" in ${pipeline.id} does not pass on.`;
  const batches = by.split('/')[0] === 'batch' ? `, or list the headers in its "metadata_keys"` : '';
  return warning('routing-metadata', row.path, message, `Put "${by}" behind the table${batches}.`);
}

/** Whether a receiver that could pass headers on does not. Nothing is said of receivers that have no such option. */
function withholds({ inRelease, config }: ComponentView, asked: Asked): boolean {
  if (inRelease === undefined || !hasOption(inRelease.schema, 3)) return false;
  if (asked !== 'client' && holds(config, (key) => key === 'grpc')) return false;
  return asked === 'grpc' || !holds(config, (key, value) => key === 'include_metadata' && value !== false);
}

/** Whether a field, or one in it, is the option that passes headers on. */
function hasOption(schema: JsonSchema, depth: number): boolean {
  return Object.entries(fieldsIn(schema)).some(
    ([name, field]) => name === 'include_metadata' || (depth > 0 && hasOption(field, depth - 1)),
  );
}

function holds(value: ConfigValue, test: (key: string, value: ConfigValue) => boolean): boolean {
  if (!isConfigMap(value)) return false;
  return Object.entries(value).some(([key, member]) => test(key, member) || holds(member, test));
}

function withheld(row: RoutingRow, asked: Asked, receivers: readonly ComponentView[]): Issue {
  const names = listed(receivers.map(({ id }) => id));
  const does = receivers.length === 1 ? 'does' : 'do';
  if (asked === 'grpc') {
    const message = `it asks for the headers of gRPC, which ${names} ${does} not listen for.`;
    return warning('routing-metadata', row.path, message, 'Ask for `otelcol.client.metadata[…]`, or listen for gRPC.');
  }
  const message = `it asks for the headers of a request, which ${names} ${does} not pass on.`;
  return warning('routing-metadata', row.path, message, 'Set "include_metadata: true" beside the endpoint.');
}
