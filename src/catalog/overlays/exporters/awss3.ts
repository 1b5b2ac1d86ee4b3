import type { Overlay } from '../../overlay';
import { fields, needsOneOf, notEmpty, oneOf } from '../parts';

const storageClasses = [
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'DEEP_ARCHIVE',
  'OUTPOSTS',
  'GLACIER_IR',
  'SNOW',
  'EXPRESS_ONEZONE',
  'FSX_OPENZFS',
];

export const overlay: Overlay = {
  schema: {
    ...fields({
      s3uploader: {
        ...fields({
          region: notEmpty,
          storage_class: oneOf(...storageClasses),
          acl: oneOf(
            '',
            'private',
            'public-read',
            'public-read-write',
            'authenticated-read',
            'aws-exec-read',
            'bucket-owner-read',
            'bucket-owner-full-control',
          ),
          compression: oneOf('', 'none', 'gzip', 'zstd'),
          retry_mode: oneOf('standard', 'adaptive', 'nop'),
          unique_key_func_name: oneOf('', 'uuidv7'),
        }),
        ...needsOneOf('s3_bucket', 'endpoint'),
      },
    }),
    required: ['s3uploader'],
  },
};
