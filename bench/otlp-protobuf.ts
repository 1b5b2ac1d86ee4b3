/** As much of Protobuf as a request of log records needs. */

const bytesField = 2;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

function field(number: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string);
  return Buffer.concat([varint(number * 8 + bytesField), varint(bytes.length), bytes]);
}

function fixed64(number: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return Buffer.concat([varint(number * 8 + 1), bytes]);
}

function attribute(key: string, value: string): Buffer {
  return Buffer.concat([field(1, key), field(2, field(1, value))]);
}

function logRecord(index: number, severity: number): Buffer {
  return Buffer.concat([
    fixed64(1, 1_704_067_200_000_000_000n + BigInt(index)),
    varint(2 * 8),
    varint(severity),
    field(5, field(1, `GET /cart/${index} 200`)),
    field(6, attribute('http.request.method', 'GET')),
  ]);
}

/** The log records of one resource. */
export function resourceLogs(attributes: Readonly<Record<string, string>>, severities: readonly number[]): Buffer {
  const resource = Object.entries(attributes).map(([key, value]) => field(1, attribute(key, value)));
  const records = severities.map((severity, index) => field(2, logRecord(index, severity)));
  const scope = field(2, Buffer.concat([field(1, field(1, 'shop')), ...records]));
  return field(1, Buffer.concat([field(1, Buffer.concat(resource)), scope]));
}
