import { pdataJson, toJson } from '../../ottl/evaluate/json';
import type { OttlValue } from '../../ottl/evaluate/value';

/** Text, lists and maps, as the parts of MDAI exchange them. */
export type GoValue = string | readonly GoValue[] | ReadonlyMap<string, GoValue>;

const style = pdataJson(true);

/** JSON as Go's own library writes it: the keys of maps sorted, and what means something in HTML escaped. */
export function goJson(value: GoValue): string {
  return toJson(value as OttlValue, style);
}

/** A structure, whose fields keep their order. */
export function goStruct(fields: Readonly<Record<string, string>>): string {
  return `{${Object.entries(fields)
    .map(([name, json]) => `${goJson(name)}:${json}`)
    .join(',')}}`;
}

/** A map of texts. */
export function goMap(entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(entries));
}
