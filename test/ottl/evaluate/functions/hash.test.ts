import { evaluated, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly expression: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  { expression: 'FNV(log.attributes["x"])', attributes: { x: '' }, value: -3750763034362895579n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: '' }, value: '00000000' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: '' },
    value: '00000000000000000000000000000000',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: '' }, value: '2d06800538d394c2' },
  { expression: 'XXH128(log.attributes["x"])', attributes: { x: '' }, value: '99aa06d3014798d86001c324468d497f' },
  { expression: 'FNV(log.attributes["x"])', attributes: { x: 'a' }, value: -5808556873153909620n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: 'a' }, value: 'b269253c' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: 'a' },
    value: '897859f6655555855a890e51483ab5e6',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: 'a' }, value: 'e6c632b61e964e1f' },
  { expression: 'XXH128(log.attributes["x"])', attributes: { x: 'a' }, value: 'a96faf705af16834e6c632b61e964e1f' },
  { expression: 'FNV(log.attributes["x"])', attributes: { x: 'ab' }, value: 620445648566982762n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: 'ab' }, value: '5fd7bf9b' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: 'ab' },
    value: '2e1bed16ea118b93add4529b01a75ee6',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: 'ab' }, value: 'a873719c24d5735c' },
  { expression: 'XXH128(log.attributes["x"])', attributes: { x: 'ab' }, value: '89c65ebc828eebaca873719c24d5735c' },
  { expression: 'FNV(log.attributes["x"])', attributes: { x: 'abc' }, value: -1792535898324117685n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: 'abc' }, value: 'fa93ddb3' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: 'abc' },
    value: '6778ad3f3f3f96b4522dca264174a23b',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: 'abc' }, value: '78af5f94892f3950' },
  { expression: 'XXH128(log.attributes["x"])', attributes: { x: 'abc' }, value: '06b05ab6733a618578af5f94892f3950' },
  { expression: 'FNV(log.attributes["x"])', attributes: { x: 'abcd' }, value: -281581062704388899n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: 'abcd' }, value: '6a67ed43' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: 'abcd' },
    value: '4fcd5646d6b77bb875e87360883e00f2',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: 'abcd' }, value: '6497a96f53a89890' },
  { expression: 'XXH128(log.attributes["x"])', attributes: { x: 'abcd' }, value: '8d6b60383dfa90c21be79eecd1b1353d' },
  { expression: 'FNV(log.attributes["x"])', attributes: { x: 'abcdefgh' }, value: 2727646559950394989n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: 'abcdefgh' }, value: 'c4ccdd49' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: 'abcdefgh' },
    value: '028cef37b00a8acca14069eb600d8948',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: 'abcdefgh' }, value: '6f45a76842a96483' },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: { x: 'abcdefgh' },
    value: 'dac23237af37353342b702b313880f12',
  },
  { expression: 'FNV(log.attributes["x"])', attributes: { x: 'abcdefghi' }, value: -346195371264595764n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: 'abcdefghi' }, value: 'f0061442' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: 'abcdefghi' },
    value: '64793cf1cfc0470533e041b7f53db579',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: 'abcdefghi' }, value: 'e0dde4fc174590a0' },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: { x: 'abcdefghi' },
    value: 'b43ff5bc5ff2e0adc0646b2d7986db98',
  },
  { expression: 'FNV(log.attributes["x"])', attributes: { x: 'abcdefghijklmnop' }, value: 9148059252827908181n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: 'abcdefghijklmnop' }, value: 'ed9162e7' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: 'abcdefghijklmnop' },
    value: '23b74c22a33ccac41aeb31b395d63343',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: 'abcdefghijklmnop' }, value: '3d3ccac9af14d8a8' },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: { x: 'abcdefghijklmnop' },
    value: '1f58fc809b1b8c4b3e8e153ff12f6330',
  },
  { expression: 'FNV(log.attributes["x"])', attributes: { x: 'abcdefghijklmnopq' }, value: -4485171208823179988n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: 'abcdefghijklmnopq' }, value: '4a5e65b6' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: 'abcdefghijklmnopq' },
    value: '57a6bd887f746475e40d11a19d49daec',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: 'abcdefghijklmnopq' }, value: 'ca7f3571df47cacf' },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: { x: 'abcdefghijklmnopq' },
    value: '11078c38a5ca3a8dc3acc9940596efab',
  },
  { expression: 'FNV(log.attributes["x"])', attributes: { x: 'éééééééééééééééééééé' }, value: -7238678617778933003n },
  { expression: 'Murmur3Hash(log.attributes["x"])', attributes: { x: 'éééééééééééééééééééé' }, value: 'd778c96a' },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: { x: 'éééééééééééééééééééé' },
    value: '9bd5eac6c73eb7077d73ccd299d9fe0b',
  },
  { expression: 'XXH3(log.attributes["x"])', attributes: { x: 'éééééééééééééééééééé' }, value: '471a52ada69eed01' },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: { x: 'éééééééééééééééééééé' },
    value: '64bff6d8e1fa175a64aed09a3a267ec6',
  },
  {
    expression: 'FNV(log.attributes["x"])',
    attributes: {
      x: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    },
    value: 372847128541728821n,
  },
  {
    expression: 'Murmur3Hash(log.attributes["x"])',
    attributes: {
      x: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    },
    value: '92f0789c',
  },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: {
      x: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    },
    value: 'e26a598802e50404c37caf2e4057afde',
  },
  {
    expression: 'XXH3(log.attributes["x"])',
    attributes: {
      x: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    },
    value: 'c90984ffdf50ce42',
  },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: {
      x: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    },
    value: 'add9998d55ed3962e18dc405a95cc094',
  },
  {
    expression: 'FNV(log.attributes["x"])',
    attributes: {
      x: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
    },
    value: -3000034712570770220n,
  },
  {
    expression: 'Murmur3Hash(log.attributes["x"])',
    attributes: {
      x: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
    },
    value: 'b5550c70',
  },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: {
      x: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
    },
    value: 'a39a4984a2822a9b1a56f12323a2bc90',
  },
  {
    expression: 'XXH3(log.attributes["x"])',
    attributes: {
      x: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
    },
    value: 'ed2ac973732f0769',
  },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: {
      x: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
    },
    value: 'bb7c9d33213620ab23521396c7b8fd20',
  },
  {
    expression: 'FNV(log.attributes["x"])',
    attributes: {
      x: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz',
    },
    value: -5433008124353570331n,
  },
  {
    expression: 'Murmur3Hash(log.attributes["x"])',
    attributes: {
      x: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz',
    },
    value: 'b8379011',
  },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: {
      x: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz',
    },
    value: '2bc2c1299612246d0be9203e30d4dc45',
  },
  {
    expression: 'XXH3(log.attributes["x"])',
    attributes: {
      x: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz',
    },
    value: 'adac0421a71eb202',
  },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: {
      x: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz',
    },
    value: '65d792960f2c877db7702962a1b9b1ec',
  },
  {
    expression: 'FNV(log.attributes["x"])',
    attributes: {
      x: 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
    },
    value: -8204517355422386187n,
  },
  {
    expression: 'Murmur3Hash(log.attributes["x"])',
    attributes: {
      x: 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
    },
    value: '9fae874b',
  },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: {
      x: 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
    },
    value: '5a69c919622782252353d2c5c2eac2b9',
  },
  {
    expression: 'XXH3(log.attributes["x"])',
    attributes: {
      x: 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
    },
    value: '760d620416ef0d6c',
  },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: {
      x: 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
    },
    value: 'd9ff2e9d74897226aebbb334401bf410',
  },
  {
    expression: 'FNV(log.attributes["x"])',
    attributes: {
      x: 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv',
    },
    value: 5122146000130142153n,
  },
  {
    expression: 'Murmur3Hash(log.attributes["x"])',
    attributes: {
      x: 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv',
    },
    value: '3e89bb6d',
  },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: {
      x: 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv',
    },
    value: 'cf5c7184057dcdc4cd664e95c1c46ed8',
  },
  {
    expression: 'XXH3(log.attributes["x"])',
    attributes: {
      x: 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv',
    },
    value: '142470b8035fc7a8',
  },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: {
      x: 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv',
    },
    value: 'e9aa18e48bf8ae1f142470b8035fc7a8',
  },
  {
    expression: 'FNV(log.attributes["x"])',
    attributes: {
      x: 'long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long ',
    },
    value: -2930243265656882139n,
  },
  {
    expression: 'Murmur3Hash(log.attributes["x"])',
    attributes: {
      x: 'long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long ',
    },
    value: 'c5fe7ec5',
  },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: {
      x: 'long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long ',
    },
    value: '6bfd6edc76f1d3abe6a90106a6612f73',
  },
  {
    expression: 'XXH3(log.attributes["x"])',
    attributes: {
      x: 'long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long ',
    },
    value: '2fa24dc9fdb025ae',
  },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: {
      x: 'long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long ',
    },
    value: '32e842c5178faf422fa24dc9fdb025ae',
  },
  {
    expression: 'FNV(log.attributes["x"])',
    attributes: {
      x: 'block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block ',
    },
    value: -5701250131025232251n,
  },
  {
    expression: 'Murmur3Hash(log.attributes["x"])',
    attributes: {
      x: 'block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block ',
    },
    value: 'c4e67e99',
  },
  {
    expression: 'Murmur3Hash128(log.attributes["x"])',
    attributes: {
      x: 'block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block ',
    },
    value: '69cd8ef305a594aa2f5f75383ee266a7',
  },
  {
    expression: 'XXH3(log.attributes["x"])',
    attributes: {
      x: 'block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block ',
    },
    value: '46bcabbf29782eff',
  },
  {
    expression: 'XXH128(log.attributes["x"])',
    attributes: {
      x: 'block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block block ',
    },
    value: '965068d39c68b1a246bcabbf29782eff',
  },
  { expression: 'MD5("é")', value: '66ddcd97cfdeabb2f6fb8a999b4bc76f' },
  { expression: 'MD5(nil)', fails: 'start' },
  { expression: 'MD5(log.attributes["x"])', attributes: { x: 1n }, fails: 'record' },
  { expression: 'SHA1("é")', value: 'bf15be717ac1b080b4f1c456692825891ff5073d' },
  { expression: 'SHA1(nil)', fails: 'start' },
  { expression: 'SHA1(log.attributes["x"])', attributes: { x: 1n }, fails: 'record' },
  { expression: 'SHA256("é")', value: '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c' },
  { expression: 'SHA256(nil)', fails: 'start' },
  { expression: 'SHA256(log.attributes["x"])', attributes: { x: 1n }, fails: 'record' },
  {
    expression: 'SHA512("é")',
    value:
      '9e2ad28633f24451bd4f3c1cb20586a21a44c3aeedbdc01b9cc8fa72917ea7bd689c82b8bf1fef89b911cf8cc46fa2c1ccc10087b2094fd4d3350ecd88526a2c',
  },
  { expression: 'SHA512(nil)', fails: 'start' },
  { expression: 'SHA512(log.attributes["x"])', attributes: { x: 1n }, fails: 'record' },
];

describe('hashes', () => {
  test.each(cases)('$expression for $attributes', ({ expression, attributes, ...expected }) => {
    expect(evaluated(expression, attributes)).toStrictEqual(expected);
  });
});
