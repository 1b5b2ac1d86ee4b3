import { graphOf } from '../analysis/graph/build';
import type { Graph } from '../analysis/graph/graph';
import { type Direction, mermaidOf, mostEdges, mostText } from '../analysis/graph/mermaid';
import { manifestsIn } from '../analysis/graph/objects';
import { collectorsNamed, selected } from '../analysis/graph/select';
import { readModel } from '../convert/read';
import { nearest } from '../model/nearest';
import type { Release } from '../model/release';
import { isSignal, signals } from '../model/signal';
import type { SourceDocument } from '../source/document';
import { objectsOf } from '../source/kubernetes';
import { textOf, UsageError, type Values } from './command';

type Print = (graph: Graph, values: Values) => string | Promise<string>;

/** Each is loaded when it is asked for. */
const formats: Readonly<Record<string, Print>> = {
  mermaid,
  svg: (graph) => (require('../analysis/graph/svg/svg') as typeof import('../analysis/graph/svg/svg')).svgOf(graph),
  html: (graph) =>
    (require('../analysis/graph/page/html') as typeof import('../analysis/graph/page/html')).htmlOf(graph),
  json: (graph) => `${JSON.stringify(graph, undefined, 2)}\n`,
};

/**
 * What the options of `mdai graph` ask for; `undefined` where there is nothing to draw.
 *
 * @param step is told what is being done
 * @throws UsageError for a collector or a signal that is not there, and for what is too large for the format
 */
export async function drawn(
  documents: readonly SourceDocument[],
  release: Release,
  values: Values,
  step: (says: string) => void,
): Promise<string | undefined> {
  step('reading what the documents say');
  const model = readModel(documents, release);
  if (model.collectors.length + model.hubs.length + model.prometheuses.length === 0) return undefined;
  const manifests = manifestsIn(documents.flatMap(({ content }) => objectsOf(content).map((found) => found.content)));
  step('drawing');
  const part = selectedBy(graphOf(model, manifests), values);
  return await (formats[String(values.format)] as Print)(part, values);
}

function selectedBy(whole: Graph, values: Values): Graph {
  const signal = textOf(values, 'signal');
  if (signal !== undefined && !isSignal(signal)) {
    throw new UsageError(`--signal is ${signals.join(' or ')}, not "${signal}".`);
  }
  const names = values.collector as readonly string[] | undefined;
  for (const name of names ?? []) {
    if (collectorsNamed(whole, name).length > 0) continue;
    const known = whole.nodes.filter(({ kind }) => kind === 'collector').map(({ label }) => label);
    const near = nearest(name, known);
    const hint = near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`;
    throw new UsageError(`there is no collector "${name}". ${hint}`);
  }
  return selected(whole, { ...(names && { collectors: names }), ...(signal !== undefined && { signal }) });
}

function mermaid(part: Graph, values: Values): string {
  const { text, isTooLarge } = mermaidOf(part, values.direction as Direction);
  if (!isTooLarge) return text;
  throw new UsageError(
    `this is too large for Mermaid, which draws ${mostText} characters and ${mostEdges} lines. Draw a part of it with --collector or --signal, or take --format svg or html.`,
  );
}
