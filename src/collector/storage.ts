import type { StorageModel } from '../model/collector';
import type { StorageProps } from './props';

/** A volume claim as data. */
export function storageModel({ size, storageClass }: StorageProps): StorageModel {
  return {
    ...(size && { sizeMiB: size.toMebibytes() }),
    ...(storageClass !== undefined && { storageClass }),
  };
}
