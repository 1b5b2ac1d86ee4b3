import { writeFileSync } from 'node:fs';
import { directions } from '../analysis/graph/mermaid';
import { signals } from '../model/signal';
import { type Command, releaseOf, textOf } from './command';
import { readDocuments } from './documents';
import { format, release } from './options';
import { progressOf } from './progress';

/** `mdai graph`: the topology. */
export const graph: Command = {
  summary: 'Draw collectors, their pipelines and routes, and what they are connected to.',
  operands: 'PATH…',
  description: [
    'Reads files, folders and standard input as mdai check does, and draws one picture of all of it: collectors with their receivers, processors, connectors and exporters; the conditions of routes, and what is dropped; links between collectors; hubs with their variables, alerts and automations; Prometheus and Alertmanager; observers, replays, topics, buckets, and the servers outside. Secrets are masked.',
    'mermaid is text for pull requests and READMEs, which GitHub draws. svg is one picture without scripts, light and dark. html is one page that needs nothing else: pan and zoom, search, a node’s configuration and Kubernetes objects, and what a signal or a team’s telemetry can reach. json is {"nodes": […], "edges": […]}.',
  ],
  options: {
    format: format('mermaid', 'svg', 'html', 'json'),
    out: { type: 'string', value: 'FILE', says: 'Where it is written; standard output where it is not given.' },
    collector: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      says: 'Only this collector, and what it is connected to. May be given several times.',
    },
    signal: { type: 'string', value: 'SIGNAL', says: `Only what carries it: ${signals.join(', ')}.` },
    direction: { type: 'string', value: 'WAY', choices: directions, says: 'Where a flowchart of mermaid leads to.' },
    release,
  },
  examples: [
    { says: 'For the description of a pull request:', line: 'mdai graph manifests/' },
    { says: 'A page to look at and to send round:', line: 'mdai graph manifests/ --format html --out telemetry.html' },
    { says: 'What becomes of logs in one collector:', line: 'mdai graph manifests/ --collector gateway --signal logs' },
    {
      says: 'What runs in a cluster:',
      line: 'kubectl get otelcol -A -o yaml | mdai graph - --format svg > telemetry.svg',
    },
  ],
  async run(paths, values, output) {
    const progress = progressOf(output);
    const { documents, issues } = readDocuments(paths, output, progress);
    for (const { file, line, message } of issues) output.err(`${file}:${line}: ${message}\n`);
    // What draws takes longer to load than most files to read.
    const { drawn } = require('./draw') as typeof import('./draw');
    const text = await drawn(documents, releaseOf(values), values, progress.step);
    progress.end();
    if (text === undefined) {
      output.err('There is no collector, no hub and no Prometheus in what was read, so there is nothing to draw.\n');
      return 1;
    }
    const file = textOf(values, 'out');
    if (file === undefined || file === '-') output.out(text);
    else writeFileSync(file, text);
    return 0;
  },
};
