import { createPrivateKey, verify, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { openP12, readP12 } from '#lib/signature/p12_reader'
import { sharedData } from '#tests/helpers/shared_data'
import { hasTool, run } from '#tests/helpers/tools'
import { makePbmac1 } from './pbmac1.js'

const KEYS = {
  'RSA': ['-newkey', 'rsa:2048'],
  'P-256': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
  'P-384': ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1'],
}
const SHAPES = {
  'of OpenSSL 3 (PBES2, AES-256)': [],
  'of OpenSSL 1 (RC2 and triple DES)': ['-legacy'],
  'with AES-192': ['-keypbe', 'AES-192-CBC', '-certpbe', 'AES-192-CBC'],
  'with a mixture': ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'AES-128-CBC'],
  'with triple DES under PBES2': ['-keypbe', 'DES-EDE3-CBC', '-certpbe', 'DES-EDE3-CBC'],
  'whose certificates are in the clear': ['-certpbe', 'NONE'],
  'sealed with SHA-1': ['-macalg', 'sha1'],
  'sealed with SHA-384': ['-macalg', 'sha384'],
  'sealed with SHA-512': ['-macalg', 'sha512'],
  'without a seal': ['-nomac'],
  'of 100 000 rounds': ['-iter', '100000'],
}
const PASSWORDS = ['secret', 'Mairie-été', 'Commune€2026', 'Œuvre d’août', '北京-мэр', 'clé 🔑', '']

test.group('Certificate files that OpenSSL makes', (group) => {
  let folder: string
  group.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'halle-p12-'))
    for (const [name, options] of Object.entries(KEYS)) {
      const out = ['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.crt`)]
      const how = ['-x509', '-nodes', '-days', '30', '-subj', '/CN=Anne Le Gall', ...out]
      const { status, output } = run('openssl', ['req', ...options, ...how])
      if (status !== 0) throw new Error(output)
    }
    return () => rmSync(folder, { recursive: true })
  })

  const make = (key: keyof typeof KEYS, options: string[], password: string) => {
    const out = join(folder, 'made.p12')
    const parts = ['-inkey', join(folder, `${key}.key`), '-in', join(folder, `${key}.crt`)]
    const pass = ['-passout', `pass:${password}`]
    const made = run('openssl', ['pkcs12', '-export', ...parts, ...options, ...pass, '-out', out])
    if (made.status !== 0) throw new Error(made.output)
    return readFileSync(out)
  }

  for (const [shape, options] of Object.entries(SHAPES)) {
    for (const password of PASSWORDS) {
      test(`one ${shape} opens with « ${password} »`, async ({ assert }) => {
        const signer = await openP12(make('RSA', options, password), password)
        const key = createPrivateKey(readFileSync(join(folder, 'RSA.key')))
        assert.isTrue(new X509Certificate(signer.certificate).checkPrivateKey(key))
        const { publicKey } = new X509Certificate(signer.certificate)
        const bytes = Buffer.from('à signer')
        assert.isTrue(verify('sha256', bytes, publicKey, signer.sign(bytes)))
      }).skip(!hasTool('openssl'), 'openssl is not installed')
    }
  }

  for (const key of ['P-256', 'P-384'] as const) {
    test(`one with a key on ${key} opens`, async ({ assert }) => {
      const signer = await openP12(make(key, [], 'Mairie-été'), 'Mairie-été')
      assert.include(new X509Certificate(signer.certificate).subject, 'Anne Le Gall')
    }).skip(!hasTool('openssl'), 'openssl is not installed')
  }

  test('one opens whether its accents were composed or not, in the file or on the keyboard', async ({
    assert,
  }) => {
    const forms = ['NFC', 'NFD'].map((form) => 'Mairie-été'.normalize(form))
    for (const options of [[], ['-legacy']]) {
      for (const made of forms) {
        for (const typed of forms) {
          await assert.doesNotReject(() => openP12(make('RSA', options, made), typed))
        }
      }
    }
  }).skip(!hasTool('openssl'), 'openssl is not installed')

  test('one whose key or certificates are broken inside is unreadable, or opens with the others', async ({
    assert,
  }) => {
    const clear = ['-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE']
    const sound = make('RSA', clear, '')
    for (let at = 0; at < sound.length; at += 3) {
      const broken = Buffer.from(sound)
      broken[at] ^= 0xff
      const said = await readP12({ bytes: broken, password: '' }).then(
        () => 'opens',
        (error) => error.code
      )
      assert.match(said, /^(opens|E_CERTIFICATE_(UNREADABLE|UNSUPPORTED))$/, `byte ${at}`)
    }
  }).skip(!hasTool('openssl'), 'openssl is not installed')

  test('a certificate alone is no such file, and is not said to be locked', async ({ assert }) => {
    make('RSA', [], 'secret')
    const { raw } = new X509Certificate(readFileSync(join(folder, 'RSA.crt')))
    await assert.rejects(() => openP12(raw, 'secret'), /ne peut pas être lu/)
  }).skip(!hasTool('openssl'), 'openssl is not installed')

  test('none opens with another password, near as it may be', async ({ assert }) => {
    for (const options of Object.values(SHAPES)) {
      const bytes = make('RSA', options, 'Mairie-été')
      for (const wrong of ['Mairie-ete', 'Mairie-été ', '']) {
        await assert.rejects(() => openP12(bytes, wrong), /mot de passe ne correspond pas/)
      }
    }
  }).skip(!hasTool('openssl'), 'openssl is not installed')

  test('one of two million rounds opens, and others are answered meanwhile', async ({ assert }) => {
    const bytes = make('RSA', ['-iter', '500000', '-macalg', 'sha512'], 'Commune€2026')
    let turns = 0
    const counting = setInterval(() => turns++, 5)
    const signer = await openP12(bytes, 'Commune€2026').finally(() => clearInterval(counting))
    assert.isNotNull(signer)
    assert.isAbove(turns, 5)
  }).skip(!hasTool('openssl'), 'openssl is not installed')

  test('one that asks for an absurd number of rounds is refused at once', async ({ assert }) => {
    const bytes = makePbmac1({ password: 'secret', rounds: 2_000_000_000 })
    await assert.rejects(() => openP12(bytes, 'secret'), /plus de dix millions/)
  })

  test('one sealed by PBMAC1 has its password checked in UTF-8', async ({ assert }) => {
    const bytes = makePbmac1({ password: 'Mairie-été', rounds: 5_000 })
    await assert.rejects(() => openP12(bytes, 'Mairie-ete'), /mot de passe ne correspond pas/)
    // Nothing is inside: the seal is right, and then there is no key to be found.
    await assert.rejects(() => openP12(bytes, 'Mairie-été'), /ne peut pas être lu/)
  })

  test('the one of the review opens', async ({ assert }) => {
    const file = sharedData('house/cases/accented-password.p12')!
    const signer = await openP12(readFileSync(file), 'Mairie-été')
    assert.isNotEmpty(signer.certificate)
  }).skip(!sharedData('house/cases/accented-password.p12'), 'the shared cases are not here')
})

test.group('What pretends to be a certificate file', () => {
  test('is refused as unreadable, whatever its bytes', async ({ assert }) => {
    const pieces = [
      '',
      '0',
      '30',
      '3003020103',
      '30800201033080',
      '3010020103300b06092a864886f70d010701',
    ]
    for (const hex of pieces) {
      await assert.rejects(() => openP12(Buffer.from(hex, 'hex'), 'x'), /ne peut pas être lu/)
    }
  })
})
