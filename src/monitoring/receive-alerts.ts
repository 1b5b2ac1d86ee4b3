import type { AlertKind } from './alert';
import { receivedSignals, scrapedSignals } from './flows';
import type { Monitored } from './monitored';
import { over } from './own-metrics';
import { union } from './query';
import { recorded } from './recorded';
import { countedSignals, signalsOf } from './signals-of';

// What goes wrong where telemetry comes in.

export const receiverRefusing: AlertKind = {
  name: 'CollectorReceiverRefusing',
  severity: 'critical',
  for: '2m',
  summary: '{{ $labels.receiver }} in {{ $labels.job }} turns {{ $labels.signal }} away.',
  description:
    '{{ $value | humanize }} items per second are refused; senders that do not try again lose them. Something behind the receiver is full: a memory limiter, or an exporter whose queue is. The alerts about those say which.',
  can: (collector) => countedSignals(collector, 'refused', receivedSignals).some((signal) => signal !== 'logs'),
  expr: (of, { window }) => `${recorded('refused', of, window, ['signal!="logs"'])} > 0`,
};

export const receiverRefusingLogs: AlertKind = {
  ...receiverRefusing,
  name: 'CollectorReceiverRefusingLogs',
  for: '5m',
  can: (collector) => receivedSignals(collector).includes('logs'),
  expr: (of, { window }) => `${recorded('refused', of, window, ['signal="logs"'])} > 0`,
};

export const scrapeErrors: AlertKind = {
  name: 'CollectorScrapeErrors',
  severity: 'warning',
  for: '10m',
  threshold: 0.1,
  summary: '{{ $labels.receiver }} in {{ $labels.job }} fails for {{ $value | humanizePercentage }} of what it reads.',
  description:
    'The scraper {{ $labels.scraper }} gets a part of its measurements only. Its errors are in the collector’s log; mostly it lacks a right, a mount, or a name that has changed.',
  can: (collector) => countedSignals(collector, 'scraped', scrapedSignals).length > 0,
  expr: (of, { threshold, window }) =>
    union(
      signalsOf(of, 'scraped', scrapedSignals).map(([signal, able]) => {
        const total = (quantity: 'scraped' | 'scrapeErrored') =>
          `sum by (${byScraper}) (${over(able, [quantity, signal], [], (series) => `rate(${series}[${window.text}])`)})`;
        const errored = total('scrapeErrored');
        return `${errored} / (${errored} + ${total('scraped')}) > ${threshold}`;
      }),
    ),
};

const byScraper = 'namespace, job, receiver, scraper';

/** Receivers that scrape metrics: there is always something to measure, while logs may be quiet. */
const scrapesMetrics = (collector: Monitored['collector']) =>
  scrapedSignals(collector).filter((signal) => signal === 'metrics');

export const scrapeEmpty: AlertKind = {
  name: 'CollectorScrapeEmpty',
  severity: 'warning',
  for: '15m',
  summary: '{{ $labels.receiver }} in {{ $labels.job }} measures nothing.',
  description:
    'The scraper {{ $labels.scraper }} of {{ $labels.pod }} has brought no metric for an hour, or since it started. One that fails as a whole counts no error: look into the collector’s log.',
  can: (collector) => scrapesMetrics(collector).length > 0,
  expr: (of) =>
    `max by (namespace, job, pod, receiver, scraper) (${union(
      signalsOf(of, 'scraped', scrapesMetrics).map(([signal, able]) =>
        over(able, ['scraped', signal], [], (series) => `${series} - ${series} offset 1h == 0 or ${series} == 0`),
      ),
    )})`,
};
