import { test } from '@japa/runner'
import { OID } from '#lib/signature/algorithms'
import { explicit, oid, sequence } from '#lib/signature/der_writer'
import { inspectNow } from '#tests/helpers/inspect_now'
import { basicOcsp, ecChain, ecIdentity, wholeOcsp, type CertStatus } from './ec_identities.js'
import { foreignCms, foreignToken, type Manner } from './foreign_cms.js'
import { appended, signedByHand, stream } from './handmade_pdf.js'

type Chain = Awaited<ReturnType<typeof ecChain>>

const binary = (bytes: Buffer) => stream('', bytes.toString('latin1'))

/** What is kept for the long term, by an update that follows the signature. */
function withStore(pdf: Buffer, entries: string, streams: Buffer[]): Buffer {
  const catalogue = /1 0 obj\n<<(\/Type\/Catalog[^\n]*)>>\n/.exec(pdf.toString('latin1'))![1]
  const objects = Object.fromEntries(streams.map((bytes, rank) => [50 + rank, binary(bytes)]))
  return appended(pdf, { 1: `<<${catalogue}/DSS<<${entries}>>>>`, ...objects })
}

test.group('Certificates that stand beside the signature', (group) => {
  let chain: Chain
  group.setup(async () => {
    chain = await ecChain()
  })

  const bare = (manner: Manner = {}) => {
    const cms = (digest: Buffer) => foreignCms(chain.mayor, digest, { certificates: [], ...manner })
    return signedByHand(chain.mayor.signer, {}, { cms })
  }
  const inspected = (pdf: Buffer) => inspectNow(pdf, { trustAnchors: [chain.root.certificate] })

  test('the signer and its authority are found in the DSS alone', async ({ assert }) => {
    const { mayor, authority } = chain
    const pdf = withStore(bare(), '/Certs[50 0 R 51 0 R]', [
      mayor.certificate,
      authority.certificate,
    ])
    const { status, signatures } = await inspected(pdf)
    assert.equal(signatures[0].verdict.indication, 'TOTAL_PASSED')
    assert.equal(signatures[0].signer?.commonName, 'Maire')
    assert.equal(status, 'valid')
  })

  test('those of the /VRI serve too', async ({ assert }) => {
    const { mayor, authority } = chain
    const entries = `/VRI<</${'A'.repeat(40)}<</Cert[50 0 R 51 0 R]>>>>`
    const pdf = withStore(bare(), entries, [mayor.certificate, authority.certificate])
    const { signatures } = await inspected(pdf)
    assert.equal(signatures[0].verdict.indication, 'TOTAL_PASSED')
  })

  test('nowhere, nobody can say who signed', async ({ assert }) => {
    const { signatures } = await inspected(bare())
    assert.deepInclude(signatures[0].verdict, {
      indication: 'INDETERMINATE',
      subIndication: 'NO_SIGNING_CERTIFICATE_FOUND',
    })
  })

  test('a time-stamp without certificates is judged by those of the DSS', async ({ assert }) => {
    const { mayor, authority } = chain
    const tsa = await ecIdentity({ name: 'Heure', issuer: authority, purpose: OID.timeStamping })
    const pdf = bare({
      unsigned: (value) => [[OID.signatureTimeStamp, foreignToken(tsa, value, [])]],
    })
    const all = [mayor.certificate, authority.certificate, tsa.certificate]
    const { signatures } = await inspected(withStore(pdf, '/Certs[50 0 R 51 0 R 52 0 R]', all))
    assert.equal(signatures[0].timestamp?.status, 'valid')
    const without = withStore(pdf, '/Certs[50 0 R 51 0 R]', all)
    const [signature] = (await inspected(without)).signatures
    assert.equal(signature.timestamp?.status, 'invalid')
    assert.equal(signature.verdict.indication, 'TOTAL_PASSED')
  })
})

test.group('Answers on revocation beside the signature', (group) => {
  let chain: Chain
  group.setup(async () => {
    chain = await ecChain()
  })
  const yesterday = new Date(Date.now() - 24 * 3600 * 1000)

  /** Both certificates below the anchor are answered for; the signer's as asked. */
  function answers(status: CertStatus, make = basicOcsp) {
    const { root, authority, mayor } = chain
    return [
      make({ about: mayor, issuer: authority, status }),
      make({ about: authority, issuer: root, status: 'good' }),
    ]
  }

  function signed(manner: Manner) {
    const { mayor, authority } = chain
    const certificates = [mayor.certificate, authority.certificate]
    const cms = (digest: Buffer) => foreignCms(mayor, digest, { certificates, ...manner })
    return signedByHand(mayor.signer, {}, { cms })
  }

  async function saidOf(pdf: Buffer) {
    const { signatures } = await inspectNow(pdf, { trustAnchors: [chain.root.certificate] })
    const { revocation, verdict } = signatures[0]
    return [revocation.status, verdict.indication, verdict.subIndication]
  }

  const archival = (field: number, all: Buffer[]) => sequence(explicit(field, sequence(...all)))
  const places: [string, (status: CertStatus) => Buffer][] = [
    [
      'in the DSS',
      (status) => withStore(signed({}), '/OCSPs[50 0 R 51 0 R]', answers(status, wholeOcsp)),
    ],
    [
      'among the lists of the CMS',
      (status) =>
        signed({
          revocation: answers(status, wholeOcsp).map((one) => {
            const other = sequence(oid(OID.ocspAnswer), one)
            other[0] = 0xa1
            return other
          }),
        }),
    ],
    [
      'in revocation-values',
      (status) =>
        signed({ unsigned: () => [[OID.revocationValues, archival(1, answers(status))]] }),
    ],
    [
      'in Adobe’s archival attribute',
      (status) =>
        signed({ signed: [[OID.adobeRevocation, archival(1, answers(status, wholeOcsp))]] }),
    ],
    [
      'in Adobe’s archival attribute, unsigned',
      (status) =>
        signed({
          unsigned: () => [[OID.adobeRevocation, archival(1, answers(status, wholeOcsp))]],
        }),
    ],
  ]

  for (const [place, made] of places) {
    test(`${place}: good, revoked, or nothing said`, async ({ assert }) => {
      assert.deepEqual(await saidOf(made('good')), ['good', 'TOTAL_PASSED', null])
      assert.deepEqual(await saidOf(made({ revoked: yesterday })), [
        'revoked',
        'INDETERMINATE',
        'REVOKED_NO_POE',
      ])
      assert.deepEqual(await saidOf(made('unknown')), ['not_checked', 'TOTAL_PASSED', null])
    })
  }

  test('a certificate on hold is to be tried later, not called revoked', async ({ assert }) => {
    const held = { revoked: yesterday, reason: 6 }
    const pdf = withStore(signed({}), '/OCSPs[50 0 R 51 0 R]', answers(held, wholeOcsp))
    assert.deepEqual((await saidOf(pdf)).slice(1), ['INDETERMINATE', 'TRY_LATER'])
  })

  test('one that its issuer did not name says nothing', async ({ assert }) => {
    const { authority, mayor, root } = chain
    const stranger = await ecIdentity({ name: 'Inconnu', isAuthority: true })
    const plain = await ecIdentity({ name: 'Agent', issuer: authority })
    for (const by of [stranger, plain, root, mayor]) {
      const status = { revoked: yesterday }
      const answer = wholeOcsp({ about: mayor, issuer: authority, status, by })
      const pdf = withStore(signed({}), '/OCSPs[50 0 R]', [answer])
      assert.deepEqual(await saidOf(pdf), ['not_checked', 'TOTAL_PASSED', null])
    }
  })

  test('one by the responder that its issuer named is believed', async ({ assert }) => {
    const { authority, mayor } = chain
    const by = await ecIdentity({ name: 'Réponses', issuer: authority, purpose: OID.ocspSigning })
    const status = { revoked: yesterday }
    const answer = wholeOcsp({ about: mayor, issuer: authority, status, by })
    const pdf = withStore(signed({}), '/OCSPs[50 0 R]', [answer])
    assert.deepEqual(await saidOf(pdf), ['revoked', 'INDETERMINATE', 'REVOKED_NO_POE'])
  })

  test('what is no answer at all says nothing', async ({ assert }) => {
    const noise = [Buffer.from('bonjour'), sequence(), sequence(oid('1.2.3'))]
    const pdf = withStore(signed({}), '/OCSPs[50 0 R 51 0 R 52 0 R]', noise)
    assert.deepEqual(await saidOf(pdf), ['not_checked', 'TOTAL_PASSED', null])
  })
})
