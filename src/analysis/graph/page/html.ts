import { createHash } from 'node:crypto';
import { dump } from 'js-yaml';
import type { Signal } from '../../../model/signal';
import type { Graph, GraphNode } from '../graph';
import { teamsOf } from '../reach';
import { kindNames } from '../svg/icons';
import { layoutOf } from '../svg/layout';
import { legendOf } from '../svg/legend';
import { paletteCss, printedCss } from '../svg/palette';
import { drawingOf, titleOf } from '../svg/svg';
import { escaped } from '../svg/text';
import { drawingStyle, pageScript, pageStyle } from './built';
import type { PageData } from './data';

/**
 * A graph as one page: a picture to walk about in, with what each node is. The page needs nothing else, and its own
 * policy lets it ask for nothing.
 */
export async function htmlOf(graph: Graph): Promise<string> {
  const layout = await layoutOf(graph);
  const style = [paletteCss(), drawingStyle(), pageStyle(), printedCss()].join('\n');
  const script = pageScript();
  const { width, height } = layout;
  const title = escaped(titleOf(graph));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hash(script)}'; style-src '${hash(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${toolbar(graph, title)}
<main>
<div id="view">
<svg id="stage" class="drawing" role="group" aria-label="${title}" data-width="${width}" data-height="${height}">
<g id="world"><g id="drawn" class="drawing">
${drawingOf(graph, layout)}</g></g>
</svg>
<div id="corner">${map(width, height)}${legend(graph)}</div>
<div id="said" hidden><p role="status"></p><button type="button">Show</button></div>
</div>
<aside id="panel" aria-label="Details" tabindex="-1" hidden></aside>
</main>
${help}
<script type="application/json" id="data">${json(dataOf(graph))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** The source that a policy lets in. */
function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function dataOf({ nodes, edges }: Graph): PageData {
  return { nodes: nodes.map(pageNode), edges };
}

function pageNode({ config, ...node }: GraphNode): PageData['nodes'][number] {
  const isEmpty =
    config === undefined || (typeof config === 'object' && config !== null && Object.keys(config).length === 0);
  return {
    ...node,
    kindName: kindNames[node.kind],
    ...(!isEmpty && { yaml: dump(config, { lineWidth: 100, noRefs: true }) }),
  };
}

/** Text that ends no script, whatever is in it. */
function json(data: PageData): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const order: readonly Signal[] = ['logs', 'traces', 'metrics', 'profiles'];

function toolbar(graph: Graph, title: string): string {
  const carried = order.filter((signal) => graph.nodes.some(({ signals }) => signals.includes(signal)));
  const teams = teamsOf(graph);
  const option = (value: string, label = value) => `<option value="${escaped(value)}">${escaped(label)}</option>`;
  const teamChoice = `<label>Team <select id="team">${option('', 'everybody')}${teams.map((team) => option(team)).join('')}</select></label>`;
  return `<header>
<h1>${title}</h1>
<div class="search"><label for="search" class="hidden">Search</label>
<input id="search" type="search" placeholder="Search names, conditions, endpoints" autocomplete="off" spellcheck="false" role="combobox" aria-expanded="false" aria-controls="results" aria-autocomplete="list"><kbd aria-hidden="true">/</kbd>
<ul id="results" role="listbox" aria-label="What was found" hidden></ul></div>
<div id="follow"><label>Signal <select id="signal">${option('', 'all')}${carried.map((signal) => option(signal)).join('')}</select></label>
${teams.length > 0 ? teamChoice : ''}
<button type="button" id="clear" hidden>Clear</button></div>
<div class="tools" role="toolbar" aria-label="View">
<button id="out" title="Smaller (-)" aria-label="Smaller">−</button><output id="scale">100%</output><button id="in" title="Larger (+)" aria-label="Larger">+</button>
<button id="fit" title="All of it (0)">Fit</button>
<button id="theme" title="Light, dark, or as the system is">Theme: system</button>
<button id="ask" title="Help (?)" aria-label="Help">?</button></div>
</header>`;
}

/** The whole of the drawing in small, in the corner. */
function map(width: number, height: number): string {
  const scale = Math.min(210 / width, 240 / height);
  const size = `width="${Math.max(90, Math.round(width * scale))}" height="${Math.max(60, Math.round(height * scale))}"`;
  return `<svg id="map" class="drawing" ${size} viewBox="0 0 ${width} ${height}" aria-hidden="true"><use href="#drawn"/><rect id="window"/></svg>`;
}

function legend(graph: Graph): string {
  const { text, width, height } = legendOf(graph, 0, 760);
  return `<details id="legend" open><summary>Legend</summary><svg class="drawing" width="${width}" height="${height - 10}" viewBox="14 -4 ${width} ${height - 10}" role="img" aria-label="What the colours and lines mean">${text}</svg></details>`;
}

const keys: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['Tab, then arrows', 'go from node to node'],
  ['Enter', 'show what a node is'],
  ['d, u', 'follow telemetry downstream, or upstream, from the node in focus'],
  ['+, −, 0', 'larger, smaller, all of it'],
  ['Shift and arrows', 'move the picture'],
  ['Esc', 'close, clear, leave'],
  ['?', 'this help'],
];

const help = `<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">How to get about</h2>
<dl>${keys.map(([key, says]) => `<dt><kbd>${escaped(key)}</kbd></dt><dd>${escaped(says)}</dd>`).join('')}</dl>
<p>Drag to move, turn the wheel or pinch to zoom, click a node to see its configuration and its objects in Kubernetes. Signal and Team show what telemetry can reach: a team is named by a condition on a resource attribute, or by the name of its rules.</p>
<form method="dialog"><button>Close</button></form></dialog>`;
