import { createConnection } from 'node:net';
import { encode } from '@msgpack/msgpack';

/** Sends records to a Fluent Forward receiver, one message each. */
export async function sendFluent(port: number, records: readonly Record<string, unknown>[]): Promise<void> {
  const socket = createConnection({ host: '127.0.0.1', port });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  for (const record of records) socket.write(encode(['test', Math.floor(Date.now() / 1000), record]));
  await new Promise<void>((resolve) => socket.end(resolve));
}

/** Sends log records to an OTLP/HTTP receiver. */
export async function sendLogs(port: number, records: readonly Record<string, string>[]): Promise<void> {
  const body = {
    resourceLogs: [
      {
        resource: { attributes: [] },
        scopeLogs: [
          {
            logRecords: records.map(({ message, ...attributes }) => ({
              timeUnixNano: `${Date.now()}000000`,
              body: { stringValue: message },
              attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: { stringValue: value } })),
            })),
          },
        ],
      },
    ],
  };
  const response = await fetch(`http://127.0.0.1:${port}/v1/logs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`OTLP was refused: ${response.status} ${await response.text()}`);
}
