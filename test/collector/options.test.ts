import type { OpenTelemetryCollectorSpec } from '../../imports/opentelemetry.io';
import type { OperatorOptions, PodOptions } from '../../src/index';

/** What a collector has props of its own for. */
type Own = 'config' | 'image' | 'mode' | 'replicas' | 'serviceAccount';

// Does not compile when the operator's resource has a field that no prop reaches, or when two reach one.
const unreachable: Exclude<keyof OpenTelemetryCollectorSpec, keyof PodOptions | keyof OperatorOptions | Own>[] = [];
const twice: (keyof PodOptions & (keyof OperatorOptions | Own))[] = [];

test('every field of the operator’s resource is reached by one prop', () => {
  expect([...unreachable, ...twice]).toEqual([]);
});
