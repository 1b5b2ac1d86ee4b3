import { isPortName, portNameOf } from '../needs/port-name';
import { portNameParts } from '../needs/ports';
import { sockets } from '../view/sockets';
import { error, perCollector } from './rule';

/**
 * Receivers and exporters whose id makes a name for their port that the operator's webhook refuses. It names a port after the
 * id; one that is too long gets another name, but one that is no name does not.
 */
export const operatorPortName = perCollector(function* (view) {
  if (view.collector.pod?.backend !== 'operator') return;
  for (const { binds, transport } of sockets(view)) {
    if (binds === undefined || binds.component.kind === 'extension') continue;
    const { id, kind, path } = binds.component;
    const name = portNameOf(portNameParts(binds, transport));
    if (name.length > maxLength || isPortName(name)) continue;
    const message = `the operator refuses the port of ${kind} "${id}": it would call it "${name}".`;
    yield error(
      'operator-port-name',
      path,
      message,
      'Give it a name of lower-case letters, digits, dashes and underscores.',
    );
  }
});

const maxLength = 15;
