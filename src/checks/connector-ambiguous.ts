import { error, perCollector } from './rule';

/** A connector under the id of a receiver or an exporter: a pipeline could mean either (otelcol/config.go). */
export const connectorAmbiguous = perCollector(function* ({ sections }) {
  for (const connector of sections.connector.components.values()) {
    for (const kind of ['exporter', 'receiver'] as const) {
      if (!sections[kind].components.has(connector.id)) continue;
      const message = `"${connector.id}" is the id of a connector and of ${kind === 'exporter' ? 'an exporter' : 'a receiver'}.`;
      yield error('connector-ambiguous', connector.path, message, `Rename one, e.g. "${connector.type}/connector".`);
      break;
    }
  }
});
