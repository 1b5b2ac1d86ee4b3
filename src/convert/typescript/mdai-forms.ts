import { at, type ConfigMap } from '../../model/config';
import { dalSpec, ingressSpec, monitorSpec, observerSpec } from '../mdai';
import { replaySpec } from '../replay';
import { map } from '../values';
import { array, blankLine, type Code, call, method, object, plain, standingFor, string, unlessEmpty } from './code';
import { collectorKey, type ImportedObject, type Made, type Place } from './form';
import { replayEntries } from './hub-actions';
import { Unfit } from './unfit';
import { literal } from './value';

type Entries = readonly (readonly [string, Code | undefined])[];

/** A construct of the MDAI operator's, with what all of them are given. */
function construct(
  type: string,
  { id, content }: ImportedObject,
  place: Place,
  entries: Entries,
): Omit<Made, 'before' | 'after'> {
  const [name, namespace] = [at(content, 'metadata', 'name'), at(content, 'metadata', 'namespace')];
  const props = object([
    ['name', name === id ? undefined : string(String(name))],
    ['namespace', typeof namespace === 'string' && namespace !== place.namespace ? string(namespace) : undefined],
    ...entries,
  ]);
  const value = call(`new ${type}`, plain(place.chart), string(id), ...unlessEmpty(props));
  return { value, proposals: [String(name), `${name}_${type}`] };
}

function spec({ content }: ImportedObject): ConfigMap {
  return map(content.spec);
}

/** A value, if there is one. */
function given(value: Parameters<typeof literal>[0] | undefined): Code | undefined {
  return value === undefined ? undefined : literal(value);
}

function entries(fields: ConfigMap): Entries {
  return Object.entries(fields).map(([key, value]) => [key, literal(value)] as const);
}

/** An observer with its measures. */
export function observer(imported: ImportedObject, place: Place): Made {
  const { image, replicas, resources, grpcReceiverMaxMsgSize, ownLogsOtlpEndpoint, tolerations, measures } =
    observerSpec(spec(imported));
  const made = construct('MdaiObserver', imported, place, [
    ['image', given(image)],
    ['replicas', replicas === 1 ? undefined : given(replicas)],
    ['resources', given(resources as ConfigMap | undefined)],
    [
      'grpcReceiverMaxMsgSize',
      grpcReceiverMaxMsgSize === undefined ? undefined : call('Size.mebibytes', plain(String(grpcReceiverMaxMsgSize))),
    ],
    ['ownLogsOtlpEndpoint', given(ownLogsOtlpEndpoint)],
    ['tolerations', given(tolerations as never)],
  ]);
  const variable = place.names.claim(...made.proposals);
  const several = measures.length > 1;
  const after = measures.map(({ name, by, countMetric, bytesMetric, errorMode, dropLogs }, i) => {
    const [first, ...rest] = dropLogs;
    // With several measures, the construct tells them apart by itself.
    const dropped = several && first === `resource.attributes["mdai.measure"] != "${name}"` ? rest : dropLogs;
    const props = object([
      ['by', literal(by)],
      ['countMetric', countMetric === undefined ? plain('false') : string(countMetric)],
      ['bytesMetric', bytesMetric === undefined ? plain('false') : string(bytesMetric)],
      ['drop', dropped.length === 0 ? undefined : literal(dropped)],
      ['errorMode', errorMode === undefined || errorMode === 'ignore' ? undefined : string(errorMode)],
    ]);
    const value = method(plain(variable), 'measure', string(name), props);
    return { kind: 'run', value: standingFor(value, spec(imported), 'observers', i) } as const;
  });
  if (measures.some(({ by }) => by.length === 0)) throw new Unfit('a measure counts by nothing');
  return { ...made, variable, before: [], after: [...after, blankLine], scraped: plain(variable) };
}

/** A collector of the hub's own logs. */
export function monitor(imported: ImportedObject, place: Place): Made {
  const { image, replicas, tolerations, awsAccessKeySecret, logs } = monitorSpec(spec(imported));
  const { otlp, s3 } = logs ?? {};
  const { region, bucket, ...streams } = { ...s3 };
  const made = construct('MdaiCollector', imported, place, [
    ['image', given(image)],
    ['replicas', given(replicas)],
    ['awsAccessKeySecret', given(awsAccessKeySecret)],
    [
      'logs',
      logs &&
        object([
          ['otlp', given(otlp as ConfigMap | undefined)],
          [
            's3',
            s3 && object([['s3Region', given(region)], ['s3Bucket', given(bucket)], ...entries(streams as ConfigMap)]),
          ],
        ]),
    ],
    ['tolerations', given(tolerations as never)],
  ]);
  const variable = place.names.claim(...made.proposals);
  return { ...made, variable, before: [], after: [], scraped: plain(variable) };
}

/** A data access layer. */
export function dal(imported: ImportedObject, place: Place): Made {
  const { granularity, usePayloadTs, marshaler, bucket, prefix, region, credentials, image } = dalSpec(spec(imported));
  const made = construct('MdaiDal', imported, place, [
    ['granularity', string(granularity)],
    ['usePayloadTs', given(usePayloadTs)],
    ['marshaler', given(marshaler)],
    [
      's3',
      object([
        ['bucket', string(bucket)],
        ['prefix', given(prefix)],
      ]),
    ],
    [
      'aws',
      object([
        ['region', string(region)],
        ['credentials', given(credentials as ConfigMap | undefined)],
      ]),
    ],
    ['imageSpec', given(image as ConfigMap | undefined)],
  ]);
  return { ...made, before: [], after: [] };
}

/** The load balancers of a collector in the same program. */
export function ingress(imported: ImportedObject, place: Place): Made {
  const { collector, annotations, ingressClassName, grpcService, nonGrpcService, hosts } = ingressSpec(spec(imported));
  const found = place.collectors.get(collectorKey(imported.content, collector));
  if (found === undefined) throw new Unfit('the collector of an ingress is not in the program');
  const named = Object.entries(hosts).map(([id, host]) => {
    const receiver = found.receivers.get(id)?.variable;
    if (receiver === undefined) throw new Unfit(`the receiver ${id} has no variable`);
    return object([
      ['receiver', receiver],
      ['host', string(host)],
    ]);
  });
  const name = at(imported.content, 'metadata', 'name');
  const props = object([
    ['name', name === imported.id ? undefined : string(String(name))],
    ['collector', found.variable],
    ['hosts', array(named)],
    ['annotations', given(annotations)],
    ['ingressClassName', given(ingressClassName)],
    ['grpcService', given(grpcService as ConfigMap | undefined)],
    ['nonGrpcService', given(nonGrpcService as ConfigMap | undefined)],
  ]);
  const value = call('new MdaiIngress', plain(place.chart), string(imported.id), props);
  return { value, proposals: [`${name}_ingress`, String(name)], before: [], after: [] };
}

/** A replay, whose status a variable of a hub in the same program hears. */
export function replay(imported: ImportedObject, place: Place): Made {
  const read = replaySpec(spec(imported));
  const { hubName = '', startTime, endTime, telemetryType, statusVariable } = read;
  const status = place.hubs.get(hubName)?.variables.get(statusVariable);
  if (status === undefined || startTime === undefined || endTime === undefined || telemetryType === undefined) {
    throw new Unfit('the hub of a replay is not in the program');
  }
  const made = construct('MdaiReplay', imported, place, [
    ['startTime', string(startTime)],
    ['endTime', string(endTime)],
    ['telemetryType', string(telemetryType)],
    ...replayEntries(read, status),
  ]);
  return { ...made, before: [], after: [] };
}
