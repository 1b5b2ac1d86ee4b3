import { mountFolders } from '../../../alertmanager/files';
import { type ConfigValue, isConfigMap } from '../../../model/config';
import { type Code, call, string } from '../code';
import { namedShape } from '../shapes';
import { Unfit } from '../unfit';
import { noReferences, type References, shapedValue } from '../value';

/** A value where the compiler takes a type; files of Secrets are the entries that they are made of. @throws Unfit */
export function typed(type: string, value: ConfigValue): Code {
  const entries = new Map<string, Code>();
  const references: References = { ...noReferences, env: (name) => entries.get(name) };
  const code = shapedValue(namedShape(type), withEntries(value, entries), references);
  if (code === undefined) throw new Unfit('its configuration has fields that the types lack');
  return code;
}

const mounted = new RegExp(`^${mountFolders.secret}/([^/]+)/([^/]+)$`);

/** A value in which the path of a Secret's file is a reference in the field that the file takes the place of. */
function withEntries(value: ConfigValue, entries: Map<string, Code>): ConfigValue {
  if (Array.isArray(value)) return value.map((item) => withEntries(item, entries));
  if (!isConfigMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, item]) => {
      const [, name, key] = (typeof item === 'string' && mounted.exec(item)) || [];
      if (name === undefined || key === undefined || !/_file$/.test(field)) return [field, withEntries(item, entries)];
      const reference = `ENTRY_${entries.size}`;
      entries.set(reference, call('secret', string(name), string(key)));
      return [field.replace(/_file$/, ''), `\${env:${reference}}`];
    }),
  );
}
