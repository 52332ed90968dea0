import { test } from '@japa/runner'
import { networkOf } from '#lib/net/network'
import { placeInWords } from '#identity/sessions/place'

const place = (address: string) => placeInWords(networkOf(address))

test.group('The place of a session', () => {
  test('is « réseau local » for what leads nowhere outside', ({ assert }) => {
    for (const address of [
      '192.168.1.12',
      '10.4.0.1',
      '172.20.0.9',
      '127.0.0.1',
      '::ffff:192.168.1.12',
      '::1',
      'fe80::1%eth0',
      'fd12:3456::1',
    ]) {
      assert.equal(place(address), 'Réseau local', address)
    }
  })

  test('is its address elsewhere, and of IPv6 the network alone', ({ assert }) => {
    assert.equal(place('203.0.113.7'), 'Réseau 203.0.113.7')
    assert.equal(place('172.32.0.1'), 'Réseau 172.32.0.1')
    assert.equal(place('2001:db8:1:2:aaaa:bbbb:cccc:dddd'), 'Réseau 2001:db8:1:2::')
    assert.equal(place('2001:db8::7'), 'Réseau 2001:db8:0:0::')
  })

  test('is said unknown for a session of before', ({ assert }) => {
    assert.equal(placeInWords(null), 'Non connu')
  })
})
