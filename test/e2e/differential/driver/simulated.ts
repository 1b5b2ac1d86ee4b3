import { Simulator } from '../../../../src/analysis/simulate/simulator';
import type { CollectorModel } from '../../../../src/model/collector';
import type { ConfigMap } from '../../../../src/model/config';
import type { Release } from '../../../../src/model/release';
import { readTelemetry } from '../../../../src/telemetry/read';
import { writeBatch } from '../../../../src/telemetry/write';
import { type Case, getsCounts } from '../case';
import { canonical, type Outcome } from '../outcome';

/** What the simulator makes of a case. */
export interface Simulated extends Outcome {
  /** What it says that it does not know. */
  readonly unsupported: readonly string[];
}

/** Runs a case through the simulator. */
export function simulate(one: Case, release: Release): Simulated {
  const simulator = new Simulator([model(one, release)]);
  const delivered = new Map<string, unknown[]>();
  const refused = readTelemetry(JSON.stringify(one.input)).map((batch) => {
    const answer = simulator.send(
      { batch, metadata: one.headers, receiver: 'otlp' },
      {
        deliver: ({ exporter, batch: arrived }) => {
          const before = delivered.get(exporter) ?? [];
          // What is written now cannot change any more.
          delivered.set(exporter, [...before, JSON.parse(JSON.stringify(writeBatch(arrived)))]);
        },
      },
    );
    return answer.refused.length > 0;
  });
  const exporters = [...delivered].map(([id, payloads]) => [id, canonical(payloads, getsCounts(one, id))] as const);
  return {
    refused: refused.includes(true),
    exporters: Object.fromEntries(exporters.filter(([, records]) => records.length > 0)),
    unsupported: simulator.unsupported.map(({ path, reason }) => `${path}: ${reason}`),
  };
}

function model(one: Case, release: Release): CollectorModel {
  const config = JSON.parse(JSON.stringify(one.config)) as ConfigMap;
  return { path: 'case', name: 'case', release, config, featureGates: [], env: {}, envFrom: [] };
}
