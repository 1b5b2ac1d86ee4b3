import { at, type ConfigMap, type ConfigValue } from '../model/config';
import type { DalModel } from '../model/dal';
import type { HubMonitorModel, LogStreamsModel } from '../model/hub-monitor';
import type { IngressModel, IngressServiceModel } from '../model/ingress';
import type { MeasureModel, ObserverModel, ResourcesModel } from '../model/observer';
import type { Toleration } from '../model/toleration';
import { list, map, text, texts } from './values';

type Spec<T> = Omit<T, 'path' | 'name' | 'namespace'>;

/** The specification of an `MdaiObserver`. */
export function observerSpec(spec: ConfigMap): Spec<ObserverModel> {
  const { image, replicas, resources, grpcReceiverMaxMsgSize, ownLogsOtlpEndpoint, tolerations } = map(
    spec.observerResource,
  );
  return {
    ...(image !== undefined && { image: text(image) }),
    ...(typeof replicas === 'number' && { replicas }),
    ...(resources !== undefined && { resources: map(resources) as ResourcesModel }),
    ...(typeof grpcReceiverMaxMsgSize === 'number' && { grpcReceiverMaxMsgSize }),
    ...(ownLogsOtlpEndpoint !== undefined && { ownLogsOtlpEndpoint: text(ownLogsOtlpEndpoint) }),
    ...(tolerations !== undefined && { tolerations: tolerationsIn(tolerations) }),
    measures: list(spec.observers).map(measure),
  };
}

function measure(entry: ConfigValue): MeasureModel {
  const { countMetricName, bytesMetricName } = map(entry);
  const mode = at(entry, 'filter', 'error_mode');
  return {
    name: text(at(entry, 'name')),
    by: list(at(entry, 'labelResourceAttributes')).map(text),
    ...(countMetricName !== undefined && { countMetric: text(countMetricName) }),
    ...(bytesMetricName !== undefined && { bytesMetric: text(bytesMetricName) }),
    ...(mode !== undefined && { errorMode: text(mode) }),
    dropLogs: list(at(entry, 'filter', 'logs', 'log_record')).map(text),
  };
}

function tolerationsIn(value: ConfigValue): readonly Toleration[] {
  return list(value).map((one) => map(one) as Toleration);
}

/** The specification of an `MdaiCollector`. */
export function monitorSpec(spec: ConfigMap): Spec<HubMonitorModel> {
  const { image, replicas, tolerations, logs } = spec;
  const secret = at(spec, 'aws', 'awsAccessKeySecret');
  const { otlp, s3 } = map(logs);
  return {
    ...(image !== undefined && { image: text(image) }),
    ...(typeof replicas === 'number' && { replicas }),
    ...(tolerations !== undefined && { tolerations: tolerationsIn(tolerations) }),
    ...(secret !== undefined && { awsAccessKeySecret: text(secret) }),
    ...(logs !== undefined && {
      logs: {
        ...(otlp !== undefined && { otlp: { endpoint: text(at(otlp, 'endpoint')), ...streams(otlp) } }),
        ...(s3 !== undefined && {
          s3: { region: text(at(s3, 's3Region')), bucket: text(at(s3, 's3Bucket')), ...streams(s3) },
        }),
      },
    }),
  };
}

function streams(logs: ConfigValue): LogStreamsModel {
  const names = ['auditLogs', 'collectorLogs', 'hubLogs', 'otherLogs'] as const;
  return Object.fromEntries(
    names.flatMap((name) => (at(logs, name) === undefined ? [] : [[name, map(at(logs, name))]])),
  );
}

/** The specification of an `MdaiIngress`. */
export function ingressSpec(spec: ConfigMap): Spec<IngressModel> {
  const { annotations, ingressClassName, grpcService, nonGrpcService } = spec;
  return {
    collector: text(at(spec, 'otelCollector', 'name')),
    cloudType: 'aws',
    ...(annotations !== undefined && { annotations: texts(annotations) }),
    ...(ingressClassName !== undefined && { ingressClassName: text(ingressClassName) }),
    ...(grpcService !== undefined && { grpcService: service(grpcService, 'NodePort') }),
    ...(nonGrpcService !== undefined && { nonGrpcService: service(nonGrpcService, 'LoadBalancer') }),
    hosts: texts(spec.collectorEndpoints ?? {}),
  };
}

function service(value: ConfigValue, usual: IngressServiceModel['type']): IngressServiceModel {
  const { type, annotations } = map(value);
  return {
    type: (text(type) || usual) as IngressServiceModel['type'],
    ...(annotations !== undefined && { annotations: texts(annotations) }),
  };
}

/** The specification of an `MdaiDal`. */
export function dalSpec(spec: ConfigMap): Spec<DalModel> {
  const { granularity, usePayloadTs, marshaler, imageSpec } = spec;
  const prefix = at(spec, 's3', 'prefix');
  const credentials = at(spec, 'aws', 'credentials');
  return {
    granularity: text(granularity) as DalModel['granularity'],
    ...(typeof usePayloadTs === 'boolean' && { usePayloadTs }),
    ...(marshaler !== undefined && { marshaler: text(marshaler) }),
    bucket: text(at(spec, 's3', 'bucket')),
    ...(prefix !== undefined && { prefix: text(prefix) }),
    region: text(at(spec, 'aws', 'region')),
    ...(credentials !== undefined && { credentials: texts(credentials) }),
    ...(imageSpec !== undefined && { image: texts(imageSpec) }),
  };
}
