// The limits of the processor of this name, for receivers.
export { overlay } from '../processors/memory-limiter';
