import { at, type ConfigMap, isConfigMap } from '../../model/config';
import type { Wanted } from './wanted';

/** Fields that the API server writes, of an object that was read from it. */
const serverFields = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** An object as a user would apply it: of what comes out of a Kubernetes cluster, without what the API server added. */
export function withoutServerFields(object: string, content: ConfigMap): Wanted {
  const { metadata, status, ...rest } = content;
  if (!isConfigMap(metadata) || metadata.uid === undefined || metadata.resourceVersion === undefined)
    return { content, differences: [] };
  const { annotations, ...others } = metadata;
  const gone = [
    ...(status === undefined ? [] : [['status']]),
    ...serverFields.filter((field) => Object.hasOwn(others, field)).map((field) => ['metadata', field]),
    ...(at(annotations, lastApplied) === undefined ? [] : [['metadata', 'annotations', lastApplied]]),
  ];
  const kept = Object.fromEntries(Object.entries(others).filter(([field]) => !serverFields.includes(field)));
  const notes = isConfigMap(annotations) ? Object.entries(annotations).filter(([key]) => key !== lastApplied) : [];
  return {
    content: {
      ...rest,
      metadata: { ...kept, ...(notes.length > 0 && { annotations: Object.fromEntries(notes) }) },
    },
    differences: gone.map((path) => ({
      object,
      path: path.join('/'),
      was: 'a value of the API server',
      is: 'left out',
      reason: 'The API server writes it, and it has no place in what is applied.',
    })),
  };
}
