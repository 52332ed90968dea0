import { test } from '@japa/runner'
import { forgetAttempts } from '#tests/identity/visitor'
import { comesByFranceConnect, forgetPersons, recordsOf } from './by_franceconnect.js'
import { emptyTheBox, readLetters, somebody, someEmail } from './people.js'
import { anySlug, franceConnect } from './provider_world.js'

const NOLWENN = {
  birthName: 'Le Goff',
  givenNames: ['Nolwenn'],
  birthdate: '1985-04-12',
  birthplace: '29232',
}
const YANN = {
  birthName: 'Marzin',
  givenNames: ['Yann'],
  birthdate: '1983-11-02',
  birthplace: '29019',
}

test.group('A record that a provider is tied to by a letter', (group) => {
  let world: Awaited<ReturnType<typeof franceConnect>>
  group.setup(async () => {
    world = await franceConnect({}, { slug: anySlug('fc') })
    await world.provider.save()
  })
  group.each.setup(async () => {
    await forgetAttempts()
    await forgetPersons()
    await emptyTheBox()
    await world.simulator.tell('none')
  })

  /** Nolwenn comes, looks like the record of hers, and asks for a letter at the address it holds. */
  async function asksForALetter() {
    const email = someEmail('nolwenn')
    const record = await somebody(NOLWENN, { email })
    const { visitor } = await comesByFranceConnect(world.provider, 'nolwenn')
    await visitor.get('/moi/rapprochement')
    await visitor.submit('/moi/rapprochement/courriel')
    const [letter] = await readLetters()
    return { visitor, record, email, letter }
  }

  test('is written to where the record says, and opens by the code that was there', async ({
    assert,
  }) => {
    const { visitor, record, email, letter } = await asksForALetter()
    assert.include(letter.to, email)
    await visitor.get('/moi/code')
    assert.equal((await visitor.submit('/moi/code', { code: letter.code })).location, '/moi')
    const [tied] = await recordsOf(world.provider.issuer)
    assert.equal(tied.id, record.id)
  })

  test('is not tied to what the provider said of somebody else since then', async ({ assert }) => {
    const { visitor, letter } = await asksForALetter()
    await somebody(YANN)
    const { answer } = await comesByFranceConnect(world.provider, 'yann', { visitor })
    assert.equal(answer.location, '/moi/rapprochement')
    await visitor.get('/moi/code')
    assert.notEqual((await visitor.submit('/moi/code', { code: letter.code })).location, '/moi')
    assert.lengthOf(await recordsOf(world.provider.issuer), 0)
  })
})
