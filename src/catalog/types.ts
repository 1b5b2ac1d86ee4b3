// Written by tools/catalogue/types, from what the real factories say.
export type { KnownConnectors } from '../../imports/otelcol/types/connectors';
export type { KnownExporters } from '../../imports/otelcol/types/exporters';
export type { KnownExtensions } from '../../imports/otelcol/types/extensions';
export type { KnownProcessors } from '../../imports/otelcol/types/processors';
export type { KnownReceivers } from '../../imports/otelcol/types/receivers';
