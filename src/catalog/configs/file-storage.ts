import type { DurationValue, Value } from '../../model/value';

/** Keeps the state of other components in files, over a restart. */
export interface FileStorageExtensionConfig {
  /** Where the files are; it must exist, unless `create_directory` is on. @default '/var/lib/otelcol/file_storage' */
  readonly directory?: Value<string>;
  /** How long to wait for a lock on a file. @default 1s */
  readonly timeout?: DurationValue;
  /** The most that one file may grow to, in bytes; 0 for no limit. Since 0.159.0. @default 0 */
  readonly max_size?: Value<number>;
  /** When files give back the space that they do not need. */
  readonly compaction?: FileStorageCompactionConfig;
  /** Wait until the disk has what was written. @default false */
  readonly fsync?: Value<boolean>;
  /** Make the directory if it is missing. @default false */
  readonly create_directory?: Value<boolean>;
  /** Permissions of that directory, in octal digits. @default '0750' */
  readonly directory_permissions?: Value<string>;
  /** Put a damaged file aside and begin a new one. @default false */
  readonly recreate?: Value<boolean>;
}

/** When files give back the space that they do not need. */
export interface FileStorageCompactionConfig {
  /** At the start. @default false */
  readonly on_start?: Value<boolean>;
  /** When a file that had grown is nearly empty again. @default false */
  readonly on_rebound?: Value<boolean>;
  /** Where the copy is made. @default '/var/lib/otelcol/file_storage' */
  readonly directory?: Value<string>;
  /** The size that a file must have had, in MiB. @default 100 */
  readonly rebound_needed_threshold_mib?: Value<number>;
  /** The size under which what it holds must have fallen, in MiB. @default 10 */
  readonly rebound_trigger_threshold_mib?: Value<number>;
  /** How much is copied at a time, in bytes; 0 for everything. @default 65536 */
  readonly max_transaction_size?: Value<number>;
  /** How often the sizes are looked at. @default 5s */
  readonly check_interval?: DurationValue;
  /** Remove copies that were left behind. @default false */
  readonly cleanup_on_start?: Value<boolean>;
}
