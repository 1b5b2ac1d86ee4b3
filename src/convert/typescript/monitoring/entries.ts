import type { Code } from '../code';

/** Props, those that are not given among them. */
export type Entries = readonly (readonly [string, Code | undefined])[];
