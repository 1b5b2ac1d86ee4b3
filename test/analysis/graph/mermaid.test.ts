import { mermaidOf } from '../../../src/analysis/graph/mermaid';
import { selected } from '../../../src/analysis/graph/select';
import { collector, config } from '../../checks/models';
import { graphWith, routedGraph } from './models';

test('a flowchart has a box for each collector, and conditions on routes', () => {
  expect(mermaidOf(routedGraph()).text).toMatchInlineSnapshot(`
"flowchart LR
  subgraph n0["gateway<br/>telemetry · 0.159.0"]
    n1>"otlp<br/>listens on :4317"]
    n2{{"routing/teams"}}
    n3[["otlp_http/vendor"]]
    n4[["nop<br/>drops everything"]]
    n5["logs/in<br/>memory_limiter → filter<br/>drops where severity #60; INFO"]
    n8["logs/a.all"]
    n9["logs/b.drop"]
    n10["logs/errors"]
    n11["logs/rest"]
  end
  n12(["in.vendor.example<br/>port 443"])
  n1 --> n5
  n5 --> n2
  n8 --> n3
  n9 --> n4
  n10 --> n3
  n11 --> n3
  n3 --> n12
  n2 -->|"row 1: team = #34;a#34; (a copy)"| n8
  n2 -->|"row 2: team = #34;b#34; (dropped)"| n9
  n2 -->|"row 3: severity ≥ ERROR"| n10
  n2 -->|"otherwise"| n11
  classDef logs stroke:#1565c8,stroke-width:2px
  class n5,n8,n10,n11 logs
  classDef drops stroke:#bf2e3f,stroke-dasharray:4 3
  class n4,n9 drops
"
`);
});

test('it says when it is too large to be drawn', () => {
  const many = Array.from({ length: 260 }, (_, i) => collector({ name: `c${i}`, path: `t/c${i}` }));
  expect(mermaidOf(graphWith({ collectors: many })).isTooLarge).toBe(true);
  expect(mermaidOf(routedGraph()).isTooLarge).toBe(false);
});

test('what means something to Mermaid stands as a number', () => {
  const graph = graphWith({ collectors: [collector({ name: '"end"; [a](b) #1 <x> `y`', path: 'x' })] });
  expect(mermaidOf(graph, 'TB').text.split('\n').slice(0, 2)).toEqual([
    'flowchart TB',
    '  subgraph n0["#34;end#34;#59; #91;a#93;(b) #35;1 #60;x#62; #96;y#96;<br/>0.159.0"]',
  ]);
});

describe('a part of a graph', () => {
  const both = graphWith({
    collectors: [
      collector({
        config: config((draft) => {
          draft.service.pipelines.traces = { receivers: ['otlp'], exporters: ['debug'] };
        }),
      }),
      collector({ name: 'other' }),
    ],
  });

  test('is a collector with what is next to it', () => {
    const { nodes } = selected(both, { collectors: ['other'] });
    expect(nodes.map(({ id }) => id)).toEqual([
      'telemetry/other',
      'telemetry/other/receivers/otlp',
      'telemetry/other/exporters/debug',
      'telemetry/other/logs',
    ]);
  });

  test('is what carries a signal', () => {
    const { nodes } = selected(both, { signal: 'traces' });
    expect(nodes.map(({ id }) => id)).toEqual([
      'telemetry/gateway',
      'telemetry/gateway/receivers/otlp',
      'telemetry/gateway/exporters/debug',
      'telemetry/gateway/traces',
    ]);
  });
});
