import type { MdaiHubSpec } from '../../../imports/hub.mydecisive.ai';
import type { HubModel, TriggerModel, VariableModel } from '../../model/hub';
import type { ObjectMeta } from '../object';
import { hubHeader } from './headers';
import { renderAction } from './hub-action';

export interface RenderedHub {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec: MdaiHubSpec;
}

/** A hub as the MDAI operator's custom resource. */
export function renderHub(model: HubModel): RenderedHub {
  const { name, namespace, evaluationInterval } = model;
  return {
    ...hubHeader,
    metadata: { name, namespace },
    spec: {
      ...(evaluationInterval !== undefined && { config: { evaluation_interval: evaluationInterval } }),
      ...(model.variables.length > 0 && {
        variables: model.variables.map((one) => variable(one, model.verbatim === true)),
      }),
      ...(model.alerts.length > 0 && {
        prometheusAlerts: model.alerts.map(({ keepFiringFor, expr, ...alert }) => ({
          ...alert,
          expr: expr,
          ...(keepFiringFor !== undefined && { keep_firing_for: keepFiringFor }),
        })) as MdaiHubSpec['prometheusAlerts'],
      }),
      ...(model.automations.length > 0 && {
        rules: model.automations.map((automation) => ({
          name: automation.name,
          when: trigger(automation.when),
          // biome-ignore lint/suspicious/noThenProperty: the hub's own name for it
          then: automation.do.map(renderAction),
        })) as MdaiHubSpec['rules'],
      }),
    },
  };
}

function variable(model: VariableModel, verbatim: boolean): NonNullable<MdaiHubSpec['variables']>[number] {
  const { key, type, dataType, variableRefs, exports } = model;
  return {
    key,
    type,
    dataType,
    // The API server fills it in.
    ...((verbatim ? {} : { storageType: 'mdai-valkey' }) as { readonly storageType: 'mdai-valkey' }),
    ...(variableRefs && { variableRefs }),
    ...(exports.length > 0 && {
      serializeAs: exports.map(({ name, join }) => ({
        name,
        ...(join !== undefined && { transformers: [{ type: 'join', join: { delimiter: join } }] }),
      })),
    }),
  };
}

function trigger(model: TriggerModel): object {
  if ('alert' in model) return { alertName: model.alert, ...(model.status !== undefined && { status: model.status }) };
  return { variableUpdated: model.variable, ...(model.update !== undefined && { updateType: model.update }) };
}
