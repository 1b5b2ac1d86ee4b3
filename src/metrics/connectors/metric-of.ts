import type { ConfigMap } from '../../model/config';
import { MdaiError } from '../../model/issue';
import { didYouMean } from '../../model/nearest';
import { defaultRelease } from '../../model/release';
import { signals } from '../../model/signal';
import { exportedName, exporterNaming } from '../exporter';
import { seriesOf } from '../made';
import { makers } from './table';

/**
 * The name in Prometheus of a metric that a connector makes, as a `prometheus` exporter with its defaults serves it.
 *
 * @param config what the user gave, references and conditions still in it
 * @throws MdaiError where the connector does not make it, or nobody knows what it makes
 */
export function metricOf(id: string, type: string, config: object, metric: string): string {
  const makes = Object.hasOwn(makers, type) ? makers[type] : undefined;
  if (makes === undefined) {
    throw new MdaiError(`What metrics ${id} makes is not known here. Write their names in the expression.`);
  }
  const collector = { release: defaultRelease, featureGates: [] };
  const naming = exporterNaming(collector, {});
  const made = makes({ collector, config: config as ConfigMap, signals: new Set(signals) });
  const names = made.flatMap((one) => {
    const exported = seriesOf(one, exportedName(one, naming));
    return seriesOf(one, one.name).map(({ name }, i) => [name, exported[i]?.name ?? name] as const);
  });
  const found = names.find(([name]) => name === metric);
  if (found) return found[1];
  const known = names.map(([name]) => name);
  throw new MdaiError(
    `${id} makes no metric "${metric}". ${didYouMean(metric, known, `It makes ${known.join(', ')}.`)}`,
  );
}
