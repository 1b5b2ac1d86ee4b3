import { type CollectorView, gateIsOn, kinds } from '../view/view';
import { error, perCollector, placedAt } from './rule';

const noPipelinesGate = 'service.AllowNoPipelines';

/** What every configuration has to have (otelcol/config.go, service/pipelines/config.go). A feature gate lifts most of it. */
export const requiredSections = perCollector(function* (view) {
  const { path, sections } = view;
  if (kinds.every((kind) => isEmpty(view, kind))) {
    const fix = 'Define a receiver and an exporter.';
    yield placedAt(error('config-empty', path, 'the configuration has no components.', fix), []);
    return;
  }
  if (gateIsOn(view.collector, noPipelinesGate)) return;
  if (isEmpty(view, 'receiver')) {
    const message = 'the configuration has no receivers; connectors do not count.';
    yield error('receivers-missing', sections.receiver.path, message, 'Define a receiver.');
  }
  if (isEmpty(view, 'exporter')) {
    const message = 'the configuration has no exporters; connectors do not count.';
    yield error('exporters-missing', sections.exporter.path, message, 'Define an exporter.');
  }
  if (view.pipelinesRead && view.pipelines.length === 0) {
    const fix = 'Add one: pipelines: { logs: { receivers: […], exporters: […] } }.';
    yield error('pipelines-missing', `${path}/service/pipelines`, 'the configuration has no pipelines.', fix);
  }
});

function isEmpty(view: CollectorView, kind: (typeof kinds)[number]): boolean {
  return view.sections[kind].known && view.sections[kind].length === 0;
}
