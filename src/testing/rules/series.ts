import { MdaiError } from '../../model/issue';
import { isPlainMetric, labelText, quotedText } from '../../model/label-name';
import type { Metric } from '../../model/metric';

/** Labels of a series or an alert. */
export type Labels = Readonly<Record<string, string>>;

/** A series that a test puts in: a sample at each interval, the first at the beginning. */
export interface Series {
  /** In the text format, `name{label="value"}`. */
  readonly series: string;
  /** In promtool's notation, `0+10x5 _ stale`. */
  readonly values: string;
}

/** Values of a series, one after the other; `undefined` where there is none, `stale` where the series ends. */
export type Values = string | readonly (number | 'stale' | undefined)[];

/**
 * A series.
 *
 * @param metric a metric's handle, or its name
 * @param values what it has at each interval: a list, promtool's own notation (`'0+10x5'` rises by 10 five times), or
 *   `steady` and `rising`
 */
export function series(metric: Metric | string, labels: Labels, values: Values): Series {
  const name = typeof metric === 'string' ? metric : metric.metricName;
  return { series: seriesText(name, labels), values: valuesText(values) };
}

/** The same value for a number of intervals. */
export function steady(value: number, intervals: number): string {
  return `${numberText(value)}x${whole(intervals)}`;
}

/** A counter that rises by the same number at each interval. */
export function rising(by: number, intervals: number, from = 0): string {
  return `${numberText(from)}${by < 0 ? '-' : '+'}${numberText(Math.abs(by))}x${whole(intervals)}`;
}

/** A series, or the labels of a sample, in the text format. */
export function seriesText(name: string, labels: Labels): string {
  const plain = isPlainMetric(name) || name === '';
  const all = [
    ...(plain ? [] : [quotedText(name)]),
    ...Object.entries(labels).map(([label, value]) => `${labelText(label)}=${quotedText(value)}`),
  ];
  return `${plain ? name : ''}${all.length > 0 || name === '' ? `{${all.join(', ')}}` : ''}`;
}

function valuesText(values: Values): string {
  if (typeof values === 'string') return values;
  return values.map((value) => (value === undefined ? '_' : value === 'stale' ? value : numberText(value))).join(' ');
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Number.POSITIVE_INFINITY) return 'Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

function whole(intervals: number): number {
  if (Number.isInteger(intervals) && intervals >= 0) return intervals;
  throw new MdaiError(`${intervals} is no number of intervals. Write a whole number.`);
}
