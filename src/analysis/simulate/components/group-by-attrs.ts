import { copyAttributes, copyScope } from '../../../telemetry/copy';
import type {
  Attributes,
  Batch,
  DataPoint,
  Metric,
  MetricData,
  ResourceRecords,
  ScopeRecords,
} from '../../../telemetry/data';
import { removeKey } from '../../../telemetry/remove-key';
import { canonicalText } from '../canonical';
import { textsOf } from '../options';
import type { ProcessorKind } from '../setup';
import { pointsOf } from '../walk';

/**
 * Moves attributes of records to their resources. Resources with the same attributes become one, and so do their scopes of
 * the same name and version; without keys that is all. Schema URLs and counts of dropped attributes of resources are lost.
 */
export const groupByAttrs: ProcessorKind = {
  mutates: true,
  make(setup) {
    const keys = [...new Set(textsOf(setup.config, 'keys').filter((key) => key !== ''))];
    return (batch) => ({ signal: batch.signal, resources: new Groups(keys).regroup(batch) }) as Batch;
  },
};

class Groups {
  private readonly groups = new Map<string, ResourceRecords<unknown>>();

  constructor(private readonly keys: readonly string[]) {}

  regroup(batch: Batch): ResourceRecords<unknown>[] {
    for (const resource of batch.resources) {
      for (const scope of resource.scopes) {
        for (const record of scope.records) {
          if (batch.signal === 'metrics') this.metric(resource, scope, record as Metric);
          else this.scopeFor(resource, scope, (record as { attributes: Attributes }).attributes).records.push(record);
        }
      }
    }
    return [...this.groups.values()];
  }

  private metric(resource: ResourceRecords<unknown>, scope: ScopeRecords<unknown>, metric: Metric): void {
    for (const point of pointsOf(metric)) {
      const records = this.scopeFor(resource, scope, point.attributes).records as Metric[];
      let target = records.find(({ name, data }) => name === metric.name && data.kind === metric.data.kind);
      if (target === undefined) {
        target = {
          ...metric,
          metadata: copyAttributes(metric.metadata),
          data: { ...metric.data, points: [] } as MetricData,
        };
        records.push(target);
      }
      (pointsOf(target) as DataPoint[]).push(point);
    }
  }

  /** Where a record with these attributes goes; takes the keys out of them. */
  private scopeFor(
    { resource }: ResourceRecords<unknown>,
    { scope }: ScopeRecords<unknown>,
    own: Attributes,
  ): ScopeRecords<unknown> {
    const attributes = copyAttributes(resource.attributes);
    for (const key of this.keys) {
      const value = own.get(key);
      if (value === undefined) continue;
      attributes.set(key, value);
      removeKey(own, key);
    }
    const id = canonicalText(attributes);
    const group = this.groups.get(id) ?? {
      resource: { attributes, droppedAttributesCount: 0 },
      schemaUrl: '',
      scopes: [],
    };
    this.groups.set(id, group);
    const found = group.scopes.find((it) => it.scope.name === scope.name && it.scope.version === scope.version);
    if (found) return found;
    const made = { scope: copyScope(scope), schemaUrl: '', records: [] };
    group.scopes.push(made);
    return made;
  }
}
