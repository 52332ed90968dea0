import { test } from '@japa/runner'
import { openOnPaper } from '#app/outsiders/doors/sign_up'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { master } from '#tests/helpers/master'
import { comesByFranceConnect, forgetPersons, recordsOf } from './by_franceconnect.js'
import { anySlug, chooses, franceConnect, onwardIn, pathOf } from './provider_world.js'

type World = Awaited<ReturnType<typeof franceConnect>>

/** An earlier record of Nolwenn, opened at a counter; what opens it is on paper. */
const earlier = (facts = {}, email?: string) =>
  openOnPaper(
    {
      facts: {
        birthName: 'Le Goff',
        givenNames: ['Nolwenn'],
        birthdate: '1985-04-12',
        birthplace: '29232',
        ...facts,
      },
      email,
    },
    { kind: 'self' }
  )

const persons = (): Promise<any[]> => master().from('kernel.persons').orderBy('id')

test.group('Somebody by FranceConnect', (group) => {
  let world: World
  group.setup(async () => {
    world = await franceConnect({}, { slug: anySlug('fc') })
    await world.provider.save()
  })
  group.each.setup(async () => {
    await forgetAttempts()
    await forgetPersons()
    await world.simulator.tell('none')
  })

  test('has an account at once, and goes where she wanted', async ({ assert }) => {
    const wanted = '/moi/identite'
    const { answer, visitor } = await comesByFranceConnect(world.provider, 'nolwenn', { wanted })
    assert.equal(answer.location, wanted)
    const { text } = await visitor.get(wanted)
    assert.include(text, 'LE GOFF')
    assert.match(text, />FranceConnect</, 'where it comes from is named, not addressed')
    assert.notInclude(text, '>localhost<')
  })

  test('is offered it beside the other ways', async ({ assert }) => {
    const { text } = await new Visitor().get('/moi/connexion')
    assert.include(text, `/connexion/avec/${world.provider.slug}`)
    assert.include(text, 'S’identifier avec FranceConnect')
    assert.include(text, 'Qu’est-ce que FranceConnect')
  })

  test('is never an agent, though an agent was there in the same browser', async ({ assert }) => {
    const { visitor } = await comesByFranceConnect(world.provider, 'nolwenn')
    assert.equal((await visitor.get('/compte')).location, '/connexion')
    assert.equal((await visitor.get('/exploitation')).location, '/connexion')
  })

  test('of one address with another stays two', async ({ assert }) => {
    await comesByFranceConnect(world.provider, 'nolwenn')
    await comesByFranceConnect(world.provider, 'yann')
    const names = (await recordsOf(world.provider.issuer)).map(({ birth_name: name }) => name)
    assert.sameMembers(names, ['LE GOFF', 'MARZIN'])
    const addresses = await master().from('kernel.contact_points').where({ kind: 'email' })
    assert.lengthOf(addresses, 2)
    assert.equal(addresses[0].value, addresses[1].value)
  })

  test('who bears the address of an earlier record alone is not asked whether it is hers', async ({
    assert,
  }) => {
    const others = { birthName: 'Quéré', givenNames: ['Soizic'] }
    await earlier(others, 'nolwenn.legoff@exemple.test')
    const { answer } = await comesByFranceConnect(world.provider, 'nolwenn')
    assert.equal(answer.location, '/moi')
    assert.lengthOf(await persons(), 2)
  })

  test('who looks like an earlier record is asked for a secret of it, and nothing opens before', async ({
    assert,
  }) => {
    await earlier()
    const { answer, visitor } = await comesByFranceConnect(world.provider, 'nolwenn')
    assert.equal(answer.location, '/moi/rapprochement')
    assert.equal((await visitor.get('/moi')).location, '/moi/connexion')
    await visitor.get('/moi/rapprochement')
    const wrong = await visitor.submit('/moi/rapprochement', {
      password: 'nolwenn.legoff@exemple.test',
    })
    assert.notEqual(wrong.location, '/moi')
    assert.equal((await visitor.get('/moi')).location, '/moi/connexion')
    assert.lengthOf(await recordsOf(world.provider.issuer), 0)
  })

  test('who gives it has one record, that FranceConnect opens from now on', async ({ assert }) => {
    const paper = await earlier()
    const { visitor } = await comesByFranceConnect(world.provider, 'nolwenn')
    await visitor.get('/moi/rapprochement')
    const given = await visitor.submit('/moi/rapprochement', { password: paper.code })
    assert.equal(given.location, '/moi')
    assert.lengthOf(await persons(), 1)
    const [record] = await recordsOf(world.provider.issuer)
    assert.equal(record.id, paper.personId)
    assert.equal((await comesByFranceConnect(world.provider, 'nolwenn')).answer.location, '/moi')
    assert.lengthOf(await persons(), 1)
  })

  test('who says that it is not hers has another record', async ({ assert }) => {
    await earlier()
    const { visitor } = await comesByFranceConnect(world.provider, 'nolwenn')
    await visitor.get('/moi/rapprochement')
    assert.equal((await visitor.submit('/moi/rapprochement/separe')).location, '/moi')
    assert.lengthOf(await persons(), 2)
  })

  async function links(visitor: Visitor, secret: string, login: string) {
    await visitor.get('/moi/comptes')
    const page = await visitor.submit(`/moi/comptes/fournisseurs/${world.provider.slug}`, {
      current_password: secret,
    })
    const onward = onwardIn(page.text)
    return onward ? visitor.get(pathOf(await chooses(onward, login))) : page
  }

  async function inside(facts = {}) {
    const paper = await earlier(facts)
    const visitor = new Visitor()
    await visitor.get('/moi/connexion')
    await visitor.submit('/moi/connexion', { login: paper.account, password: paper.code })
    return { visitor, paper }
  }

  test('who is in ties it to her account with her secret, and comes in by it', async ({
    assert,
  }) => {
    const { visitor, paper } = await inside({ birthplace: undefined })
    const tied = await links(visitor, paper.code, 'nolwenn')
    assert.equal(tied.location, '/moi/comptes')
    const [record] = await recordsOf(world.provider.issuer)
    assert.equal(record.id, paper.personId)
    assert.include((await visitor.get('/moi/comptes')).text, 'FranceConnect ouvre ce compte')
    assert.equal((await comesByFranceConnect(world.provider, 'nolwenn')).answer.location, '/moi')
    assert.lengthOf(await persons(), 1)
  })

  test('who is in ties nothing without her secret, nor the identity of somebody else', async ({
    assert,
  }) => {
    const { visitor, paper } = await inside()
    await links(visitor, 'un autre', 'nolwenn')
    const other = await links(visitor, paper.code, 'yann')
    assert.equal(other.status, 422)
    assert.include(other.text, 'n’est pas celle de ce compte')
    assert.lengthOf(await recordsOf(world.provider.issuer), 0)
  })

  test('leaves FranceConnect too when she leaves us', async ({ assert }) => {
    const { visitor } = await comesByFranceConnect(world.provider, 'nolwenn')
    const there = world.simulator.sessions().length
    await visitor.get('/moi')
    const left = await visitor.submit('/moi/sortie')
    assert.equal(left.location, `/connexion/avec/${world.provider.slug}/quitter`)
    assert.equal((await visitor.get('/moi')).location, '/moi/connexion')
    const onward = onwardIn((await visitor.get(left.location!)).text)!
    const gone = await fetch(onward, { redirect: 'manual' })
    assert.equal(world.simulator.sessions().length, there - 1)
    const back = await visitor.get(pathOf(new URL(gone.headers.get('location')!)))
    assert.equal(back.location, '/')
  })

  test('finds the other ways open, whatever goes wrong at FranceConnect')
    .with(['access_denied', 'server_error', 'low_acr', 'no_name', 'slow', 'alg_none'] as const)
    .run(async ({ assert }, fault) => {
      await world.simulator.tell(fault)
      const { answer } = await comesByFranceConnect(world.provider, 'nolwenn')
      assert.equal(answer.status, 422)
      assert.include(answer.text, 'FranceConnect')
      assert.include(answer.text, 'href="/moi/connexion"')
      assert.lengthOf(await persons(), 0)
    })

  test('is told at once when FranceConnect is down, and comes in otherwise', async ({ assert }) => {
    await world.simulator.tell('down')
    const shut = await franceConnect({}, { slug: anySlug('fc') })
    await shut.provider.save()
    await shut.simulator.stop()
    const visitor = new Visitor()
    const answer = await visitor.get(`/connexion/avec/${shut.provider.slug}`)
    assert.equal(answer.status, 422)
    assert.include(answer.text, 'ne répond pas en ce moment')
    const paper = await earlier()
    await visitor.get('/moi/connexion')
    const by = { login: paper.account, password: paper.code }
    assert.equal((await visitor.submit('/moi/connexion', by)).location, '/moi')
  })

  test('has no account when she gives up, and begins again', async ({ assert }) => {
    const { answer, visitor } = await comesByFranceConnect(world.provider, null)
    assert.include(answer.text, 'Vous n’avez pas terminé avec FranceConnect')
    const again = await comesByFranceConnect(world.provider, 'nolwenn', { visitor })
    assert.equal(again.answer.location, '/moi')
  })

  test('in two tabs comes in by either', async ({ assert }) => {
    const visitor = new Visitor()
    const [one, two] = [
      await visitor.get(`/connexion/avec/${world.provider.slug}?retour=/moi/identite`),
      await visitor.get(`/connexion/avec/${world.provider.slug}?retour=/moi/acces`),
    ]
    const second = await visitor.get(pathOf(await chooses(two.location!, 'nolwenn')))
    assert.equal(second.location, '/moi/acces')
    const first = await visitor.get(pathOf(await chooses(one.location!, 'nolwenn')))
    assert.equal(first.location, '/moi/identite')
    assert.lengthOf(await persons(), 1)
  })

  test('who presses « back » finds herself in, and nothing is done twice', async ({ assert }) => {
    const visitor = new Visitor()
    const out = await visitor.get(`/connexion/avec/${world.provider.slug}`)
    const back = pathOf(await chooses(out.location!, 'nolwenn'))
    await visitor.get(back)
    const again = await visitor.get(back)
    assert.equal(again.location, '/moi')
    assert.lengthOf(await persons(), 1)
  })
})
