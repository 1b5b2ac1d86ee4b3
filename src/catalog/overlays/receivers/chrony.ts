import type { Overlay } from '../../overlay';
import { fields, notEmpty, positiveDuration } from '../parts';

export const overlay: Overlay = {
  schema: fields({
    // `udp://host:323`, or the path of the socket behind `unix://`.
    endpoint: { ...notEmpty, pattern: '^(?:udp://(?:\\[[^\\[\\]]+\\]|[^:\\[\\]]+):[^:\\[\\]]*|unix(?:gram)?://.*)$' },
    timeout: positiveDuration,
  }),
};
