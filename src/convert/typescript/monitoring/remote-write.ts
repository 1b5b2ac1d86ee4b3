import type { ConfigValue } from '../../../model/config';
import { map } from '../../values';
import { type Code, object, plain, string } from '../code';
import { namedShape } from '../shapes';
import { Unfit } from '../unfit';
import { noReferences, shapedValue } from '../value';
import { clientEntries } from './client';
import { flagOf, textOf } from './scalars';
import { relabelCode } from './scrape-options';
import { texts } from './texts';

/** Where samples are passed on to, as Prometheus' props say it. What they cannot say is left out. @throws Unfit without a URL */
export function remoteWriteCode(value: ConfigValue): Code {
  const remote = map(value);
  const { url, name, headers, remoteTimeout, sigv4, messageVersion, queueConfig } = remote;
  if (typeof url !== 'string') throw new Unfit('a remote write has no URL');
  return object([
    ['url', string(url)],
    ['name', textOf(name)],
    ['headers', texts(headers)],
    ['timeout', textOf(remoteTimeout)],
    ...clientEntries(remote),
    ['sigv4', sigv4 === undefined ? undefined : texts(only(sigv4, ['region', 'profile', 'roleArn']))],
    ['relabel', relabelCode(remote.writeRelabelConfigs)],
    ['sendExemplars', flagOf(remote.sendExemplars)],
    ['sendNativeHistograms', flagOf(remote.sendNativeHistograms)],
    ['protocol', protocols.get(messageVersion)],
    [
      'queue',
      queueConfig === undefined ? undefined : shapedValue(namedShape('RemoteWriteQueue'), queueConfig, noReferences),
    ],
  ]);
}

const protocols: ReadonlyMap<ConfigValue | undefined, Code> = new Map([
  ['V1.0', plain('1')],
  ['V2.0', plain('2')],
]);

function only(value: ConfigValue, fields: readonly string[]): ConfigValue {
  return Object.fromEntries(Object.entries(map(value)).filter(([field]) => fields.includes(field)));
}
