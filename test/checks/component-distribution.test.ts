import { findComponent } from '../../src/catalog/catalog';
import { distributions } from '../../src/catalog/distributions';
import type { ComponentKind } from '../../src/model/component-id';
import { type Draft, issuesIn, pod } from './models';

const inImage = (image: string, change: (config: Draft) => void) =>
  issuesIn(change, { pod: { ...pod, image } as typeof pod }).filter((issue) =>
    issue.startsWith('component-distribution'),
  );

const tailSampling: (config: Draft) => void = (draft) => {
  draft.processors = { 'tail_sampling/errors': { policies: [{ name: 'all', type: 'always_sample' }] } };
  draft.service.pipelines.traces = {
    receivers: ['otlp'],
    processors: ['tail_sampling/errors'],
    exporters: ['debug'],
  };
};

const registry = 'ghcr.io/open-telemetry/opentelemetry-collector-releases';

test('a component that the image does not hold', () => {
  expect(inImage(`${registry}/opentelemetry-collector:0.159.0`, tailSampling)).toEqual([
    'component-distribution telemetry/gateway/processors/tail_sampling/errors',
  ]);
});

test.each([
  ['the Kubernetes distribution has it', `${registry}/opentelemetry-collector-k8s:0.159.0`],
  ['contrib has everything', `${registry}/opentelemetry-collector-contrib:0.159.0`],
  ['an image of one’s own may have it', 'registry.acme.example/opentelemetry-collector-acme:1'],
])('nothing to say where %s', (_, image) => {
  expect(inImage(image, tailSampling)).toEqual([]);
});

test('older names count too', () => {
  const otlpHttp: (config: Draft) => void = (draft) => {
    draft.exporters.otlphttp = { endpoint: 'https://vendor.example' };
  };
  expect(inImage('otel/opentelemetry-collector@sha256:00', otlpHttp)).toEqual([]);
});

test.each(distributions)('$image lists types by their newest names', ({ components }) => {
  for (const [kind, types] of Object.entries(components)) {
    for (const type of types)
      expect([type, findComponent(kind as ComponentKind, type)?.type ?? type]).toEqual([type, type]);
  }
});
