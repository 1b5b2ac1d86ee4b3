import type { SectionRule } from '../../section-rule';
import { fields, rules } from '../parts';
import type { StructOverlay } from '../structs';

/** Whether an algorithm has a level: -2 to 9, any, or none but 0. */
export function hasLevel(algorithm: string, level: number): boolean {
  if (['gzip', 'zlib', 'deflate'].includes(algorithm)) return level >= -2 && level <= 9;
  return algorithm === 'zstd' || level === 0;
}

/** The level of what a client sends, which compresses so unless it says otherwise. */
export const levelRule = (otherwise: string): SectionRule => ({
  field: 'compression_params.level',
  holds: (client) => {
    const algorithm = client.text('compression', otherwise);
    const level = client.number('compression_params.level');
    return algorithm === '' || algorithm === 'none' || hasLevel(algorithm, level);
  },
  message: 'is not one that the compression knows',
  fix: 'Write -2 to 9 for gzip, zlib and deflate, anything for zstd, and none for the others.',
});

// 0.131.0 had `middleware` for HTTP where gRPC had `middlewares`.
const middlewares = fields({
  middlewares: { 'x-instead': 'middleware' },
  middleware: { 'x-instead': 'middlewares' },
});

export const httpStructs: readonly StructOverlay[] = [
  // confighttp.ClientConfig
  { fields: ['http2_ping_timeout', 'compression_params'], schema: { ...middlewares, ...rules(levelRule('')) } },
  // confighttp.ServerConfig
  { fields: ['read_header_timeout', 'response_headers'], schema: middlewares },
];
