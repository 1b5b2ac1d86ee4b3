import type { Overlay } from '../../overlay';
import { fields, notBoth, rules } from '../parts';

/** A day, a minute of it, or a time as RFC 3339 has it. */
const time = {
  pattern:
    '^(?:|\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])' +
    '(?: \\d\\d:\\d\\d|T\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:\\d\\d))?)$',
};

export const overlay: Overlay = {
  schema: {
    ...fields({
      s3downloader: { required: ['s3_bucket'] },
      starttime: time,
      endtime: time,
      sqs: {
        ...fields({
          wait_time_seconds: { minimum: 0, maximum: 20 },
          max_number_of_messages: { minimum: 1, maximum: 10 },
        }),
        required: ['queue_url', 'region'],
      },
    }),
    required: ['s3downloader'],
    ...rules(
      notBoth('starttime', 'sqs'),
      {
        holds: (receiver) => receiver.given('starttime') === receiver.given('endtime'),
        message: 'needs both "starttime" and "endtime", or neither',
        fix: 'Add the other one.',
      },
      {
        holds: (receiver) => receiver.has('sqs') || receiver.given('starttime') || receiver.given('endtime'),
        message: 'needs "starttime" and "endtime", or "sqs"',
        fix: 'Add them.',
      },
    ),
  },
};
