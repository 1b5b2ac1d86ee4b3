import { processedSignals, runs, scrapedSignals } from '../monitoring/flows';
import type { PanelSpec, RowSpec } from './panel';
import { orNone, orZero, rate, type Scope, sumBy, value, withSignals } from './queries';

/** What processors take out. */
export function processing(scope: Scope): RowSpec {
  const limiting = withSignals(scope, 'limiterRefused', (collector) => processedSignals(collector, 'memory_limiter'));
  return {
    title: 'Processing',
    panels: [
      {
        kind: 'graph',
        title: 'Taken in, but not given out, by processor',
        description:
          'What processors drop, sample or hold back, of those that count both. It also shows which one loses what should not be lost.',
        width: 12,
        unit: 'items/s',
        lowest: 'any',
        queries: [
          {
            expr: orNone(
              `${sumBy(['processor'], rate(scope, ['processorTaken']))} - ${sumBy(['processor'], rate(scope, ['processorGiven']))}`,
              'processor',
            ),
            legend: '{{processor}}',
          },
        ],
      },
      ...(limiting.length > 0
        ? ([
            {
              kind: 'graph',
              title: 'Turned away by the memory limiter',
              description: 'What a collector refuses because it has no memory for it. Zero, if all is well.',
              width: 12,
              unit: 'items/s',
              queries: limiting.map(([signal, able]) => ({
                expr: orZero(sumBy(['job'], rate(able, ['limiterRefused', signal]))),
                legend: `{{job}} ${signal}`,
              })),
            },
          ] satisfies PanelSpec[])
        : []),
    ],
  };
}

/** What receivers get by asking. */
export function scraping(scope: Scope): RowSpec {
  const kinds = [
    ['scraped', 'Read by scrapers', 'Points and records per second that receivers got by asking for them.'],
    [
      'scrapeErrored',
      'Missed by scrapers',
      'What scrapers failed to get. A scraper that fails as a whole shows in neither.',
    ],
  ] as const;
  const panels = kinds.map(([quantity, title, description]): PanelSpec => {
    const queries = withSignals(scope, quantity, scrapedSignals).map(([signal, able]) => ({
      expr: orNone(sumBy(['receiver', 'scraper'], rate(able, [quantity, signal])), 'receiver'),
      legend: '{{receiver}} {{scraper}}',
    }));
    return { kind: 'graph', title, description, width: 12, unit: 'items/s', queries };
  });
  return {
    title: 'Scraping',
    panels: scope.of.some(({ collector }) => scrapedSignals(collector).length > 0) ? panels : [],
  };
}

/** The exporter in front of tail sampling. */
export function balancing(scope: Scope): RowSpec {
  const of = scope.of.filter(({ collector }) => runs(collector, 'exporter', 'load_balancing'));
  const able = { ...scope, of };
  if (of.length === 0) return { title: 'Load balancing', panels: [] };
  return {
    title: 'Load balancing',
    panels: [
      {
        kind: 'graph',
        title: 'Backends',
        description: 'How many collectors each pod divides its telemetry among. None is wrong.',
        width: 12,
        unit: 'short',
        queries: [{ expr: orNone(`max by (pod) (${value(able, ['backends'])})`, 'pod'), legend: '{{pod}}' }],
      },
      {
        kind: 'graph',
        title: 'Not taken by a backend',
        description: 'Attempts per second to hand something to a backend that failed. Zero, if all is well.',
        width: 12,
        unit: 'items/s',
        queries: [
          {
            expr: orNone(sumBy(['pod'], rate(able, ['backendOutcome'], ['success="false"'])), 'pod'),
            legend: '{{pod}}',
          },
        ],
      },
    ],
  };
}

/** Tail sampling itself. */
export function sampling(scope: Scope): RowSpec {
  const of = scope.of.filter(({ collector }) => runs(collector, 'processor', 'tail_sampling'));
  const able = { ...scope, of };
  if (of.length === 0) return { title: 'Tail sampling', panels: [] };
  return {
    title: 'Tail sampling',
    panels: [
      {
        kind: 'graph',
        title: 'Traces, by decision',
        description: 'Traces per second that were kept and let go.',
        width: 8,
        unit: 'traces/s',
        stacked: true,
        queries: [
          {
            expr: orNone(sumBy(['sampled'], rate(able, ['tracesDecided'])), 'sampled'),
            legend: 'sampled: {{sampled}}',
          },
        ],
      },
      {
        kind: 'graph',
        title: 'Traces in memory',
        description:
          'Traces that wait for a decision, and those after it that are not forgotten yet. At num_traces, the oldest are.',
        width: 8,
        unit: 'short',
        queries: [{ expr: orNone(`max by (pod) (${value(able, ['tracesWaiting'])})`, 'pod'), legend: '{{pod}}' }],
      },
      {
        kind: 'graph',
        title: 'Forgotten before the decision',
        description: 'Traces per second that made room for newer ones. Zero, if all is well.',
        width: 8,
        unit: 'traces/s',
        queries: [{ expr: orNone(sumBy(['pod'], rate(able, ['tracesDroppedEarly'])), 'pod'), legend: '{{pod}}' }],
      },
    ],
  };
}
