import { HubLoop, type LoopOptions } from '../../../src/analysis/loop/loop';
import type { CollectorModel } from '../../../src/model/collector';
import type { HubModel, TriggerModel, VariableDataType, VariableType } from '../../../src/model/hub';
import type { ActionModel } from '../../../src/model/hub-action';
import { emptyLists, type Model } from '../../../src/model/model';

/** A variable `<type> <dataType>`, exported under its key in capitals, sets and lists joined by `|`. */
export type Given = `${VariableType} ${VariableDataType}`;

/** A hub "h" in the namespace "mdai", with the alert "loud". */
export function hub(
  variables: Readonly<Record<string, Given>>,
  automations: Readonly<Record<string, { when: TriggerModel; do: readonly ActionModel[] }>>,
): HubModel {
  return {
    path: 'app/h',
    name: 'h',
    namespace: 'mdai',
    variables: Object.entries(variables).map(([key, given]) => {
      const [type, dataType] = given.split(' ') as [VariableType, VariableDataType];
      const isList = dataType === 'set' || dataType === 'metaPriorityList';
      return { key, type, dataType, exports: [{ name: key.toUpperCase(), ...(isList && { join: '|' }) }] };
    }),
    alerts: [{ name: 'loud', expr: 'up > 1', severity: 'warning' }],
    automations: Object.entries(automations).map(([name, automation]) => ({ name, ...automation })),
  };
}

/** A collector that reads the hub "h". */
export const reader = {
  path: 'app/reader',
  name: 'reader',
  namespace: 'mdai',
  hub: 'h',
  config: { processors: { filter: { noisy: '${env:NOISY}' } } },
  env: {},
  envFrom: [{ kind: 'configMap', name: 'h-variables' }],
} as unknown as CollectorModel;

/** The loop of hubs and the collector that reads "h". */
export function loopOf(
  hubs: HubModel | readonly HubModel[],
  options?: LoopOptions,
  rest: Partial<Model> = {},
): HubLoop {
  const model: Model = { ...emptyLists(), collectors: [reader], closed: true, ...rest, hubs: [hubs].flat() };
  return new HubLoop(model, options);
}

export const firing: TriggerModel = { alert: 'loud', status: 'firing' };
export const resolved: TriggerModel = { alert: 'loud', status: 'resolved' };

/** A placeholder of the event. */
export const event = (field: string) => `\${trigger:${field}}`;

/** The label of the alert that the automations of these tests use. */
export const service = event('payload.labels.service');
