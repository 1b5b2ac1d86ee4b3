import type { MdaiObserverSpec } from '../../../imports/hub.mydecisive.ai';
import type { MeasureModel, ObserverModel, ResourcesModel } from '../../model/observer';
import type { ObjectMeta } from '../object';
import { observerHeader } from './headers';

export interface RenderedObserver {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec: MdaiObserverSpec;
}

// The image that MDAI operator 0.2.12 would default to.
const image = 'public.ecr.aws/decisiveai/observer-collector:0.1.6';

const resources: ResourcesModel = {
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu: '500m', memory: '256Mi' },
};

/** An observer as the MDAI operator's custom resource. */
export function renderObserver(model: ObserverModel): RenderedObserver {
  const { name, namespace } = model;
  return {
    ...observerHeader,
    metadata: { name, namespace },
    spec: { observers: model.measures.map(measure), observerResource: resourceOf(model) },
  };
}

function resourceOf(model: ObserverModel): MdaiObserverSpec['observerResource'] {
  const { grpcReceiverMaxMsgSize, ownLogsOtlpEndpoint, tolerations } = model;
  return {
    image: model.image ?? image,
    replicas: model.replicas ?? 1,
    resources: (model.resources ?? resources) as NonNullable<MdaiObserverSpec['observerResource']>['resources'],
    ...(grpcReceiverMaxMsgSize !== undefined && { grpcReceiverMaxMsgSize }),
    ...(ownLogsOtlpEndpoint !== undefined && { ownLogsOtlpEndpoint }),
    ...(tolerations && { tolerations }),
  };
}

function measure(model: MeasureModel): NonNullable<MdaiObserverSpec['observers']>[number] {
  return {
    name: model.name,
    labelResourceAttributes: [...model.by],
    ...(model.countMetric !== undefined && { countMetricName: model.countMetric }),
    ...(model.bytesMetric !== undefined && { bytesMetricName: model.bytesMetric }),
    ...(model.dropLogs.length > 0 && {
      filter: { error_mode: model.errorMode ?? 'ignore', logs: { log_record: [...model.dropLogs] } },
    }),
  };
}
