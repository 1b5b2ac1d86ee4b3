import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { ReplayedSignal } from '../model/replay';
import { Registry } from '../registry';
import { replayHeader } from '../render/operator/headers';
import { renderReplay } from '../render/operator/replay';
import { type ReplayOptions, replaySpec } from './replay-options';
import type { HubVariable } from './variable-state';

/** What a replay is given. */
export interface MdaiReplayProps extends ReplayOptions {
  /**
   * The name of the Kubernetes object.
   * @default the construct's id
   */
  readonly name?: string;
  /** @default the chart's namespace */
  readonly namespace?: string;
  /** The first moment: a `Date`, or text in RFC 3339, as `YYYY-MM-DD HH:MM` or as `YYYY-MM-DD`. */
  readonly startTime: string | Date;
  /** The last moment, in the same forms. */
  readonly endTime: string | Date;
  readonly telemetryType: ReplayedSignal;
  /** The variable of a hub that hears what became of it. */
  readonly status: HubVariable<'string'>;
}

/** An `MdaiReplay`: telemetry of the past, read from S3 and sent again, once. */
export class MdaiReplay extends Construct {
  /** The name of the Kubernetes object. */
  readonly name: string;
  /** Its namespace; `undefined` where its chart has none. */
  readonly namespace: string | undefined;

  constructor(scope: Construct, id: string, props: MdaiReplayProps) {
    super(scope, id);
    this.name = props.name ?? id;
    this.namespace = props.namespace ?? Chart.of(this).namespace;
    const registry = Registry.of(this);
    const spec = replaySpec(props, props.status);
    new ApiObject(this, 'Default', {
      ...replayHeader,
      metadata: { name: this.name, namespace: this.namespace },
      spec: Lazy.any({ produce: () => renderReplay(registry.modelOf('replays', this)).spec }),
    });
    registry.add(this, {
      contribute: (draft) => {
        draft.replays.push({
          path: this.node.path,
          name: this.name,
          namespace: this.namespace,
          hubName: props.status.owner.hubName,
          startTime: timeText(props.startTime),
          endTime: timeText(props.endTime),
          telemetryType: props.telemetryType,
          ...spec,
        });
      },
    });
  }
}

function timeText(time: string | Date): string {
  return typeof time === 'string' ? time : time.toISOString();
}
