import { type HubEvent, rfc3339Seconds } from './event';

/** An entry of the hub's history, as its stream holds it. What is empty is left out where the real one leaves it out. */
export type AuditEntry = Readonly<Record<string, string>>;

/** The gateway published an event. */
export function publishedAudit(event: HubEvent): AuditEntry {
  return {
    ...eventEntry(event),
    sourceId: event.sourceId,
    publish_success: 'true',
  };
}

/** An automation ran with an event, or none did: then its name is empty. */
export function automationAudit(event: HubEvent, automation: string, succeeded: boolean): AuditEntry {
  return {
    ...eventEntry(event),
    source_id: event.sourceId,
    automation_succeeded: String(succeeded),
    automation_name: automation,
  };
}

/** A command changed a variable. Unlike the other entries, it does not say of which hub. */
export function variableAudit(event: HubEvent, variable: string, data: string, operation: string): AuditEntry {
  const entry = {
    timestamp: rfc3339Seconds(event.timestamp),
    operation,
    target: variable,
    variable_ref: data,
    variable: data,
    correlation_id: event.correlationId,
    recursion_depth: '0',
  };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ''));
}

/** The MDAI operator restarted a collector, with this environment. */
export function restartAudit(hub: string, time: Date, environment: Readonly<Record<string, string>>): AuditEntry {
  return { timestamp: rfc3339Seconds(time), hub_name: hub, type: 'collector_restart', ...environment };
}

function eventEntry(event: HubEvent): AuditEntry {
  return {
    id: event.id,
    name: event.name,
    timestamp: rfc3339Seconds(event.timestamp),
    payload: event.payload,
    source: event.source,
    correlation_id: event.correlationId,
    hub_name: event.hub,
  };
}
