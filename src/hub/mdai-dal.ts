import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Exporter } from '../catalog/component';
import type { DalModel } from '../model/dal';
import { Registry } from '../registry';
import { renderDal } from '../render/operator/dal';
import { dalHeader } from '../render/operator/headers';

/** What a data access layer is given. */
export interface MdaiDalProps {
  /**
   * The name of the Kubernetes object.
   * @default the construct's id
   */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /** How long the time is that one folder holds. */
  readonly granularity: DalModel['granularity'];
  /**
   * Whether the folder follows from the earliest time in the telemetry, and not from when it arrived.
   * @default false
   */
  readonly usePayloadTs?: boolean;
  /** The form of what is written. @default 'json' */
  readonly marshaler?: string;
  /** The bucket, and what the names of all its objects begin with. */
  readonly s3: { readonly bucket: string; readonly prefix?: string };
  readonly aws: {
    readonly region: string;
    /** The Secret with the credentials, and its keys. @default those of the Secret `aws-credentials` */
    readonly credentials?: NonNullable<DalModel['credentials']>;
  };
  /** The image that does it. @default the MDAI operator's choice */
  readonly imageSpec?: NonNullable<DalModel['image']>;
}

/** An `MdaiDal`: the data access layer, which takes OTLP and writes it to S3. */
export class MdaiDal extends Construct {
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;

  constructor(scope: Construct, id: string, props: MdaiDalProps) {
    super(scope, id);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    const registry = Registry.of(this);
    const { granularity, usePayloadTs, marshaler, s3, aws, imageSpec } = props;
    new ApiObject(this, 'Default', {
      ...dalHeader,
      metadata: { name: this.name, namespace: this.namespace },
      spec: Lazy.any({ produce: () => renderDal(registry.modelOf('dals', this)).spec }),
    });
    registry.add(this, {
      contribute: (draft) => {
        draft.dals.push({
          path: this.node.path,
          name: this.name,
          namespace: this.namespace,
          granularity,
          ...(usePayloadTs !== undefined && { usePayloadTs }),
          ...(marshaler !== undefined && { marshaler }),
          bucket: s3.bucket,
          ...(s3.prefix !== undefined && { prefix: s3.prefix }),
          region: aws.region,
          // The operator's defaults of the credentials hold only where the section is there.
          credentials: aws.credentials ?? {},
          ...(imageSpec && { image: imageSpec }),
        });
      },
    });
  }

  /**
   * This data access layer as a target for pipelines of collectors in the same Kubernetes cluster.
   *
   * @param name what comes behind the slash of the exporter's id. Default: the name of the data access layer.
   */
  inlet(name: string = this.name): Exporter<'logs' | 'metrics' | 'traces'> {
    const domain = this.namespace === undefined ? '' : `.${this.namespace}.svc.cluster.local`;
    return new Exporter('exporter', 'otlp_grpc', name, {
      endpoint: `${this.name}${domain}:4317`,
      tls: { insecure: true },
    });
  }
}
