import { webUrlFault } from '../alertmanager/url';

/** A text without white space around it, as Go's strings.TrimSpace leaves it. */
export function trimmed(text: string): string {
  return text.replace(/^[\p{White_Space}]+|[\p{White_Space}]+$/gu, '');
}

/** Whether Go's url.ParseRequestURI takes a text for the absolute URL of a web server: it knows no fragments. */
export function isWebUrl(text: string): boolean {
  return webUrlFault(text.replaceAll('#', '%23')) === undefined;
}

/** A header's name as Go's net/textproto writes it; one with characters that no name has stays as it is. */
export function canonicalHeader(name: string): string {
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/.test(name)) return name;
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

const instant =
  /^(?<date>\d{4}-\d{2}-\d{2})T(?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})(?:[.,]\d+)?(?:Z|[+-](?<zoneHour>\d{2}):(?<zoneMinute>\d{2}))$/;
const toMinute = /^(?<date>\d{4}-\d{2}-\d{2}) (?<hour>\d{1,2}):(?<minute>\d{2})$/;
const day = /^(?<date>\d{4}-\d{2}-\d{2})$/;

const limits: Readonly<Record<string, number>> = { hour: 23, minute: 59, second: 59, zoneHour: 24, zoneMinute: 60 };

/** Whether Go reads a text as a time in one of the forms that a replay takes. */
export function isReplayTime(text: string): boolean {
  const groups = [instant, toMinute, day].map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return false;
  const isWithin = Object.entries(limits).every(([part, limit]) => Number(groups[part] ?? 0) <= limit);
  return isWithin && isDay(groups.date ?? '');
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  // A day that its month does not have becomes one of the next.
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
