import { readModel } from '../../src/convert/read';
import type { ConfigMap } from '../../src/model/config';
import type { Model } from '../../src/model/model';
import { renderDal } from '../../src/render/operator/dal';
import { renderHub } from '../../src/render/operator/hub';
import { renderHubMonitor } from '../../src/render/operator/hub-monitor';
import { renderIngress } from '../../src/render/operator/ingress';
import { renderObserver } from '../../src/render/operator/observer';
import { renderReplay } from '../../src/render/operator/replay';
import { everyObject } from './every';

const rendered: Readonly<Record<string, (model: Model) => readonly { readonly spec: unknown }[]>> = {
  MdaiCollector: ({ hubMonitors }) => hubMonitors.map(renderHubMonitor),
  MdaiDal: ({ dals }) => dals.map(renderDal),
  MdaiHub: ({ hubs }) => hubs.map(renderHub),
  MdaiIngress: ({ ingresses }) => ingresses.map(renderIngress),
  MdaiObserver: ({ observers }) => observers.map(renderObserver),
  MdaiReplay: ({ replays }) => replays.map(renderReplay),
};

test.each(everyObject.map((object) => [object.kind, object.metadata.name, object] as const))(
  'what the %s %s says is the same when it is read and written again',
  (kind, _, object) => {
    const model = readModel([{ path: 'hub.yaml', content: object as ConfigMap }]);
    const specs = rendered[kind]?.(model).map(({ spec }) => JSON.parse(JSON.stringify(spec)));
    expect(specs).toEqual([object.spec]);
  },
);
