import { existsSync, readFileSync } from 'node:fs';

export interface LogLine {
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly resource: Readonly<Record<string, string>>;
}

/** The log records that a file exporter has written so far. */
export function logsIn(file: string): LogLine[] {
  if (!existsSync(file)) return [];
  const complete = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return complete.flatMap((line) =>
    (JSON.parse(line).resourceLogs ?? []).flatMap((resource: Attributed & { scopeLogs: Scope[] }) =>
      resource.scopeLogs.flatMap(({ logRecords }) =>
        logRecords.map((record) => ({
          body: record.body?.stringValue ?? '',
          attributes: attributes(record),
          resource: attributes((resource as { resource?: Attributed }).resource ?? {}),
        })),
      ),
    ),
  );
}

interface Attributed {
  readonly attributes?: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

interface Scope {
  readonly logRecords: readonly (Attributed & { readonly body?: { readonly stringValue?: string } })[];
}

function attributes(of: Attributed): Record<string, string> {
  return Object.fromEntries((of.attributes ?? []).map(({ key, value }) => [key, value.stringValue ?? '']));
}
