import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type MonitoringKind, type MonitoringObject, monitoringKinds } from '../model/monitoring-object';

/**
 * The monitors and rules of a tree that none of our constructs made.
 *
 * @param isOurs whether a construct makes its own
 */
export function handWritten(
  root: IConstruct,
  isOurs: (construct: IConstruct | undefined) => boolean,
): readonly MonitoringObject[] {
  return root.node.findAll().flatMap((construct) => {
    if (!ApiObject.isApiObject(construct) || construct.apiGroup !== 'monitoring.coreos.com') return [];
    if (!isMonitoringKind(construct.kind) || isOurs(construct.node.scope)) return [];
    const { name, kind, metadata, node } = construct;
    const labels = (metadata.toJson() as { labels?: Record<string, string> } | undefined)?.labels ?? {};
    const { namespace } = metadata;
    return [{ path: node.path, kind, name, labels, ...(namespace !== undefined && { namespace }) }];
  });
}

function isMonitoringKind(kind: string): kind is MonitoringKind {
  return (monitoringKinds as readonly string[]).includes(kind);
}
