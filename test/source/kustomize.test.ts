import type { ConfigValue } from '../../src/model/config';
import { patchesIn } from '../../src/source/kustomize';

const documents = (contents: Readonly<Record<string, ConfigValue>>) =>
  Object.entries(contents).map(([path, content]) => ({ path, content }));

const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };
const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };

test.each<[string, ConfigValue]>([
  ['patches', { ...kustomization, patches: [{ path: 'patch.yaml', target: { kind: 'Deployment' } }] }],
  ['patchesJson6902', { ...kustomization, patchesJson6902: [{ path: './patch.yaml', target: {} }] }],
  ['patchesStrategicMerge', { ...kustomization, patchesStrategicMerge: ['patch.yaml', 'apiVersion: v1\nkind: A\n'] }],
  ['a kustomization without a kind', { patches: [{ path: '../prod/patch.yaml' }] }],
  ['a component', { ...kustomization, kind: 'Component', patches: [{ path: 'patch.yaml' }] }],
])('files of %s are patches', (_, content) => {
  const read = documents({
    'k8s/prod/kustomization.yaml': content,
    './k8s/prod/patch.yaml': object,
    'k8s/base/patch.yaml': object,
  });
  expect(patchesIn(read)).toEqual([{ folder: 'k8s/prod', files: ['./k8s/prod/patch.yaml'] }]);
});

test.each<[string, ConfigValue]>([
  ['no patches', kustomization],
  ['patches in place', { ...kustomization, patches: [{ patch: '- op: remove' }] }],
  ['patches that were not read', { ...kustomization, patches: [{ path: 'other.yaml' }] }],
  ['nonsense', { ...kustomization, patches: { path: 'patch.yaml' }, patchesStrategicMerge: [1, null] }],
  ['nothing', null],
  [
    'a kustomization of Flux',
    { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', patches: [{ path: 'patch.yaml' }] },
  ],
])('%s: all that was read stays', (what, content) => {
  const path = what.endsWith('Flux') ? 'flux.yaml' : 'kustomization.yaml';
  expect(patchesIn(documents({ [path]: content, 'patch.yaml': object }))).toEqual([]);
});
