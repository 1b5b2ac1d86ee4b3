import type { HubModel } from '../../model/hub';
import { MdaiError } from '../../model/issue';
import { didYouMean } from '../../model/nearest';

/** The hub of a name, or the only one. */
export function hubNamed(hubs: readonly HubModel[], name: string | undefined): HubModel {
  const known = hubs.map((hub) => hub.name);
  const [found, ...others] = name === undefined ? hubs : hubs.filter((hub) => hub.name === name);
  if (found !== undefined && others.length === 0) return found;
  const list = `There are: ${known.join(', ') || 'none'}.`;
  if (found === undefined)
    throw new MdaiError(`There is no hub "${name ?? ''}". ${didYouMean(name ?? '', known, list)}`);
  throw new MdaiError(
    name === undefined ? `Name one of the hubs. ${list}` : `Several hubs are named "${name}". Rename one.`,
  );
}

/** An alert or a variable of a hub, or of the only hub that has one of that name. */
export function memberOf<T extends { readonly name: string } | { readonly key: string }>(
  hubs: readonly HubModel[],
  hubName: string | undefined,
  what: 'alert' | 'variable',
  name: string,
  of: (hub: HubModel) => readonly T[],
): readonly [HubModel, T] {
  const among = hubName === undefined ? hubs : [hubNamed(hubs, hubName)];
  const found = among.flatMap((hub) =>
    of(hub)
      .filter((member) => nameOf(member) === name)
      .map((member) => [hub, member] as const),
  );
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  const hubsNamed = found.map(([hub]) => hub.name).join(', ');
  if (first !== undefined)
    throw new MdaiError(
      `Several hubs have ${what === 'alert' ? 'an' : 'a'} ${what} "${name}": ${hubsNamed}. Write hub/${name}.`,
    );
  const known = among.flatMap((hub) => of(hub).map(nameOf));
  throw new MdaiError(
    `There is no ${what} "${name}". ${didYouMean(name, known, `There are: ${known.join(', ') || 'none'}.`)}`,
  );
}

function nameOf(member: { readonly name: string } | { readonly key: string }): string {
  return 'name' in member ? member.name : member.key;
}
