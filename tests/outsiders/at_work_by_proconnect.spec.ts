import { test } from '@japa/runner'
import { sirene } from '#config/identities'
import { master } from '#tests/helpers/master'
import { untilTheEnd } from '#tests/helpers/simulators'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { start as startSirene } from '../../simulators/sirene/index.js'
import { comesByFranceConnect, forgetPersons } from './by_franceconnect.js'
import { anySlug, proConnect } from './provider_world.js'

const QUAI = '83456789300013'
const HALLES = '83456789300021'
const CEASED = '79812345100014'

const professional = (login: string, siret: string, subject = login) => ({
  login,
  siret,
  subject,
  given_name: 'Erwan',
  usual_name: 'PRIGENT',
  email: 'erwan@fournil-du-quai.test',
})

const PEOPLE = [
  professional('quai', QUAI, 'erwan'),
  professional('halles', HALLES, 'erwan'),
  professional('ceased', CEASED),
  professional('second', QUAI),
]

const held = (): Promise<any[]> =>
  master()
    .from('kernel.attachments as a')
    .join('kernel.establishments as e', 'e.id', 'a.establishment_id')
    .where('a.state', 'held')
    .orderBy('e.siret')
    .select('a.*', 'e.siret', 'e.name as place')

test.group('Somebody at work, by ProConnect', (group) => {
  let world: Awaited<ReturnType<typeof proConnect>>
  let register: Awaited<ReturnType<typeof startSirene>>
  const asked = { ...sirene }
  group.setup(async () => {
    world = await proConnect({ professionals: PEOPLE }, { slug: anySlug('pro') })
    await world.provider.save()
    register = await startSirene({ slowMs: 30_000 })
    untilTheEnd(() => register.stop())
    Object.assign(sirene, { url: register.url })
  })
  group.teardown(() => void Object.assign(sirene, asked))
  group.each.setup(async () => {
    await forgetAttempts()
    await forgetPersons()
    await master().from('kernel.establishments').delete()
    await master().from('kernel.organisations').delete()
    register.tell('up')
  })

  const comes = (login: string, visitor = new Visitor()) =>
    comesByFranceConnect(world.provider, login, { visitor })

  test('acts for the establishment that it names, proven by it', async ({ assert }) => {
    const { answer } = await comes('quai')
    assert.equal(answer.location, '/moi')
    const [attachment] = await held()
    assert.include(attachment, { siret: QUAI, proof: 'proconnect', place: 'LE FOURNIL DU QUAI' })
    assert.isNotNull(attachment.proven_at)
  })

  test('of two shops has one account, and both places in it', async ({ assert }) => {
    await comes('quai')
    const { visitor } = await comes('halles')
    assert.deepEqual(
      (await held()).map(({ siret }) => siret),
      [QUAI, HALLES]
    )
    assert.lengthOf(await master().from('kernel.persons'), 1)
    // From one to the other without a new sign-in
    await visitor.get('/moi/porte')
    for (const { establishment_id: establishment, place } of await held()) {
      const there = await visitor.submit('/moi/porte', { door: 'organisation', establishment })
      assert.equal(there.location, '/moi/organismes/ici')
      assert.include((await visitor.get(there.location!)).text, place)
    }
  })

  test('is attached once, however often she comes', async ({ assert }) => {
    await comes('quai')
    await comes('quai')
    assert.lengthOf(await held(), 1)
  })

  test('is a colleague there: that she works in it does not say that she manages it', async ({
    assert,
  }) => {
    await comes('quai')
    await comes('second')
    assert.deepEqual(
      (await held()).map(({ role }) => role),
      ['colleague', 'colleague']
    )
  })

  test('stays suspended when a manager suspended her', async ({ assert }) => {
    await comes('quai')
    await master().from('kernel.attachments').update({ state: 'suspended' })
    await comes('quai')
    assert.lengthOf(await held(), 0)
  })

  test('waits for no register: it is asked later', async ({ assert }) => {
    register.tell('down')
    const { answer } = await comes('quai')
    assert.equal(answer.location, '/moi')
    const [attachment] = await held()
    assert.include(attachment, { siret: QUAI, place: `Établissement ${QUAI}` })
  })

  test('does not act for an establishment that has ceased, and comes in all the same', async ({
    assert,
  }) => {
    const { answer } = await comes('ceased')
    assert.equal(answer.location, '/moi')
    assert.lengthOf(await held(), 0)
  })

  test('is not attached by the word of another provider', async ({ assert }) => {
    const other = await proConnect({ professionals: PEOPLE }, { slug: anySlug('x'), kind: 'other' })
    await other.provider.save()
    await comesByFranceConnect(other.provider, 'quai')
    assert.lengthOf(await master().from('kernel.persons'), 1)
    assert.lengthOf(await held(), 0)
  })
})
