import { parseComponentId, parsePipelineId } from '../model/component-id';

const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3, // the micro sign
  μs: 1e3, // the Greek letter
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};
const durationPattern = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const durationPart = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;

/** The nanoseconds of a Go duration such as `1m30s` or `-1.5h`; `undefined` where Go refuses it. */
export function parseGoDuration(text: string): number | undefined {
  if (/^[-+]?0$/.test(text)) return 0;
  if (!durationPattern.test(text)) return undefined;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(durationPart)) sum += Number(number) * (nanoseconds[unit ?? ''] ?? 0);
  if (sum >= 2 ** 63) return undefined;
  return text.startsWith('-') ? -sum : sum;
}

/** `host:port` as Go splits it, with a number for a port; the host may be empty. */
function isHostPort(text: string): boolean {
  return /^(?:\[[^[\]]*\]|[^:[\]]*):[-+]?\d+$/.test(text);
}

/** What a gRPC client dials: `host:port`, with `http://`, `https://` or a resolver's scheme before it, or a socket. */
function isGrpcTarget(text: string): boolean {
  if (text.startsWith('unix://')) return text.length > 'unix://'.length;
  const prefix = /^https?:\/\//.exec(text);
  if (prefix) return isHostPort(text.slice(prefix[0].length));
  if (!text.includes('://')) return isHostPort(text);
  // A scheme, an authority that does not count, and the target.
  const target = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\/?(.*)$/i.exec(text)?.[1];
  return target === '' || (target !== undefined && isHostPort(target));
}

/** What Go's url.Parse takes as a path. */
function isUrlPath(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it refuses
  return !/[\u0000-\u001f\u007f]|%(?![0-9a-f]{2})|^:/i.test(text);
}

/** What Go's regexp/syntax takes. It has no way to look ahead or behind, and no references back; JavaScript decides the rest. */
function isGoRegexp(text: string): boolean {
  if (text.includes('\\Q')) return true;
  if (/(?<!\\)\(\?(?:[=!]|<[=!]|>)|(?<!\\)\\[1-9]/.test(text)) return false;
  try {
    new RegExp(
      text
        .replace(/\(\?P?<\w+>/g, '(')
        .replace(/\(\?[imsU-]+(:?)\)?/g, (flags, colon) => (colon ? '(?:' : flags.endsWith(')') ? '' : '(')),
    );
    return true;
  } catch {
    return false;
  }
}

const inRange = (low: number, high: number) => ({
  type: 'number' as const,
  validate: (value: number) => value >= low && value <= high,
});

/** The formats of the catalogue's schemas, for Ajv. */
export const formats = {
  'go-duration': (text: string) => parseGoDuration(text) !== undefined,
  'component-id': (text: string) => parseComponentId(text) !== undefined,
  'pipeline-id': (text: string) => parsePipelineId(text) !== undefined,
  'grpc-target': isGrpcTarget,
  'url-path': isUrlPath,
  'go-regexp': isGoRegexp,
  /** Permissions in octal digits, e.g. `0750`. */
  'file-mode': (text: string) =>
    /^[-+]?[0-7]+$/.test(text) && Number.parseInt(text, 8) >= 0 && Number.parseInt(text, 8) <= 0o777,
  int8: inRange(-(2 ** 7), 2 ** 7 - 1),
  int16: inRange(-(2 ** 15), 2 ** 15 - 1),
  int32: inRange(-(2 ** 31), 2 ** 31 - 1),
  int64: inRange(-(2 ** 63), 2 ** 63),
  uint8: inRange(0, 2 ** 8 - 1),
  uint16: inRange(0, 2 ** 16 - 1),
  uint32: inRange(0, 2 ** 32 - 1),
  uint64: inRange(0, 2 ** 64),
};
