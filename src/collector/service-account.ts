import type { ServiceAccountModel } from '../model/collector';
import { MdaiError } from '../model/issue';

/** What a collector's own service account is given. */
export interface ServiceAccountProps {
  /** @default `<collector>-collector` */
  readonly name?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Who the pods are to a cloud. */
  readonly identity?: WorkloadIdentity;
}

/** An identity that a cloud gives to the pods of a service account, so that no key has to be kept. */
export type WorkloadIdentity =
  /** An IAM role for service accounts (EKS), by its ARN. */
  | { readonly aws: string }
  /** A Google service account, by its e-mail address (GKE). */
  | { readonly google: string }
  /** A managed identity or an application, by its client id (AKS); `tenant` where it is not the cluster's. */
  | { readonly azure: string; readonly tenant?: string };

/** The service account of a collector's pods. */
export function serviceAccountModel(
  collector: string,
  given: string | ServiceAccountProps | undefined,
): ServiceAccountModel {
  if (typeof given === 'string') return { name: given, create: false, annotations: {}, podLabels: {} };
  const identity = given?.identity ? identityOf(given.identity) : none;
  return {
    name: given?.name ?? `${collector}-collector`,
    create: true,
    annotations: { ...identity.annotations, ...given?.annotations },
    podLabels: identity.podLabels,
  };
}

type Identity = Pick<ServiceAccountModel, 'annotations' | 'podLabels'>;

const none: Identity = { annotations: {}, podLabels: {} };

const roleArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;

function identityOf(identity: WorkloadIdentity): Identity {
  if ('aws' in identity) {
    if (!roleArn.test(identity.aws)) {
      throw new MdaiError(
        `"${identity.aws}" is no ARN of an IAM role. Write it as arn:aws:iam::123456789012:role/collector.`,
      );
    }
    return { ...none, annotations: { 'eks.amazonaws.com/role-arn': identity.aws } };
  }
  if ('google' in identity) {
    if (!identity.google.endsWith('.iam.gserviceaccount.com')) {
      throw new MdaiError(
        `"${identity.google}" is no Google service account. Write it as name@project.iam.gserviceaccount.com.`,
      );
    }
    return { ...none, annotations: { 'iam.gke.io/gcp-service-account': identity.google } };
  }
  return {
    annotations: {
      'azure.workload.identity/client-id': identity.azure,
      ...(identity.tenant !== undefined && { 'azure.workload.identity/tenant-id': identity.tenant }),
    },
    podLabels: { 'azure.workload.identity/use': 'true' },
  };
}
