import type { ConfigValue } from '../../model/config';
import type { MadeMetric } from '../made';
import type { Makes } from './connector';

/** The attribute that says which signal was counted. */
export const volumeSignal = 'data_type';

/** Items and bytes by attributes (datavolume, of MDAI's own builds). */
export const volumes: Makes = ({ config }) => {
  const { label_resource_attributes: by, count_metric_name: count, bytes_metric_name: bytes, logs } = config;
  const attributes = [...(Array.isArray(by) ? by.filter(isText) : []), volumeSignal];
  // Counts of logs may be told apart by severity, too.
  const open = logs != null;
  return [count, bytes]
    .filter(isText)
    .filter((name) => name !== '')
    .map((name): MadeMetric => ({ name, kind: 'counter', unit: '', attributes, open }));
};

function isText(value: ConfigValue | undefined): value is string {
  return typeof value === 'string';
}
