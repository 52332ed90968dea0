import { MessageVerifier } from '@boringnode/encryption/message_verifier'
import { test } from '@japa/runner'
import { rememberSigned } from '#lib/patches/signed_cookies'

const KEY = 'a key of thirty-two characters!!'

test.group('What was found well signed', () => {
  test('is known again for the same purpose alone, text for text', ({ assert }) => {
    const verifier = new MessageVerifier([KEY])
    rememberSigned(verifier)
    const signed = verifier.sign('session-1', undefined, 'halle-session')
    for (let time = 0; time < 2; time++) {
      assert.equal(verifier.unsign(signed, 'halle-session'), 'session-1')
      assert.isNull(verifier.unsign(signed, 'halle-appareil'))
      assert.isNull(verifier.unsign(signed))
      assert.isNull(verifier.unsign(`${signed.slice(0, -1)}_`, 'halle-session'))
      assert.isNull(verifier.unsign(signed.replace(/^./, 'x'), 'halle-session'))
    }
  })

  test('under another key is not', ({ assert }) => {
    const [ours, theirs] = [new MessageVerifier([KEY]), new MessageVerifier([`${KEY}!`])]
    rememberSigned(ours)
    const signed = theirs.sign('session-1', undefined, 'halle-session')
    assert.isNull(ours.unsign(signed, 'halle-session'))
    assert.isNull(ours.unsign(signed, 'halle-session'))
  })

  test('ends when it says so, however often it was read', async ({ assert }) => {
    const verifier = new MessageVerifier([KEY])
    rememberSigned(verifier)
    const signed = verifier.sign('one hour', '30ms', 'link')
    assert.equal(verifier.unsign(signed, 'link'), 'one hour')
    await new Promise((resolve) => setTimeout(resolve, 60))
    assert.isNull(verifier.unsign(signed, 'link'))
  })
})
