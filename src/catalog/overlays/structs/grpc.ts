import { fields, nonNegative, oneOf } from '../parts';
import type { StructOverlay } from '../structs';

/** Load balancers that gRPC registers in a collector with all contrib components. */
const balancers = [
  '',
  'round_robin',
  'pick_first',
  'grpclb',
  'least_request_experimental',
  'outlier_detection_experimental',
  'priority_experimental',
  'ring_hash_experimental',
  'rls_experimental',
  'weighted_round_robin',
  'weighted_target_experimental',
];

/** A buffer's size in bytes; before 0.159.0, sections that may be absent were not looked into. */
const size = { 'x-from': { '0.159.0': nonNegative } };

export const grpcStructs: readonly StructOverlay[] = [
  // configgrpc.ClientConfig
  {
    fields: ['balancer_name', 'wait_for_ready'],
    schema: fields({ endpoint: { format: 'grpc-target' }, balancer_name: oneOf(...balancers) }),
  },
  // configgrpc.ServerConfig
  {
    fields: ['max_recv_msg_size_mib', 'max_concurrent_streams'],
    schema: fields({ max_recv_msg_size_mib: size, read_buffer_size: size, write_buffer_size: size }),
  },
];
