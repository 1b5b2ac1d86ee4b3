import type { JsonSchema } from '../facts';
import { attributeStructs } from './structs/attributes';
import { grpcStructs } from './structs/grpc';
import { httpStructs } from './structs/http';
import { kafkaStructs } from './structs/kafka';
import { kubernetesStructs } from './structs/kubernetes';
import { metricsBuilderStructs } from './structs/metrics-builder';
import { netStructs } from './structs/net';
import { queueStructs } from './structs/queue';
import { scrapeStructs } from './structs/scrape';
import { stanzaStructs } from './structs/stanza';
import { tailSamplingStructs } from './structs/tail-sampling';
import { tlsStructs } from './structs/tls';

/** What is known of a struct that components share, beyond its fields. */
export interface StructOverlay {
  /** Its name, or how it ends: the Go package and type, which releases may have moved. */
  readonly structs?: readonly string[];
  /** Fields that only this struct has: by them it is known where it is embedded in another one. */
  readonly fields?: readonly string[];
  /** Fields by which another struct, that has the same ones, is told apart. */
  readonly without?: readonly string[];
  readonly schema: JsonSchema;
}

export const structOverlays: readonly StructOverlay[] = [
  ...attributeStructs,
  ...grpcStructs,
  ...httpStructs,
  ...kafkaStructs,
  ...kubernetesStructs,
  ...metricsBuilderStructs,
  ...netStructs,
  ...queueStructs,
  ...scrapeStructs,
  ...stanzaStructs,
  ...tailSamplingStructs,
  ...tlsStructs,
];
