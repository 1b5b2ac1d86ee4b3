import type { Manifest } from '../../../src/testing';
import type { Cluster } from '../kubernetes';
import { accepted } from '../kubernetes/client';
import { until } from '../process';
import type { MdaiOperator } from './operator';

/** The kinds that the MDAI operator acts on. */
export const group = 'hub.mydecisive.ai/v1';

/** Waits until the operator has said of an object that it has done what follows from it. */
async function reconciled(cluster: Cluster, operator: MdaiOperator, object: Manifest): Promise<void> {
  const { kind, metadata } = object;
  const isAvailable = async () =>
    accepted(await cluster.get(object)).body.status?.conditions?.some(
      ({ type, status }: Manifest) => type === 'Available' && status === 'True',
    );
  // It tries again what has failed: only what it has not done in the end is a problem.
  await until(isAvailable, `the MDAI operator to reconcile the ${kind} ${metadata.name}`).catch((error) => {
    throw new Error(`${error.message}\n${operator.problems.join('\n')}`);
  });
}

/** Applies the objects that the operator acts on, and the collectors, and waits until it has. */
export async function applyAll(cluster: Cluster, operator: MdaiOperator, objects: readonly Manifest[]): Promise<void> {
  await cluster.namespacesFor(objects);
  const known = objects.filter(isKnown);
  for (const object of known) accepted(await cluster.apply(object));
  for (const object of known.filter(({ apiVersion }) => apiVersion === group)) {
    await reconciled(cluster, operator, object);
  }
}

function isKnown({ apiVersion, kind }: Manifest): boolean {
  return apiVersion === group || kind === 'OpenTelemetryCollector';
}

/** Deletes what `applyAll` has applied, and waits until the operator has let go of it. */
export async function deleteAll(cluster: Cluster, objects: readonly Manifest[]): Promise<void> {
  const own = objects.filter(isKnown);
  for (const object of own) accepted(await cluster.delete(object));
  const isGone = async (object: Manifest) => (await cluster.get(object)).status === 404;
  await until(
    async () => (await Promise.all(own.map(isGone))).every((gone) => gone),
    'the MDAI operator to let its objects be deleted',
  );
}

/** Waits until what is expected is so; where it never is, the last failure tells why. */
export async function eventually(expectation: () => Promise<void>, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
