import { at, type ConfigValue } from '../../model/config';
import { quantity } from '../../model/quantity';
import { type Code, call, plain, string } from './code';

/** A size of whole mebibytes, unless it is the usual one. */
export function sizeCode(value: ConfigValue | undefined, usual: number | undefined): Code | undefined {
  const bytes = quantity(value);
  const size = bytes === undefined ? usual : bytes / 2 ** 20;
  if (size === undefined || size === usual || !Number.isInteger(size)) return undefined;
  return size % 1024 === 0
    ? call('Size.gibibytes', plain(String(size / 1024)))
    : call('Size.mebibytes', plain(String(size)));
}

/** A number of cores, unless it is the usual one. */
export function coresCode(value: ConfigValue | undefined, usual: number): Code | undefined {
  const cores = quantity(value);
  return cores === undefined || cores === usual ? undefined : plain(String(cores));
}

const usualClaim = 1024;

/** What a volume claim asks for, as entries of the prop `storage`; what is as usual is left out. */
export function claimEntries(spec: ConfigValue | undefined): readonly (readonly [string, Code])[] {
  const size = sizeCode(at(spec, 'resources', 'requests', 'storage'), usualClaim);
  const storageClass = at(spec, 'storageClassName');
  return [
    ...(size ? [['size', size] as const] : []),
    ...(typeof storageClass === 'string' ? [['storageClass', string(storageClass)] as const] : []),
  ];
}
