import type { DurationValue, Value } from '../../model/value';
import type { Extension } from '../component';
import type { CompressionParams } from './shared';

/** Writes telemetry to files. */
export interface FileExporterConfig {
  /** The file; with `group_by`, a `*` in it becomes the attribute's value. */
  readonly path: Value<string>;
  /** Add to a file that is there already; not with `rotation`. @default false */
  readonly append?: Value<boolean>;
  /** Begin a new file from time to time; `{}` turns it on. @default off */
  readonly rotation?: FileRotationConfig;
  /** OTLP as JSON, one batch a line, or as protobuf with a length before each batch. @default 'json' */
  readonly format?: Value<'json' | 'proto'>;
  /** An extension that writes in another format, in place of `format`. */
  readonly encoding?: Extension<'other'>;
  /** @default none */
  readonly compression?: Value<'zstd'>;
  /** How hard to compress. Since 0.159.0. */
  readonly compression_params?: CompressionParams;
  /** How often what is buffered is written. @default 1s */
  readonly flush_interval?: DurationValue;
  /** Write a file for each value of a resource's attribute. @default off */
  readonly group_by?: FileGroupByConfig;
  /** Make the directory if it is missing. Since 0.159.0. @default false */
  readonly create_directory?: Value<boolean>;
  /** Permissions of that directory, in octal digits. Since 0.159.0. @default '0755' */
  readonly directory_permissions?: Value<string>;
}

/** When a new file begins, and which old ones go. */
export interface FileRotationConfig {
  /** The size of a file, in MB. @default 100 */
  readonly max_megabytes?: Value<number>;
  /** How many days an old file is kept; 0 for ever. @default 0 */
  readonly max_days?: Value<number>;
  /** How many old files are kept; 0 for all. @default 100 */
  readonly max_backups?: Value<number>;
  /** Name old files by local time instead of UTC. @default false */
  readonly localtime?: Value<boolean>;
}

/** A file for each value of a resource's attribute. */
export interface FileGroupByConfig {
  /** @default false */
  readonly enabled?: Value<boolean>;
  /** The attribute. @default 'fileexporter.path_segment' */
  readonly resource_attribute?: Value<string>;
  /** The most files that are open at a time. @default 100 */
  readonly max_open_files?: Value<number>;
}
