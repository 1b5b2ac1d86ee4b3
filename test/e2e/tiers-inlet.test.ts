import { App, Chart } from 'cdk8s';
import { Collector, exporters, type InletOptions, receivers } from '../../src/index';
import { issuesOf } from '../../src/testing';
import { tool } from '../../tools/locate';
import { run, scratch, yamlFile } from './process';

const signals = ['traces', 'metrics', 'logs'] as const;
const keys = [undefined, 'traceID', 'service', 'resource', 'metric', 'streamID', 'attributes'] as const;
const cases = (['0.159.0', '0.131.0'] as const).flatMap((release) =>
  signals.flatMap((signal) => keys.map((key) => ({ release, signal, key }))),
);

test.each(cases)('$release and we agree on $signal by $key', ({ release, signal, key }) => {
  const chart = new Chart(new App(), 'telemetry', { namespace: 'telemetry' });
  const otlp = receivers.otlp({ protocols: { grpc: {} } });
  const gateway = new Collector(chart, 'gateway', { release });
  for (const taken of signals) gateway.pipeline(taken, { from: [otlp], to: [exporters.debug()] });
  const agent = new Collector(chart, 'agent', { release, defaults: false });
  const options = { balanceBy: key, ...(key === 'attributes' && { attributes: ['tenant'] }) };
  agent.pipeline(signal, { from: [otlp], to: [gateway.inlet(otlp, options as InletOptions)] });
  const file = yamlFile(scratch(), 'agent.yaml', agent.toConfig());
  const ours = issuesOf(agent).filter(({ severity }) => severity === 'error');
  const { ok, output } = run(tool(`otelcol-${release}`), ['validate', `--config=${file}`]);
  expect({ ok, output }).toEqual({ ok: ours.length === 0, output });
});
