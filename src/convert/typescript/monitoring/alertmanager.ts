import { configFile } from '../../../alertmanager/files';
import { defaultAlertmanager } from '../../../model/alertmanager';
import { at, type ConfigMap, isConfigMap } from '../../../model/config';
import { parsed } from '../../../source/parsed';
import { map } from '../../values';
import { type Code, call, object, plain, standingFor, string, unlessEmpty } from '../code';
import { collectorKey, type ImportedObject, type Made, type Place } from '../form';
import { Unfit } from '../unfit';
import { AlertRoutes } from './alert-routes';
import { identityOf } from './identity';
import { textOf } from './scalars';
import { type ServerDefaults, serverEntries } from './server';
import { texts } from './texts';
import { typed } from './typed';

const defaults: ServerDefaults = {
  version: defaultAlertmanager,
  repository: 'quay.io/prometheus/alertmanager',
  memoryMiB: 256,
  cpu: 0.5,
};

const usualRetention = '120h';

/** An `Alertmanager` as this library writes it, with the configuration in its Secret. @throws Unfit for another */
export function alertmanager(imported: ImportedObject, place: Place): Made {
  const { id, content } = imported;
  const { name, namespace, props } = identityOf(imported, id, place);
  const spec = map(content.spec);
  const { config, templates } = filesOf(content, name, place);
  const variable = place.names.claim(name, `${name}_server`);
  const {
    route,
    inhibit_rules: inhibitions,
    global,
    receivers: _,
    time_intervals: __,
    templates: ___,
    ...more
  } = config;
  const routes = new AlertRoutes(config, namespace, place);
  const all = object([
    ...props,
    ...serverEntries(spec, defaults),
    ['retention', spec.retention === usualRetention ? undefined : textOf(spec.retention)],
    ['serviceAccount', accountCode(content, `${name}-alertmanager`, place)],
    ['route', routes.isDefault ? undefined : routes.root(map(route))],
    ['inhibitions', routes.inhibitions(inhibitions)],
    ['global', global === undefined ? undefined : typed('AlertmanagerGlobal', global)],
    ['templates', texts(templates)],
    ['config', Object.keys(more).length === 0 ? undefined : typed('AlertmanagerConfig', more)],
  ]);
  return {
    before: routes.statements,
    variable,
    value: call('new Alertmanager', plain(place.chart), string(id), ...unlessEmpty(standingFor(all, spec))),
    proposals: [],
    after: [],
    alertmanager: { variable: plain(variable), service: `alertmanager-${name}` },
  };
}

/** The account of the pods: the name of another one, or what stands on its own. */
function accountCode(content: ConfigMap, own: string, { objects }: Place): Code | undefined {
  const name = at(content, 'spec', 'serviceAccountName');
  if (name !== own) return textOf(name);
  const account = objects.find((one) => one.kind === 'ServiceAccount' && isNamed(one, content, own));
  const annotations = texts(at(account, 'metadata', 'annotations'));
  return annotations && object([['annotations', annotations]]);
}

/** Whether an object has a name, beside another one. */
function isNamed(object: ConfigMap, beside: ConfigMap, name: string): boolean {
  return collectorKey(object) === collectorKey(beside, name);
}

/** The configuration, and the files of templates beside it, in the Secret that the construct makes. @throws Unfit for another */
function filesOf(content: ConfigMap, name: string, { objects }: Place) {
  const own = `alertmanager-${name}-config`;
  const secret = objects.find((one) => one.kind === 'Secret' && isNamed(one, content, own));
  const { [configFile]: text, ...templates } = map(secret?.stringData);
  const config = typeof text === 'string' ? parsed(text) : undefined;
  if (at(content, 'spec', 'configSecret') !== own || !isConfigMap(config)) {
    throw new Unfit(`an Alertmanager of this library has its configuration in the Secret "${own}"`);
  }
  return { config, templates };
}
