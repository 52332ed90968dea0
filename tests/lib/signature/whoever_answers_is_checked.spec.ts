import { test } from '@japa/runner'
import { OID } from '#lib/signature/algorithms'
import { checkRevocation } from '#lib/signature/revocation'
import { basicOcsp, ecChain, ecIdentity, listOf, type CertStatus } from './ec_identities.js'

type Chain = Awaited<ReturnType<typeof ecChain>>
type Responder = Awaited<ReturnType<typeof ecIdentity>>

test.group('The responder that an issuer named', (group) => {
  let chain: Chain
  group.setup(async () => {
    chain = await ecChain()
  })

  const responder = (more: { unchecked?: boolean; until?: Date } = {}) =>
    ecIdentity({
      name: 'Réponses',
      issuer: chain.authority,
      purpose: OID.ocspSigning,
      ...more,
    })

  const about = (one: Responder, status: CertStatus, by?: Responder) =>
    basicOcsp({ about: one, issuer: chain.authority, status, by })

  /** What is known of the mayor's certificate; her authority's is answered for by the root. */
  async function saidOfTheMayor(answers: Buffer[], lists: Buffer[] = []) {
    const { mayor, authority, root } = chain
    const path = [mayor, authority, root].map(({ certificate }) => certificate)
    const ofAuthority = basicOcsp({ about: authority, issuer: root, status: 'good' })
    return (await checkRevocation(path, lists, new Date(), [...answers, ofAuthority])).status
  }

  test('is believed when its certificate needs no check', async ({ assert }) => {
    const by = await responder({ unchecked: true })
    assert.equal(await saidOfTheMayor([about(chain.mayor, 'good', by)]), 'good')
  })

  test('calls nobody good as long as nobody checked it', async ({ assert }) => {
    const by = await responder()
    assert.equal(await saidOfTheMayor([about(chain.mayor, 'good', by)]), 'not_checked')
  })

  test('is checked by an answer of its issuer, and not by its own', async ({ assert }) => {
    const by = await responder()
    const said = about(chain.mayor, 'good', by)
    assert.equal(await saidOfTheMayor([said, about(by, 'good')]), 'good')
    assert.equal(await saidOfTheMayor([said, about(by, 'good', by)]), 'not_checked')
    const other = await responder()
    assert.equal(await saidOfTheMayor([said, about(by, 'good', other)]), 'not_checked')
    const sure = await responder({ unchecked: true })
    assert.equal(await saidOfTheMayor([said, about(by, 'good', sure)]), 'good')
  })

  test('says nothing once it is revoked, whatever it says of itself', async ({ assert }) => {
    const revoked = { revoked: new Date(Date.now() - 7200_000) }
    for (const by of [await responder(), await responder({ unchecked: true })]) {
      for (const status of ['good', revoked] as const) {
        const said = about(chain.mayor, status, by)
        assert.equal(await saidOfTheMayor([said, about(by, revoked)]), 'not_checked')
      }
    }
  })

  test('says nothing once a list of its issuer names it, and the list says the rest', async ({
    assert,
  }) => {
    const by = await responder()
    const revoked = { revoked: new Date(Date.now() - 7200_000) }
    const said = about(chain.mayor, revoked, by)
    assert.equal(await saidOfTheMayor([said], [await listOf(chain.authority, by)]), 'good')
    assert.equal(await saidOfTheMayor([said], [await listOf(chain.authority)]), 'revoked')
  })

  test('is heard when it revokes, even unchecked: the doubt is not for whoever signed', async ({
    assert,
  }) => {
    const by = await responder()
    const revoked = { revoked: new Date(Date.now() - 7200_000) }
    assert.equal(await saidOfTheMayor([about(chain.mayor, revoked, by)]), 'revoked')
  })

  test('answers while its certificate lasts', async ({ assert }) => {
    const over = await responder({ unchecked: true, until: new Date(Date.now() - 2 * 3600_000) })
    assert.equal(await saidOfTheMayor([about(chain.mayor, 'good', over)]), 'not_checked')
  })
})
