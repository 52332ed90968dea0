import { test } from '@japa/runner'
import { isPublicAddress } from '#lib/net/public_address'

test.group('An address of the public internet', () => {
  test('is told from the others')
    .with([
      '1.1.1.1',
      '8.8.8.8',
      '172.15.0.1',
      '172.32.0.1',
      '100.128.0.1',
      '2a01:e0a::1',
      '2606:4700::1111',
    ])
    .run(({ assert }, address) => assert.isTrue(isPublicAddress(address)))

  test(
    'is not loopback, private, link-local, shared, multicast, reserved or documentation: {$self}'
  )
    .with([
      ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255'],
      ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.9'],
      ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
      ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', 'fec0::1'],
      ...['2001:db8::1', '3fff::1', '100::1'],
    ])
    .run(({ assert }, address) => assert.isFalse(isPublicAddress(address)))

  test('does not hide another one inside: {$self}')
    .with([
      ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1'],
      ...['64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001:0:7f00:1::'],
    ])
    .run(({ assert }, address) => assert.isFalse(isPublicAddress(address)))

  test('is an address, and nothing else')
    .with([
      '',
      'exemple.fr',
      '1.1.1',
      '1.1.1.1.',
      ' 1.1.1.1',
      '0x7f.0.0.1',
      '[2606:4700::1111]',
      '2606:4700::1111%1',
    ])
    .run(({ assert }, address) => assert.isFalse(isPublicAddress(address)))
})
