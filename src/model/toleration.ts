/** A taint of nodes that a pod bears with, in Kubernetes' own fields. */
export interface Toleration {
  readonly key?: string;
  /** @default 'Equal' */
  readonly operator?: 'Exists' | 'Equal';
  readonly value?: string;
  /** @default every effect */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /** How long a pod stays on a node whose taint is `NoExecute`. @default for good */
  readonly tolerationSeconds?: number;
}
