import { test } from '@japa/runner'
import { forgetAttempts } from '#tests/identity/visitor'
import type { Citizen } from '../../simulators/franceconnect/index.js'
import { comesByFranceConnect, forgetPersons, recordsOf } from './by_franceconnect.js'
import { citizensOf } from './citizens.js'
import { anySlug, franceConnect } from './provider_world.js'

const BASE = citizensOf('base.csv')
const ERRORS = citizensOf('errors.csv')
const ABSENT = 'the identities of FranceConnect are not on this machine'

type World = Awaited<ReturnType<typeof franceConnect>>

/** Comes in by FranceConnect: what she is answered, and the record that it made. */
async function outcomeOf({ provider }: World, login: string) {
  const before = (await recordsOf(provider.issuer)).map(({ id }) => id)
  const { answer, visitor } = await comesByFranceConnect(provider, login)
  const made = (await recordsOf(provider.issuer)).filter(({ id }) => !before.includes(id))
  return { answer, visitor, made }
}

/** What a record holds of an identity: its own words, and nothing that it does not say. */
function recordOf(citizen: Citizen) {
  const { family_name: birth, preferred_username: usage, given_name: given } = citizen
  const sexes: Record<string, string> = { male: 'M', female: 'F' }
  return {
    birth_name: birth || null,
    usage_name: usage && usage !== birth ? usage : null,
    // « _ » parts the words of one given name, a space parts two of them
    given_names: given ? given.split(' ').map((name) => name.replaceAll('_', ' ')) : [],
    sex: sexes[citizen.gender ?? ''] ?? null,
    birthdate: citizen.birthdate || null,
    birthplace: citizen.birthplace?.toUpperCase() || null,
    birth_country: citizen.birthcountry?.toUpperCase() || null,
  }
}

test.group('Each identity of FranceConnect’s demonstration', (group) => {
  let world: World
  group.setup(async () => {
    await forgetPersons()
    world = await franceConnect({ citizens: [...BASE, ...ERRORS] }, { slug: anySlug('fc') })
    await world.provider.save()
  })
  group.each.setup(async () => void (await forgetAttempts()))

  test('the 38 of base.csv and the 4 of errors.csv are there', ({ assert }) => {
    assert.deepEqual([BASE.length, ERRORS.length], [38, 4])
  }).skip(BASE.length === 0, ABSENT)

  for (const citizen of [...BASE, ...ERRORS]) {
    const { login, refusal } = citizen
    if (refusal) {
      test(`${login} is told what to do, and has no account`, async ({ assert }) => {
        const { answer, made } = await outcomeOf(world, login)
        assert.equal(answer.status, 422)
        assert.include(answer.text, 'n’a pas pu confirmer qui vous êtes')
        assert.include(answer.text, 'Vérifiez votre compte chez FranceConnect')
        assert.include(answer.text, '/moi/connexion')
        assert.lengthOf(made, 0)
      })
      continue
    }
    test(`${login} has an account with her civil status, and comes back to it`, async ({
      assert,
    }) => {
      const { answer, made } = await outcomeOf(world, login)
      assert.deepInclude(
        { status: answer.status, location: answer.location },
        { status: 302, location: '/moi' }
      )
      assert.lengthOf(made, 1)
      assert.deepInclude(made[0], recordOf(citizen))
      const again = await outcomeOf(world, login)
      assert.equal(again.answer.location, '/moi')
      assert.lengthOf(again.made, 0)
    })
  }
})
