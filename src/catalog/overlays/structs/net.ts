import type { SectionRule } from '../../section-rule';
import { rules, since } from '../parts';
import type { StructOverlay } from '../structs';

/** Whether a path is that of a Windows pipe: `\\server\pipe\name`. */
function isPipe(path: string): boolean {
  const at = path.toLowerCase().indexOf('\\pipe\\', 2);
  const name = path.slice(at + '\\pipe\\'.length);
  return path.length <= 256 && path.startsWith('\\\\') && at > 2 && name !== '' && !name.includes('\\');
}

const pipe: SectionRule = {
  field: 'endpoint',
  holds: (address) => address.text('transport') !== 'npipe' || isPipe(address.text('endpoint')),
  message: 'is not the path of a named pipe',
  fix: 'Write e.g. \\\\.\\pipe\\otel.',
};

export const netStructs: readonly StructOverlay[] = [
  // confignet.AddrConfig
  { fields: ['endpoint', 'transport', 'dialer'], schema: rules(since('0.159.0', pipe)) },
];
