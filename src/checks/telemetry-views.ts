import { at } from '../model/config';
import { isReference } from '../model/reference';
import { metricsLevel } from '../view/telemetry-level';
import { error, perCollector } from './rule';

/** Views of the collector's own metrics need the level `detailed` (otelconftelemetry/config.go). */
export const telemetryViews = perCollector(function* ({ path, service }) {
  const metrics = at(service, 'telemetry', 'metrics');
  const views = at(metrics, 'views');
  const level = metricsLevel(metrics);
  if (views == null || isReference(views) || level === undefined || level === 'detailed') return;
  const message = `views need the level "detailed", and it is "${level}".`;
  const here = `${path}/service/telemetry/metrics/views`;
  yield error('telemetry-views', here, message, 'Set "level: detailed", or remove the views.');
});
