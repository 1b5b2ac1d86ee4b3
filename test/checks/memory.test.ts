import { type Draft, issueIn, issuesIn, pod } from './models';

const contrib = 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.159.0';
const small = 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector:0.159.0';

const limited = (limiter: object) => (config: Draft) => {
  config.processors = { memory_limiter: { check_interval: '1s', ...limiter } };
  config.service.pipelines.logs.processors = ['memory_limiter'];
};
const ours = limited({ limit_percentage: 80, spike_limit_percentage: 25 });
const path = 'telemetry/gateway/processors/memory_limiter';

test('what the collectors ran with is enough', () => {
  expect(issuesIn(ours, { pod: { ...pod, image: contrib, memoryMiB: 128 } })).toEqual([]);
  expect(issuesIn(ours, { pod: { ...pod, image: small, memoryMiB: 64 } })).toEqual([]);
  expect(issuesIn(limited({ limit_mib: 400 }), { pod: { ...pod, memoryMiB: 512 } })).toEqual([]);
});

test('memory that the collector itself takes up is a warning, with how much would do', () => {
  expect(issueIn(ours, { pod: { ...pod, image: contrib, memoryMiB: 96 } })).toEqual({
    code: 'memory-low',
    severity: 'warning',
    path,
    message:
      'with a limit of 96 MiB, "memory_limiter" refuses data above 52 MiB of heap, which the collector itself takes up.',
    fix: 'Give the collector 128 MiB: limits of 128Mi, or memory: Size.mebibytes(128) in TypeScript.',
  });
  expect(issuesIn(ours, { pod: { ...pod, image: small, memoryMiB: 48 } })).toEqual([`memory-low ${path}`]);
});

test('with less than half of that nothing runs', () => {
  expect(issueIn(ours, { pod: { ...pod, image: small, memoryMiB: 32 } })).toMatchObject({ severity: 'error' });
});

test('a limiter above the limit of the container never acts', () => {
  expect(issueIn(limited({ limit_mib: 512 }), { pod })).toEqual({
    code: 'memory-limit',
    severity: 'error',
    at: ['processors', 'memory_limiter', 'limit_mib'],
    path,
    message:
      '"memory_limiter" lets the heap grow to 512 MiB, and the container is killed at 512 MiB, with what it holds.',
    fix: 'Use limit_percentage: 80, which follows the limit of the container.',
  });
});

test('nothing is said where the limit is not known', () => {
  expect(issuesIn(ours, { pod: { ...pod, memoryMiB: undefined } })).toEqual([]);
  expect(issuesIn(limited({ limit_mib: '${env:LIMIT:-100}' }), { pod: { ...pod, memoryMiB: 32 } })).toEqual([]);
});
