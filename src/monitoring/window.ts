import { MdaiError } from '../model/issue';
import { readDuration } from '../model/prometheus-duration';
import { type PrometheusDuration, prometheusDuration } from '../model/value';

/** The time over which rates are taken. */
export interface Window {
  /** A Prometheus duration. */
  readonly text: string;
  readonly seconds: number;
}

/** @throws MdaiError for what is no duration, or none at all */
export function windowOf(duration: PrometheusDuration): Window {
  const text = prometheusDuration(duration);
  const seconds = Number(readDuration(text)) / 1000;
  if (seconds === 0) throw new MdaiError('A rate is taken over some time. Write a window such as 5m.');
  return { text, seconds };
}
