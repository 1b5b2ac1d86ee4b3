import { evaluated, type Outcome, type Plain } from './run';

interface Case extends Outcome {
  readonly expression: string;
  readonly attributes?: { readonly [key: string]: Plain };
}

/** Expectations are what the collector gives. */
const cases: readonly Case[] = [
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://user:pw@www.example.com:80/foo.gif?key1=val1&key2=val2#fragment' },
    value: {
      'url.path': '/foo.gif',
      'url.port': 80n,
      'url.username': 'user',
      'url.original': 'http://user:pw@www.example.com:80/foo.gif?key1=val1&key2=val2#fragment',
      'url.fragment': 'fragment',
      'url.user_info': 'user:pw',
      'url.password': 'pw',
      'url.query': 'key1=val1&key2=val2',
      'url.extension': 'gif',
      'url.domain': 'www.example.com',
      'url.scheme': 'http',
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: '/a/b' },
    value: { 'url.original': '/a/b', 'url.domain': '', 'url.scheme': '', 'url.path': '/a/b' },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: 'http://a b' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://[::1]:80/' },
    value: {
      'url.original': 'http://[::1]:80/',
      'url.domain': '::1',
      'url.scheme': 'http',
      'url.path': '/',
      'url.port': 80n,
    },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: 'http://a:b/' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'mailto:x@y' },
    value: { 'url.original': 'mailto:x@y', 'url.domain': '', 'url.scheme': 'mailto', 'url.path': '' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: '?a=1&b=2&a=3' },
    value: { query: { a: ['1', '3'], b: ['2'] } },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: '?a=%zz' }, fails: 'record' },
  { expression: 'URL(log.attributes["x"])', attributes: { x: '%zz' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://a/%41%20b' },
    value: { 'url.original': 'http://a/%41%20b', 'url.domain': 'a', 'url.scheme': 'http', 'url.path': '/A b' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://a/b c?d e#f g' },
    value: {
      'url.original': 'http://a/b%20c?d e#f%20g',
      'url.domain': 'a',
      'url.scheme': 'http',
      'url.path': '/b c',
      'url.fragment': 'f g',
      'url.query': 'd e',
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://é.com/é?é#é' },
    value: {
      'url.original': 'http://%C3%A9.com/%C3%A9?é#%C3%A9',
      'url.domain': 'é.com',
      'url.scheme': 'http',
      'url.path': '/é',
      'url.fragment': 'é',
      'url.query': 'é',
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://a:99999/' },
    value: {
      'url.original': 'http://a:99999/',
      'url.domain': 'a',
      'url.scheme': 'http',
      'url.path': '/',
      'url.port': 99999n,
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: '//host/path' },
    value: { 'url.original': '//host/path', 'url.domain': 'host', 'url.scheme': '', 'url.path': '/path' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://a' },
    value: { 'url.original': 'http://a', 'url.domain': 'a', 'url.scheme': 'http', 'url.path': '' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'a:b:c' },
    value: { 'url.original': 'a:b:c', 'url.domain': '', 'url.scheme': 'a', 'url.path': '' },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: '1a:b' }, fails: 'record' },
  { expression: 'URL(log.attributes["x"])', attributes: { x: ':a' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://u@h' },
    value: {
      'url.user_info': 'u',
      'url.username': 'u',
      'url.original': 'http://u@h',
      'url.domain': 'h',
      'url.scheme': 'http',
      'url.path': '',
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://u:@h' },
    value: {
      'url.scheme': 'http',
      'url.path': '',
      'url.user_info': 'u:',
      'url.username': 'u',
      'url.password': '',
      'url.original': 'http://u:@h',
      'url.domain': 'h',
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://:p@h' },
    value: {
      'url.original': 'http://:p@h',
      'url.domain': 'h',
      'url.scheme': 'http',
      'url.path': '',
      'url.user_info': ':p',
      'url.password': 'p',
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://h?' },
    value: { 'url.original': 'http://h?', 'url.domain': 'h', 'url.scheme': 'http', 'url.path': '' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://h#' },
    value: { 'url.original': 'http://h', 'url.domain': 'h', 'url.scheme': 'http', 'url.path': '' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://h/a.b/c' },
    value: {
      'url.original': 'http://h/a.b/c',
      'url.domain': 'h',
      'url.scheme': 'http',
      'url.path': '/a.b/c',
      'url.extension': 'b/c',
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://h/a.' },
    value: { 'url.domain': 'h', 'url.scheme': 'http', 'url.path': '/a.', 'url.original': 'http://h/a.' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'HTTP://H' },
    value: { 'url.original': 'http://H', 'url.domain': 'H', 'url.scheme': 'http', 'url.path': '' },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: 'http://a%41b/' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://[::1%25eth0]/' },
    value: { 'url.original': 'http://[::1%25eth0]/', 'url.domain': '::1%eth0', 'url.scheme': 'http', 'url.path': '/' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://a;b/' },
    value: { 'url.scheme': 'http', 'url.path': '/', 'url.original': 'http://a;b/', 'url.domain': 'a;b' },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: '?a;b' }, fails: 'record' },
  { expression: 'URL(log.attributes["x"])', attributes: { x: '?a=1;b' }, fails: 'record' },
  { expression: 'URL(log.attributes["x"])', attributes: { x: '?' }, value: {} },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://h:/' },
    value: { 'url.original': 'http://h:/', 'url.domain': 'h', 'url.scheme': 'http', 'url.path': '/' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://h/%2f' },
    value: { 'url.original': 'http://h/%2f', 'url.domain': 'h', 'url.scheme': 'http', 'url.path': '//' },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: 'a\u0001b' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://u%40x:p%3a@h/' },
    value: {
      'url.original': 'http://u%40x:p%3A@h/',
      'url.domain': 'h',
      'url.scheme': 'http',
      'url.path': '/',
      'url.user_info': 'u%40x:p%3A',
      'url.username': 'u@x',
      'url.password': 'p:',
    },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: 'http://h/a%zz' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'x://h/[a]' },
    value: { 'url.original': 'x://h/[a]', 'url.domain': 'h', 'url.scheme': 'x', 'url.path': '/[a]' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://h/"q"' },
    value: { 'url.domain': 'h', 'url.scheme': 'http', 'url.path': '/"q"', 'url.original': 'http://h/%22q%22' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'opaque:a%20b?x#y' },
    value: {
      'url.original': 'opaque:a%20b?x#y',
      'url.domain': '',
      'url.scheme': 'opaque',
      'url.path': '',
      'url.fragment': 'y',
      'url.query': 'x',
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: '*' },
    value: { 'url.original': '*', 'url.domain': '', 'url.scheme': '', 'url.path': '*' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: "http://h/a*b!$&'()" },
    value: { 'url.scheme': 'http', 'url.path': "/a*b!$&'()", 'url.original': "http://h/a*b!$&'()", 'url.domain': 'h' },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: './a:b' },
    value: {
      'url.path': './a:b',
      'url.extension': '/a:b',
      'url.original': './a:b',
      'url.domain': '',
      'url.scheme': '',
    },
  },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'a/b:c' },
    value: { 'url.original': 'a/b:c', 'url.domain': '', 'url.scheme': '', 'url.path': 'a/b:c' },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: 'http://a:80:80/' }, fails: 'record' },
  { expression: 'URL(log.attributes["x"])', attributes: { x: 'http://[a/' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://h/p?q=<>"{}|\\^`' },
    value: {
      'url.scheme': 'http',
      'url.path': '/p',
      'url.query': 'q=<>"{}|\\^`',
      'url.original': 'http://h/p?q=<>"{}|\\^`',
      'url.domain': 'h',
    },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: 'http://h/#%zz' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://h/#a%20b"' },
    value: {
      'url.fragment': 'a b"',
      'url.original': 'http://h/#a%20b%22',
      'url.domain': 'h',
      'url.scheme': 'http',
      'url.path': '/',
    },
  },
  { expression: 'URL(log.attributes["x"])', attributes: { x: '' }, fails: 'record' },
  {
    expression: 'URL(log.attributes["x"])',
    attributes: { x: 'http://ex.com/p;a=b' },
    value: {
      'url.scheme': 'http',
      'url.path': '/p;a=b',
      'url.original': 'http://ex.com/p;a=b',
      'url.domain': 'ex.com',
    },
  },
];

describe('the parts of a URL', () => {
  test.each(cases)('$expression for $attributes', ({ expression, attributes, ...expected }) => {
    expect(evaluated(expression, attributes)).toStrictEqual(expected);
  });
});
