import { generateKeyPairSync } from 'node:crypto'
import { test } from '@japa/runner'
import { CannotOpen, seal, sealName, unseal } from '#lib/backup/sealed'

const content = Buffer.from('{"APP_KEY":"secret"}')
const passphrase = 'les tilleuls de la place'
const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

test.group('The keys of a backup', () => {
  test('open by their sentence and by no other', ({ assert }) => {
    const sealed = seal(content, { passphrase })
    assert.notInclude(sealed, 'secret')
    assert.deepEqual(unseal(sealed, { passphrase }), content)
    assert.throws(() => unseal(sealed, { passphrase: `${passphrase}.` }), CannotOpen)
    assert.throws(() => seal(content, { passphrase: 'court' }), /douze|12/)
  })

  test('open by the private half of the key that shut them, and by no other', ({ assert }) => {
    const [ours, other] = [pair(), pair()]
    const sealed = seal(content, { publicKey: ours.publicKey })
    assert.deepEqual(unseal(sealed, { privateKey: ours.privateKey }), content)
    assert.throws(() => unseal(sealed, { privateKey: other.privateKey }), CannotOpen)
    assert.throws(() => unseal(sealed, { passphrase }), /clé privée/)
  })

  test('touched, do not open', ({ assert }) => {
    const envelope = JSON.parse(seal(content, { passphrase }))
    const data = Buffer.from(envelope.data, 'base64')
    data[0] ^= 1
    const touched = JSON.stringify({ ...envelope, data: data.toString('base64') })
    assert.throws(() => unseal(touched, { passphrase }), CannotOpen)
  })

  test('have one name as long as neither they nor their lock change', ({ assert }) => {
    const name = sealName(content, { passphrase })
    assert.equal(sealName(content, { passphrase }), name)
    assert.notEqual(sealName(Buffer.from('{}'), { passphrase }), name)
    assert.notEqual(sealName(content, { passphrase: `${passphrase} 2` }), name)
  })
})
