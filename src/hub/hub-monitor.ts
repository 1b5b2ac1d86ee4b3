import type { Construct } from 'constructs';
import { MdaiCollector, type MdaiCollectorProps } from './mdai-collector';

/** What a hub monitor is given. */
export interface HubMonitorProps extends Omit<MdaiCollectorProps, 'name'> {
  /** Other parts of MDAI look for it under its usual name. @default 'hub-monitor' */
  readonly name?: string;
}

/** The `MdaiCollector` of an MDAI cluster, under the name where its other parts look for it. */
export class HubMonitor extends MdaiCollector {
  constructor(scope: Construct, id: string, props: HubMonitorProps = {}) {
    super(scope, id, { ...props, name: props.name ?? 'hub-monitor' });
  }
}
