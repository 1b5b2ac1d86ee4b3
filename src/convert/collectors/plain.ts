import type { ConfigMap } from '../../model/config';
import type { Origin } from '../../source/origin';
import type { FileText } from '../files';
import { calledOf } from '../found';
import { originOf, type Reader, type Reading } from '../reading';
import { loaded } from './loaded';

/** A configuration that is a file by itself. */
export const plainCollector: Reader = (object, reading) =>
  addPlain(reading, object.path, object.content, originOf(object, [[], ['service', 'pipelines']]));

/** A collector of which the configuration is known, and nothing else. */
function addPlain({ lists, origins, release }: Reading, path: string, config: ConfigMap, origin: Origin): void {
  lists.collectors.push({ path, name: '', release, config: loaded(config), featureGates: [], env: {}, envFrom: [] });
  origins.set(path, origin);
}

/** A configuration that is a text of a ConfigMap or a Secret, and that nobody runs as far as that is known. */
export function addText(reading: Reading, file: FileText, config: ConfigMap): void {
  addPlain(reading, `${file.object.path}/${file.key}`, config, ofText(file));
}

/** Where a configuration stands that is a text of an object. */
function ofText({ object, key, pointer }: FileText): Origin {
  const origin = originOf(object, [pointer, [...pointer, 'service', 'pipelines']]);
  return { ...origin, called: [calledOf(object), key].filter(Boolean).join('/') };
}
