import type { StaticType, StaticValue } from './value-type';

// What functions give. Those that are not listed give what depends on their arguments.
const byType: Readonly<Partial<Record<StaticType, readonly string[]>>> = {
  bool: [
    'All',
    'Any',
    'ContainsValue',
    'HasAttrKeyOnDatapoint',
    'HasAttrOnDatapoint',
    'HasPrefix',
    'HasSuffix',
    'IsBool',
    'IsDouble',
    'IsEmpty',
    'IsInCIDR',
    'IsInt',
    'IsList',
    'IsMap',
    'IsMatch',
    'IsRootSpan',
    'IsString',
    'IsValidLuhn',
  ],
  string: [
    'Base64Decode',
    'Base64Encode',
    'CommunityID',
    'Concat',
    'ConvertAttributesToElementsXML',
    'ConvertCase',
    'ConvertTextToElementsXML',
    'Decode',
    'Format',
    'FormatTime',
    'GetXML',
    'Hex',
    'InsertXML',
    'MD5',
    'Murmur3Hash',
    'Murmur3Hash128',
    'ParseSeverity',
    'RemoveXML',
    'SHA1',
    'SHA256',
    'SHA512',
    'Substring',
    'ToCamelCase',
    'ToKeyValueString',
    'ToLowerCase',
    'ToSnakeCase',
    'ToUpperCase',
    'Trim',
    'TrimPrefix',
    'TrimSuffix',
    'UUID',
    'UUIDv7',
    'XXH128',
    'XXH3',
  ],
  int: [
    'Day',
    'FNV',
    'Hour',
    'Len',
    'Microseconds',
    'Milliseconds',
    'Minute',
    'Month',
    'Nanosecond',
    'Nanoseconds',
    'ParseInt',
    'Second',
    'UnixMicro',
    'UnixMilli',
    'UnixNano',
    'UnixSeconds',
    'Weekday',
    'Year',
  ],
  float: ['Hours', 'Minutes', 'Seconds'],
  time: ['Now', 'Time', 'TruncateTime', 'Unix'],
  duration: ['Duration'],
  id: ['ProfileID', 'SpanID', 'TraceID'],
  map: [
    'ExtractGrokPatterns',
    'ExtractPatterns',
    'MapKeys',
    'ParseCEF',
    'ParseCLF',
    'ParseCSV',
    'ParseELF',
    'ParseKeyValue',
    'ParseLEEF',
    'ParseSimplifiedXML',
    'ParseXML',
    'SliceToMap',
    'URL',
    'UserAgent',
  ],
  slice: ['Keys', 'Split', 'Values'],
};

// These give nil where they can make nothing of their argument.
const orNil: Readonly<Partial<Record<StaticType, readonly string[]>>> = {
  string: ['String'],
  int: ['Int'],
  float: ['Double', 'Log'],
  bool: ['Bool'],
};

const results = new Map<string, StaticValue>();
for (const [table, nil] of [
  [byType, false],
  [orNil, true],
] as const) {
  for (const [type, names] of Object.entries(table)) {
    for (const name of names) results.set(name, { type: type as StaticType, nil });
  }
}

/** What a function gives, by its name. */
export function resultOf(name: string): StaticValue {
  return results.get(name) ?? { type: 'unknown', nil: false };
}
