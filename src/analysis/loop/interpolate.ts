import { type HubEvent, readPayload, rfc3339Seconds } from './event';
import { type GoValue, goJson } from './go-json';

/** Looks up a field; `undefined` where there is none. */
export type Lookup = (field: string) => string | undefined;

const placeholder = /\$\{([^:}]+):([^}:]+)(?::-([^}]*))?\}/g;

/**
 * A text with its placeholders `${scope:field:-default}` replaced, as the event hub does it (release 0.3.0 of its
 * library, interpolation/interpolation.go): once, and the text of a placeholder without a value stays as it is.
 */
export function interpolate(text: string, scopes: Readonly<Record<string, Lookup>>): string {
  return text.replace(placeholder, (whole: string, scope: string, field: string, otherwise: string | undefined) => {
    const name = scope.trim();
    const lookup = Object.hasOwn(scopes, name) ? scopes[name] : undefined;
    if (lookup === undefined) return whole;
    return lookup(field.trim()) ?? (otherwise || whole);
  });
}

/** The fields of an event: its own, and those of its payload by their path. */
export function eventFields(event: HubEvent): Lookup {
  const own: Readonly<Record<string, string>> = {
    id: event.id,
    name: event.name,
    timestamp: rfc3339Seconds(event.timestamp),
    payload: event.payload,
    source: event.source,
    source_id: event.sourceId,
    correlation_id: event.correlationId,
    hub_name: event.hub,
    recursion_depth: String(event.depth),
  };
  return (field) => {
    if (Object.hasOwn(own, field)) return own[field] || undefined;
    const [first, ...path] = field.split('.');
    return first === 'payload' && path.length > 0 ? textAt(readPayload(event), path) : undefined;
  };
}

/** The values of a template; an empty one counts as none. */
export function templateFields(values: Readonly<Record<string, string>>): Lookup {
  return (field) => (Object.hasOwn(values, field) ? values[field] || undefined : undefined);
}

function textAt(data: unknown, path: readonly string[]): string | undefined {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, part)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[part];
  }
  return typeof value === 'string' ? value : goJson(goValue(value));
}

function goValue(value: unknown): GoValue {
  if (Array.isArray(value)) return value.map(goValue);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, inner]) => [key, goValue(inner)]));
  }
  return String(value);
}
