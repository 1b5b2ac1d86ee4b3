import { isIPv4, isIPv6 } from 'node:net';
import { OttlError } from '../value';

/** An address as Go keeps it: one of IPv4 is written inside IPv6 too. */
export type Address = bigint;

const IPV4_PREFIX = 0xffffn << 32n;

/** Undefined where it is no address. Zones (`%eth0`) are none. */
export function parseAddress(text: string): Address | undefined {
  if (isIPv4(text)) return IPV4_PREFIX | fromIPv4(text);
  return !text.includes('%') && isIPv6(text) ? fromIPv6(text) : undefined;
}

function fromIPv4(text: string): bigint {
  return text.split('.').reduce((address, part) => (address << 8n) | BigInt(part), 0n);
}

function fromIPv6(text: string): bigint {
  const lastColon = text.lastIndexOf(':');
  const tail = text.slice(lastColon + 1);
  const ipv4 = tail.includes('.') ? fromIPv4(tail) : undefined;
  const plain =
    ipv4 === undefined
      ? text
      : `${text.slice(0, lastColon + 1)}${(ipv4 >> 16n).toString(16)}:${(ipv4 & 0xffffn).toString(16)}`;
  const [before = '', behind] = plain.split('::');
  const left = before === '' ? [] : before.split(':');
  const right = behind === undefined || behind === '' ? [] : behind.split(':');
  const middle = behind === undefined ? [] : new Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...middle, ...right].reduce((address, group) => (address << 16n) | BigInt(`0x${group}`), 0n);
}

const isInIPv4 = (address: Address): boolean => address >> 32n === 0xffffn;

/** A network like `10.0.0.0/8`, as a test of addresses. Throws `OttlError` for what is none. */
export function parseNetwork(text: string): (address: Address) => boolean {
  const [, host = '', bits = ''] = /^([^/]*)\/(\d{1,5})$/.exec(text) ?? [];
  const address = parseAddress(host);
  const size = isIPv4(host) ? 32 : 128;
  if (address === undefined || Number(bits) > size)
    throw new OttlError(`"${text}" is no network; write one like "10.0.0.0/8"`);
  const shift = BigInt(size - Number(bits));
  // A network inside of ::ffff:0:0/96 holds addresses of IPv4, a larger one none of them.
  const ofIPv4 = size === 32 || (isInIPv4(address) && Number(bits) >= 96);
  return (candidate) => isInIPv4(candidate) === ofIPv4 && candidate >> shift === address >> shift;
}
