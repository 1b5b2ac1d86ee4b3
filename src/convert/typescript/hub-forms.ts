import { at, type ConfigMap } from '../../model/config';
import type { HubModel, VariableModel } from '../../model/hub';
import { hubSpec } from '../hub';
import { map } from '../values';
import { array, blankLine, type Code, call, method, object, plain, type Statement, standingFor, string } from './code';
import { labelsIn } from './event-text';
import type { Form, ImportedObject, Made, Place } from './form';
import { actionCode, type HubHandles } from './hub-actions';
import { dal, ingress, monitor, observer, replay } from './mdai-forms';
import { Unfit } from './unfit';

/** A hub with its variables, alerts and automations. @throws Unfit */
function hub({ id, content }: ImportedObject, place: Place): Made {
  const name = String(at(content, 'metadata', 'name'));
  const variable = place.names.claim(name, `${name}_hub`);
  const spec = hubSpec(map(content.spec));
  const writer = new HubWriter(spec, map(content.spec), variable, place);
  const isSaid = spec.variables.length === 0 || at(content, 'spec', 'variables', 0, 'storageType') !== undefined;
  const { evaluationInterval } = spec;
  const props = object([
    ['name', name === id ? undefined : string(name)],
    ['namespace', namespaceProp(content, place)],
    ['verbatim', isSaid ? undefined : plain('true')],
    ['evaluationInterval', evaluationInterval === undefined ? undefined : string(evaluationInterval)],
  ]);
  const args = props.kind === 'object' && props.entries.length > 0 ? [props] : [];
  return {
    before: [],
    variable,
    value: call('new MdaiHub', plain(place.chart), string(id), ...args),
    proposals: [],
    after: writer.statements(),
    hub: { exports: writer.exports, lists: writer.lists, variables: writer.variables },
  };
}

export function namespaceProp(content: ImportedObject['content'], { namespace }: Place): Code | undefined {
  const own = at(content, 'metadata', 'namespace');
  return typeof own === 'string' && own !== namespace ? string(own) : undefined;
}

class HubWriter implements HubHandles {
  readonly exports = new Map<string, Code>();
  readonly lists = new Map<string, Code>();
  readonly variables = new Map<string, Code>();
  private readonly alerts = new Map<string, Code>();
  private readonly types = new Map<string, VariableModel['dataType']>();

  constructor(
    private readonly model: Pick<HubModel, 'variables' | 'alerts' | 'automations'>,
    /** The same, as it was read. */
    private readonly spec: ConfigMap,
    private readonly name: string,
    private readonly place: Place,
  ) {}

  statements(): readonly Statement[] {
    const variables = ordered(this.model.variables).flatMap((one) =>
      this.variableStatements(one, this.model.variables.indexOf(one)),
    );
    const alerts = this.model.alerts.map((one, i) => this.alert(one, i));
    const automations = this.model.automations.map((one, i) => this.automation(one, i));
    return [variables, alerts, automations].flatMap((part) => (part.length === 0 ? [] : [...part, blankLine]));
  }

  variable(key: string): Code {
    const found = this.variables.get(key);
    if (!found) throw new Unfit(`the variable ${key} is not defined`);
    return found;
  }

  typeOf(key: string): VariableModel['dataType'] | undefined {
    return this.types.get(key);
  }

  alertNamed(name: string): Code {
    const found = this.alerts.get(name);
    if (!found) throw new Unfit(`the alert ${name} is not defined`);
    return found;
  }

  private variableStatements(
    { key, type, dataType, variableRefs = [], exports }: VariableModel,
    index: number,
  ): Statement[] {
    const isList = dataType === 'set' || dataType === 'metaPriorityList';
    // The name under which conditions read it; what else it is exported as stands behind it, in the order of the names.
    const [main] = exports;
    const isMain = main !== undefined && (isList ? main.join === '|' : main.join === undefined);
    const props = object([
      ['type', type === 'manual' ? string('manual') : undefined],
      ['env', isMain ? string(main.name) : undefined],
    ]);
    const args = props.kind === 'object' && props.entries.length > 0 ? [props] : [];
    const name = this.place.names.claim(key, `${key}_variable`);
    const of = variableRefs.map((ref) => this.variable(ref));
    const made = method(
      plain(this.name),
      methodOf(dataType),
      string(key),
      ...(type === 'meta' ? [array(of)] : []),
      ...args,
    );
    this.variables.set(key, plain(name));
    this.types.set(key, dataType);
    if (isMain) (isList ? this.lists : this.exports).set(main.name, plain(name));
    const others = exports.slice(isMain ? 1 : 0).map((one): Statement => {
      const joined = isList ? [object([['join', string(one.join ?? '')]])] : [];
      const exported = this.place.names.claim(one.name, `${one.name}_export`);
      this.exports.set(one.name, plain(exported));
      return { kind: 'const', name: exported, value: method(plain(name), 'export', string(one.name), ...joined) };
    });
    return [{ kind: 'const', name, value: standingFor(made, this.spec, 'variables', index) }, ...others];
  }

  private alert(
    { name, expr, severity, for: held, keepFiringFor }: HubModel['alerts'][number],
    index: number,
  ): Statement {
    const used = this.model.automations.filter(({ when }) => 'alert' in when && when.alert === name);
    const labels = [...new Set(used.flatMap(({ do: actions }) => actions.flatMap((action) => labelsIn(action))))];
    const variable = this.place.names.claim(name, `${name}_alert`);
    this.alerts.set(name, plain(variable));
    const props = object([
      ['expr', string(expr)],
      ['labels', labels.length === 0 ? undefined : array(labels.map(string))],
      ['severity', string(severity)],
      ['for', held === undefined ? undefined : string(held)],
      ['keepFiringFor', keepFiringFor === undefined ? undefined : string(keepFiringFor)],
    ]);
    if (severity !== 'warning' && severity !== 'critical')
      throw new Unfit(`the alert ${name} has the severity ${severity}`);
    const value = method(plain(this.name), 'alert', string(name), props);
    return { kind: 'const', name: variable, value: standingFor(value, this.spec, 'prometheusAlerts', index) };
  }

  private automation({ name, when, do: actions }: HubModel['automations'][number], index: number): Statement {
    const handle = 'alert' in when ? this.alertNamed(when.alert) : this.variable(when.variable);
    const starter = 'alert' in when ? { alert: handle } : { variable: handle };
    const does = array(actions.map((action) => actionCode(action, this, starter)));
    const value = method(
      plain(this.name),
      'automation',
      string(name),
      object([
        [
          'when',
          'alert' in when ? method(handle, alertMethod(when.status)) : this.updated(handle, when.variable, when.update),
        ],
        ['do', standingFor(does, this.spec, 'rules', index, 'then')],
      ]),
    );
    return { kind: 'run', value: standingFor(value, this.spec, 'rules', index) };
  }

  private updated(variable: Code, key: string, update: string | undefined): Code {
    const type = this.typeOf(key);
    if (type === 'set' || type === 'map') {
      return method(variable, 'updated', ...(update === undefined ? [] : [object([['update', string(update)]])]));
    }
    if (update !== undefined && update !== 'set')
      throw new Unfit(`an automation starts from the update ${update} of ${key}`);
    return method(variable, 'updated');
  }
}

function alertMethod(status: string | undefined): string {
  if (status === undefined) return 'changed';
  if (status !== 'firing' && status !== 'resolved') throw new Unfit(`an automation starts from the status ${status}`);
  return status;
}

function methodOf(dataType: VariableModel['dataType']): string {
  const methods: Readonly<Record<VariableModel['dataType'], string>> = {
    string: 'string',
    int: 'int',
    boolean: 'boolean',
    set: 'set',
    map: 'map',
    metaPriorityList: 'priorityList',
    metaHashSet: 'hashSet',
  };
  if (!Object.hasOwn(methods, dataType)) throw new Unfit(`a variable has the type ${dataType}`);
  return methods[dataType];
}

/** Variables in their order, where each stands behind those that it is made of. */
function ordered(variables: readonly VariableModel[]): readonly VariableModel[] {
  variables.forEach((variable, i) => {
    for (const ref of variable.variableRefs ?? []) {
      if (!variables.slice(0, i).some(({ key }) => key === ref))
        throw new Unfit(`the variable ${ref} stands behind what is made of it`);
    }
  });
  return variables;
}

/** The kinds of the MDAI operator as constructs. */
export const hubForms: Readonly<Record<string, Form>> = {
  MdaiHub: hub,
  MdaiObserver: observer,
  MdaiCollector: monitor,
  MdaiReplay: replay,
  MdaiDal: dal,
  MdaiIngress: ingress,
};
