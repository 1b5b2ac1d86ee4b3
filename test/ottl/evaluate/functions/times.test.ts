import { evaluated, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly expression: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %H:%M:%S")',
    attributes: { x: '2023-05-06 07:08:09' },
    value: { time: 1683356889000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %H:%M:%S")',
    attributes: { x: '2023-5-6 7:8:9' },
    value: { time: 1683356889000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %H:%M:%S")',
    attributes: { x: '2023- 5- 6  7: 8: 9' },
    value: { time: 1683356889000000000n },
  },
  { expression: 'Time(log.attributes["x"],"%Y-%m-%d")', attributes: { x: '2023-02-29' }, fails: 'record' },
  { expression: 'Time(log.attributes["x"],"%Y-%m-%d")', attributes: { x: '2023-13-01' }, fails: 'record' },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S%z")',
    attributes: { x: '2023-05-06T07:08:09Z' },
    value: { time: 1683356889000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S%z")',
    attributes: { x: '2023-05-06T07:08:09+0200' },
    value: { time: 1683349689000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S%z")',
    attributes: { x: '2023-05-06T07:08:09+02:00' },
    value: { time: 1683349689000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S%z")',
    attributes: { x: '2023-05-06T07:08:09 -07' },
    value: { time: 1683382089000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S.%L%z")',
    attributes: { x: '2023-05-06T07:08:09.123456789Z' },
    value: { time: 1683356889123456789n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S%z")',
    attributes: { x: '2023-05-06T07:08:09.5Z' },
    value: { time: 1683356889500000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%d/%b/%Y:%H:%M:%S %z")',
    attributes: { x: '06/May/2023:07:08:09 +0000' },
    value: { time: 1683356889000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%a %b %e %H:%M:%S %Y")',
    attributes: { x: 'Sat May  6 07:08:09 2023' },
    value: { time: 1683356889000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%A, %d-%b-%y %T %Z")',
    attributes: { x: 'Saturday, 06-May-23 07:08:09 GMT' },
    value: { time: 1683356889000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %H:%M:%S %Z")',
    attributes: { x: '2023-05-06 07:08:09 EST' },
    value: { time: 1683374889000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %H:%M:%S %Z")',
    attributes: { x: '2023-07-06 07:08:09 CET' },
    value: { time: 1688623689000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %H:%M:%S %Z")',
    attributes: { x: '2023-05-06 07:08:09 CST' },
    fails: 'record',
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %H:%M:%S %Z")',
    attributes: { x: '2023-05-06 07:08:09 GMT+3' },
    value: { time: 1683356889000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %I:%M %p")',
    attributes: { x: '2023-05-06 12:08 AM' },
    value: { time: 1683331680000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %I:%M %p")',
    attributes: { x: '2023-05-06 12:08 PM' },
    value: { time: 1683374880000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y-%m-%d %I:%M %P")',
    attributes: { x: '2023-05-06 01:08 pm' },
    value: { time: 1683378480000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%D")',
    attributes: { x: '5/6/2023' },
    value: { time: 1683331200000000000n },
  },
  { expression: 'Time(log.attributes["x"],"%D")', attributes: { x: '5/6/23' }, value: { time: 1683331200000000000n } },
  {
    expression: 'Time(log.attributes["x"],"%F %T","Europe/Berlin")',
    attributes: { x: '2023-05-06 07:08:09' },
    value: { time: 1683349689000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%F %T","Europe/Berlin")',
    attributes: { x: '2023-03-26 02:30:00' },
    value: { time: 1679794200000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%F %T","Europe/Berlin")',
    attributes: { x: '2023-10-29 02:30:00' },
    value: { time: 1698543000000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%F %T","America/New_York")',
    attributes: { x: '2023-01-06 07:08:09' },
    value: { time: 1673006889000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%F %T","europe/berlin")',
    attributes: { x: '2023-05-06 07:08:09' },
    fails: 'start',
  },
  {
    expression: 'Time(log.attributes["x"],"%F %T","Nowhere")',
    attributes: { x: '2023-05-06 07:08:09' },
    fails: 'start',
  },
  { expression: 'Time(log.attributes["x"],"%F %T")', attributes: { x: '2023-05-06 24:00:00' }, fails: 'record' },
  { expression: 'Time(log.attributes["x"],"%F %T")', attributes: { x: '2023-05-06 07:08:09 x' }, fails: 'record' },
  { expression: 'Time(log.attributes["x"],"%F")', attributes: { x: '' }, fails: 'record' },
  { expression: 'Time(log.attributes["x"],"")', attributes: { x: 'x' }, fails: 'start' },
  { expression: 'Time(log.attributes["x"],"%C")', attributes: { x: '20' }, fails: 'start' },
  { expression: 'Time(log.attributes["x"],"%H%L")', attributes: { x: '1' }, fails: 'start' },
  { expression: 'Time(log.attributes["x"],"2006")', attributes: { x: '2006' }, fails: 'start' },
  {
    expression: 'Time(log.attributes["x"],"%Y%m%d")',
    attributes: { x: '20230506' },
    value: { time: 1683331200000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%B %g, %Y")',
    attributes: { x: 'January 2, 2023' },
    value: { time: 1672617600000000000n },
  },
  { expression: 'Time(log.attributes["x"],"%b")', attributes: { x: 'JANUARY' }, fails: 'record' },
  {
    expression: 'Time(log.attributes["x"],"%c")',
    attributes: { x: 'Sat May 6 07:08:09 2023' },
    value: { time: 1683356889000000000n },
  },
  { expression: 'Time(log.attributes["x"],"%y")', attributes: { x: '69' }, value: { time: -31536000000000000n } },
  { expression: 'Time(log.attributes["x"],"%y")', attributes: { x: '68' }, value: { time: 3092601600000000000n } },
  {
    expression: 'Time(log.attributes["x"],"%Y %w")',
    attributes: { x: '2023 +010203' },
    value: { time: 1672527477000000000n },
  },
  {
    expression: 'Time(log.attributes["x"],"%Y %j")',
    attributes: { x: '2023 -01:30' },
    value: { time: 1672536600000000000n },
  },
  {
    expression: 'Hour(Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S%z"))',
    attributes: { x: '2023-05-06T23:08:09-0700' },
    value: 23n,
  },
  {
    expression: 'Day(Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S%z"))',
    attributes: { x: '2023-05-06T23:08:09-0700' },
    value: 6n,
  },
  {
    expression: 'Weekday(Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S%z"))',
    attributes: { x: '2023-05-06T23:08:09-0700' },
    value: 6n,
  },
  {
    expression: 'String(Time(log.attributes["x"],"%Y-%m-%dT%H:%M:%S%z"))',
    attributes: { x: '2023-05-06T23:08:09-0700' },
    value: '"2023-05-06T23:08:09-07:00"',
  },
  { expression: 'Hour(Time("2023-05-06 23:00:00","%F %T","Europe/Berlin"))', value: 23n },
  {
    expression: 'FormatTime(Time("2023-05-06 23:00:00","%F %T","Europe/Berlin"),"%F %T %z")',
    value: '2023-05-06 23:00:00 +0200',
  },
  { expression: 'Hour(Time("2023-03-26 01:30:00","%F %T","Europe/Berlin") + Duration("1h"))', value: 3n },
  { expression: 'FormatTime(log.time,"%Y-%m-%dT%H:%M:%S.%L%z")', value: '2023-11-14T22:13:20.123Z' },
  { expression: 'FormatTime(Unix(951782400,5000000),"%Y-%m-%dT%H:%M:%S.%L%z")', value: '2000-02-29T00:00:00.005Z' },
  {
    expression: 'FormatTime(log.time,"%y %m %o %q %b %h %B %d %e %g %a %A %H %l %I %p %P %M %S")',
    value: '23 11 _11 11 Nov Nov November 14 14 14 Tue Tuesday 22 10 10 PM pm 13 20',
  },
  {
    expression: 'FormatTime(Unix(951782400,5000000),"%y %m %o %q %b %h %B %d %e %g %a %A %H %l %I %p %P %M %S")',
    value: '00 02 _2 2 Feb Feb February 29 29 29 Tue Tuesday 00 12 12 AM am 00 00',
  },
  {
    expression: 'FormatTime(log.time,"%D %x %F %T %X %r %R %n%t%%")',
    value: '11/14/2023 11/14/2023 2023-11-14 22:13:20 22:13:20 10:13:20 pm 22:13 \n\t%',
  },
  {
    expression: 'FormatTime(Unix(951782400,5000000),"%D %x %F %T %X %r %R %n%t%%")',
    value: '02/29/2000 02/29/2000 2000-02-29 00:00:00 00:00:00 12:00:00 am 00:00 \n\t%',
  },
  {
    expression: 'FormatTime(log.time,"%c %Z %w %i %j %k")',
    value: 'Tue Nov 14 22:13:20 2023 UTC +000000 +00 +00:00 +00:00:00',
  },
  {
    expression: 'FormatTime(Unix(951782400,5000000),"%c %Z %w %i %j %k")',
    value: 'Tue Feb 29 00:00:00 2000 UTC +000000 +00 +00:00 +00:00:00',
  },
  { expression: 'FormatTime(log.time,"T.%f ,%s")', value: 'T.123456 ,123456789' },
  { expression: 'FormatTime(Unix(951782400,5000000),"T.%f ,%s")', value: 'T.005 ,005' },
  { expression: 'FormatTime(log.time,"Jan Mon PM")', value: 'Nov Tue PM' },
  { expression: 'FormatTime(Unix(951782400,5000000),"Jan Mon PM")', value: 'Feb Tue AM' },
  { expression: 'FormatTime(log.time,"%v")', fails: 'start' },
  { expression: 'FormatTime(Unix(951782400,5000000),"%v")', fails: 'start' },
  { expression: 'FormatTime(log.time,"")', fails: 'start' },
  { expression: 'FormatTime(Unix(951782400,5000000),"")', fails: 'start' },
  { expression: 'FormatTime(log.time,"x%LL")', fails: 'start' },
  { expression: 'FormatTime(Unix(951782400,5000000),"x%LL")', fails: 'start' },
  { expression: 'FormatTime(1,"%Y")', fails: 'start' },
  { expression: 'Unix(0)', value: { time: 0n } },
  { expression: 'Unix(1,2)', value: { time: 1000000002n } },
  { expression: 'Unix(-1,-1)', value: { time: -1000000001n } },
  { expression: 'UnixNano(Unix(1,5))', value: 1000000005n },
  { expression: 'UnixMicro(Unix(-1,1))', value: -1000000n },
  { expression: 'UnixMilli(Unix(-1,1))', value: -1000n },
  { expression: 'UnixSeconds(Unix(-1,1))', value: -1n },
  { expression: 'UnixNano(Unix(9223372036854775807))', value: -1000000000n },
  { expression: 'Year(log.time)', value: 2023n },
  { expression: 'Month(log.time)', value: 11n },
  { expression: 'Day(log.time)', value: 14n },
  { expression: 'Hour(log.time)', value: 22n },
  { expression: 'Minute(log.time)', value: 13n },
  { expression: 'Second(log.time)', value: 20n },
  { expression: 'Nanosecond(log.time)', value: 123456789n },
  { expression: 'Weekday(log.time)', value: 2n },
  { expression: 'TruncateTime(log.time,Duration("1h"))', value: { time: 1699999200000000000n } },
  { expression: 'TruncateTime(log.time,Duration("168h"))', value: { time: 1699833600000000000n } },
  { expression: 'TruncateTime(log.time,Duration("0s"))', value: { time: 1700000000123456789n } },
  { expression: 'Duration("1h30m")', value: { duration: 5400000000000n } },
  { expression: 'Duration("-1.5s")', value: { duration: -1500000000n } },
  { expression: 'Duration("1us2µs3μs")', value: { duration: 6000n } },
  { expression: 'Duration("0")', value: { duration: 0n } },
  { expression: 'Duration("")', fails: 'record' },
  { expression: 'Duration("1")', fails: 'record' },
  { expression: 'Duration("1d")', fails: 'record' },
  { expression: 'Duration(".s")', fails: 'record' },
  { expression: 'Duration("9223372036854775807ns")', value: { duration: 9223372036854775807n } },
  { expression: 'Duration("9223372036854775808ns")', fails: 'record' },
  { expression: 'Duration("-9223372036854775808ns")', value: { duration: -9223372036854775808n } },
  { expression: 'Duration("1.000000000000000001h")', value: { duration: 3600000000000n } },
  { expression: 'Hours(Duration("90m"))', value: 1.5 },
  { expression: 'Minutes(Duration("90s"))', value: 1.5 },
  { expression: 'Seconds(Duration("1500ms"))', value: 1.5 },
  { expression: 'Milliseconds(Duration("-1500us"))', value: -1n },
  { expression: 'Microseconds(Duration("1ms"))', value: 1000n },
  { expression: 'Nanoseconds(Duration("1s"))', value: 1000000000n },
  { expression: 'Hours(1)', fails: 'start' },
];

describe('times and durations', () => {
  test.each(cases)('$expression for $attributes', ({ expression, attributes, ...expected }) => {
    expect(evaluated(expression, attributes)).toStrictEqual(expected);
  });
});
