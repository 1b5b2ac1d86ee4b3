import type { patterns } from '../../../src/index';

/** Texts, with `****` for what is to be masked in them. */
interface Samples {
  /** The text, by what becomes of it. */
  readonly masked: Readonly<Record<string, string>>;
  /** Texts that stay as they are. */
  readonly left: readonly string[];
}

const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nAbC=\n-----END RSA PRIVATE KEY-----';

export const samples: Readonly<Record<keyof typeof patterns, Samples>> = {
  email: {
    masked: {
      'mail ****!': 'mail ada@example.com!',
      '<****>': '<first.last+tag@mail.example.co.uk>',
      '****, ****': 'a@b.io, C_D%e@x-y.example',
    },
    left: ['root@localhost', '@handle', 'a@b', 'a@b.c', 'a at example.com', 'user@.com'],
  },
  creditCard: {
    masked: {
      'visa **** paid': 'visa 4111111111111111 paid',
      'visa ****, grouped': 'visa 4111 1111 1111 1111, grouped',
      '"****" mastercard': '"5500-0055-5555-5559" mastercard',
      'mastercard **** of the 2 series': 'mastercard 2223003122003222 of the 2 series',
      'amex ****': 'amex 3782 822463 10005',
      'amex=****': 'amex=371449635398431',
      'discover ****': 'discover 6011111111111117',
      'jcb ****': 'jcb 3530111333300000',
      'diners ****': 'diners 3056 930902 5904',
    },
    left: [
      '4111111111111',
      '41111111111111112',
      '1234567812345678',
      'id4111111111111111',
      '4111-1111-1111-111',
      '378282246310',
    ],
  },
  ipv4: {
    masked: {
      'from **** to ****:443': 'from 203.0.113.7 to 10.0.0.255:443',
      '[****]': '[0.0.0.0]',
      '****/24': '192.168.100.0/24',
    },
    left: ['256.1.1.1', '1.2.3', '1.2.3.', 'v1.2.3.4', '1.2.3.256', '300.400.500.600'],
  },
  ipv6: {
    masked: {
      'from ****': 'from 2001:0db8:85a3:0000:0000:8a2e:0370:7334',
      '[****]:443': '[2001:db8::1]:443',
      'loopback ****': 'loopback ::1',
      '****/10 is local': 'fe80::/10 is local',
      'mapped ****': 'mapped ::ffff:192.0.2.128',
      'at **** as well': 'at 64:ff9b::192.0.2.33 as well',
      '****, ****': 'FE80::202:B3FF:FE1E:8329, 1::2:3:4:5:6:7',
      '<****>': '<1:2:3:4:5:6:7::>',
      '(****)': '(2001:db8:1:2:3:4::8)',
    },
    left: ['12:30:45', 'std::string', 'Foo::Dad', '00:1b:44:11:3a:b7', 'a :: b', '1:2:3:4', 'std::dec << 1', 'gg::1'],
  },
  usSocialSecurity: {
    masked: { 'ssn **** given': 'ssn 219-09-9999 given', '****': '665-12-0001', '****,': '123-45-6789,' },
    left: ['000-12-3456', '666-12-3456', '912-12-3456', '123-00-4567', '123-45-0000', '123456789', '1123-45-6789'],
  },
  iban: {
    masked: {
      'to **** now': 'to DE89370400440532013000 now',
      'to ****, please': 'to GB82 WEST 1234 5698 7654 32, please',
      'short ****.': 'short NO93 8601 1117 947.',
      'short, in one ****': 'short, in one NO9386011117947',
    },
    left: ['de89370400440532013000', 'DE8937040044', 'DE8 9370 4004 4053', 'DE89-3704', 'XDE89370400440532013000'],
  },
  phoneNumber: {
    masked: {
      'call ****': 'call +44 20 7946 0958',
      '**** is free': '+1 (212) 555-0123 is free',
      'tel:****': 'tel:+4915112345678',
    },
    left: ['+1 point', '2125550123', 'a+12345678901', '+0123456789', '+12 34'],
  },
  macAddress: {
    masked: { 'eth0 **** up': 'eth0 00:1b:44:11:3a:b7 up', '(****)': '(00-1B-44-11-3A-B7)' },
    left: ['00:1b:44:11:3a', '00:1b:44:11:3a:bg', '00:1b-44:11-3a:b7', '001b44113ab7'],
  },
  uuid: {
    masked: { 'id=****;': 'id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6;', '****': 'F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6' },
    left: [
      'f81d4fae7dec11d0a76500a0c91e6bf6',
      'f81d4fae-7dec-11d0-a765',
      'f81d4fae-7dec-11d0-a765-00a0c91e6bf',
      'g81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    ],
  },
  bearerToken: {
    masked: {
      'authorization: ****': 'authorization: Bearer mF_9.B5f-4.1JqM-xyz',
      '"****"': '"bearer c2VjcmV0LXNlY3JldA=="',
    },
    left: ['the bearer of this letter', 'Bearer short', 'forbearer abcdefghijklmnopqrst'],
  },
  jwt: {
    masked: {
      'token **** expired': 'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P expired',
      'unsigned ****': 'unsigned eyJhbGciOiJub25lIn0.eyJzdWIiOiIxMjM0In0.',
    },
    left: ['eyJhbGciOiJIUzI1NiJ9', 'eyJhbGciOiJIUzI1NiJ9.abc.def', 'abc.eyJzdWIiOiIxMjM0In0.abc'],
  },
  awsAccessKeyId: {
    masked: { 'key ****': 'key AKIAIOSFODNN7EXAMPLE', '****,': 'ASIAY34FZKBOKMUTVV7A,' },
    left: ['AKIAIOSFODNN7EXAMPL', 'AKIAIOSFODNN7EXAMPLES', 'akiaiosfodnn7example', 'ABIAIOSFODNN7EXAMPLE'],
  },
  privateKey: {
    masked: { 'before **** after': `before ${pem} after`, '****\n****': `${pem}\n${pem}` },
    left: [
      '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----',
      '-----BEGIN RSA PRIVATE KEY-----',
      'PRIVATE KEY',
    ],
  },
};
