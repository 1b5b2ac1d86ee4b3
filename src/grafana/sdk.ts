import type * as common from '@grafana/grafana-foundation-sdk/common';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as text from '@grafana/grafana-foundation-sdk/text';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

/** The builders of Grafana's own SDK, loaded when they are first asked for. */
export function sdk() {
  return {
    common: require('@grafana/grafana-foundation-sdk/common') as typeof common,
    dashboard: require('@grafana/grafana-foundation-sdk/dashboard') as typeof dashboard,
    prometheus: require('@grafana/grafana-foundation-sdk/prometheus') as typeof prometheus,
    stat: require('@grafana/grafana-foundation-sdk/stat') as typeof stat,
    text: require('@grafana/grafana-foundation-sdk/text') as typeof text,
    timeseries: require('@grafana/grafana-foundation-sdk/timeseries') as typeof timeseries,
  };
}
