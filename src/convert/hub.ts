import { at, type ConfigMap, type ConfigValue } from '../model/config';
import type { AutomationModel, ExportModel, HubAlertModel, HubModel, TriggerModel, VariableModel } from '../model/hub';
import { action } from './hub-action';
import { list, map, text } from './values';

/** The specification of an `MdaiHub`, as the MDAI operator reads it. */
export function hubSpec(spec: ConfigMap): Omit<HubModel, 'path' | 'name' | 'namespace'> {
  const interval = at(spec.config, 'evaluation_interval');
  return {
    ...(interval !== undefined && { evaluationInterval: text(interval) }),
    variables: list(spec.variables).map(variable),
    alerts: list(spec.prometheusAlerts).map(alert),
    automations: list(spec.rules).map(automation),
  };
}

function variable(entry: ConfigValue): VariableModel {
  const refs = list(at(entry, 'variableRefs')).map(text);
  return {
    key: text(at(entry, 'key')),
    type: (text(at(entry, 'type')) || 'computed') as VariableModel['type'],
    dataType: text(at(entry, 'dataType')) as VariableModel['dataType'],
    ...(refs.length > 0 && { variableRefs: refs }),
    exports: list(at(entry, 'serializeAs')).map(exported),
  };
}

/** Of several delimiters, the last one joins. */
function exported(entry: ConfigValue): ExportModel {
  const delimiters = list(at(entry, 'transformers')).flatMap((one) => at(one, 'join', 'delimiter') ?? []);
  const join = delimiters[delimiters.length - 1];
  return { name: text(at(entry, 'name')), ...(join !== undefined && { join: text(join) }) };
}

function alert(entry: ConfigValue): HubAlertModel {
  const held = at(entry, 'for');
  const kept = at(entry, 'keep_firing_for');
  return {
    name: text(at(entry, 'name')),
    expr: text(at(entry, 'expr')),
    ...(held !== undefined && { for: text(held) }),
    ...(kept !== undefined && { keepFiringFor: text(kept) }),
    severity: text(at(entry, 'severity')),
  };
}

function automation(rule: ConfigValue): AutomationModel {
  return { name: text(at(rule, 'name')), when: trigger(map(at(rule, 'when'))), do: list(at(rule, 'then')).map(action) };
}

function trigger({ variableUpdated, updateType, alertName, status }: ConfigMap): TriggerModel {
  if (variableUpdated !== undefined) {
    return { variable: text(variableUpdated), ...(text(updateType) !== '' && { update: text(updateType) }) };
  }
  return { alert: text(alertName), ...(text(status) !== '' && { status: text(status) }) };
}
