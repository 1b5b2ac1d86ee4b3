import { type ConnectorKind, tell } from '../setup';
import { eachOrigin } from '../walk';

/** Passes everything on to all pipelines that receive from it. */
export const forward: ConnectorKind = {
  mutates: false,
  make: (setup, outputs) => (batch, call) => {
    if (call.sink.visit) eachOrigin(batch, (origin) => tell(setup, call, origin, { event: 'forwarded' }));
    outputs.all.consume(batch, call);
  },
};
