import type { Construct } from 'constructs';
import type { PrometheusModel } from '../model/prometheus';
import type { ModelDraft } from '../registry';
import { PrometheusBase } from './base';
import { commonModel } from './common-model';
import type { PrometheusAgentProps } from './props';
import { remoteWriteModel } from './remote-write';

/** A Prometheus that only reads, and passes on what it read: without rules, and nobody can ask it. */
export class PrometheusAgent extends PrometheusBase {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PrometheusAgentProps,
  ) {
    super(scope, id, { ...props, mode: 'agent', managed: true });
  }

  /** @internal */
  protected override model(draft: ModelDraft): PrometheusModel {
    return {
      ...commonModel(this, this.props),
      mode: 'agent',
      managed: true,
      selectorLabels: {},
      // An agent has no rules.
      evaluationInterval: '30s',
      remoteWrite: this.props.remoteWrite.map(remoteWriteModel),
      scrapes: this.scrapes(draft),
      groups: [],
    };
  }
}
