import { expect, it } from 'vitest';
import { isPublicAddress, mayVisit } from '../../src/1-pages/address-guard.ts';

it.each([
  ['8.8.8.8', true],
  ['93.184.216.34', true],
  ['2606:4700::1111', true],
  ['2a00:1450:4001::1', true],
  ['64:ff9b::808:808', true],
  ['::ffff:8.8.8.8', true],
  ['127.0.0.1', false],
  ['10.0.0.1', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['198.18.0.1', false],
  ['192.0.2.1', false],
  ['240.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['fc00::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['::7f00:1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:169.254.169.254', false],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::1', false],
  ['2002:7f00:1::', false],
  ['2001:0:1::', false],
  ['2001:db8::1', false],
  ['example.org', false],
  ['', false],
] as const)('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

it.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['fd12::1', true],
  ['8.8.8.8', true],
  ['169.254.169.254', false],
  ['::ffff:169.254.169.254', false],
  ['fe80::1%eth0', false],
  ['fd00:ec2::254', false],
  ['100.100.100.200', false],
  ['', false],
] as const)('with private addresses allowed %s may be visited: %s', (address, may) => {
  expect(mayVisit(address, true)).toBe(may);
  expect(mayVisit(address, false)).toBe(isPublicAddress(address));
});
