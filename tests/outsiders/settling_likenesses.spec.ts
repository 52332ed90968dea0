import { test } from '@japa/runner'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { meet } from '#app/outsiders/people/meet'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { master } from '#tests/helpers/master'
import { person as agent, place } from '#tests/world/world'
import { comesByFranceConnect, forgetPersons, recordsOf } from './by_franceconnect.js'
import { somebody } from './people.js'
import { anySlug, franceConnect } from './provider_world.js'

/** Like Nolwenn of the simulator, but that nobody wrote where she was born: a doubt, no certainty. */
const NOLWENN = { birthName: 'Le Goff', givenNames: ['Nolwenn'], birthdate: '1985-04-12' }
const BASKET = '/c/kervalan/accueil/ressemblances'
const JOBS = ['outsiders.find_likenesses', 'outsiders.finish_joining']

async function runOurs() {
  const rows = await systemDb().from('kernel.outbox').whereIn('name', JOBS).whereNull('done_at')
  for (const { id } of rows) await runJob(id)
}

test.group('Two records that look alike', (group) => {
  let world: Awaited<ReturnType<typeof franceConnect>>
  let kervalan: string
  group.setup(async () => {
    kervalan = (await place('kervalan')).id
    await place('landreval')
    world = await franceConnect({}, { slug: anySlug('fc') })
    await world.provider.save()
  })
  group.each.setup(async () => {
    await forgetAttempts()
    await forgetPersons()
    await master().from('kernel.likenesses').delete()
    await systemDb().from('kernel.outbox').whereIn('name', JOBS).delete()
    await world.simulator.tell('none')
  })

  async function atCounter(name: string, slug = 'kervalan') {
    const her = await agent(name, { [slug]: ['counter'] })
    const visitor = new Visitor()
    await visitor.login(her.email)
    return { id: her.id, visitor }
  }

  /** Kervalan knows a Nolwenn Le Goff; somebody comes by FranceConnect who may be she. */
  async function aDoubt() {
    const record = await somebody(NOLWENN)
    await tenancy.run(kervalan, () => meet(record.id, 'counter'))
    const { visitor, answer } = await comesByFranceConnect(world.provider, 'nolwenn')
    await runOurs()
    const [doubt] = await master().from('kernel.likenesses')
    return { record, visitor, answer, doubt, page: `${BASKET}/${doubt?.id}` }
  }
  const says = async ({ visitor }: { visitor: Visitor }, page: string, word: 'meme' | 'autres') => {
    await visitor.get(page)
    return visitor.submit(`${page}/${word}`)
  }
  const livingRecords = () => master().from('kernel.persons').whereNull('merged_into')

  test('leave who comes her own account, and wait at the counter that knows the other', async ({
    assert,
  }) => {
    const { answer, doubt, page, record } = await aDoubt()
    assert.equal(answer.location, '/moi')
    assert.equal(doubt.person_id, record.id)
    const { visitor } = await atCounter('Maëlle Le Goff')
    assert.include((await visitor.get(BASKET)).text, 'Nolwenn Le Goff')
    const { text } = await visitor.get(page)
    for (const words of ['12/04/1985', 'Pareil', 'selon la personne', 'Ne se compare pas'])
      assert.include(text, words)
    assert.notInclude(text, 'nolwenn.legoff@')
  })

  test('show of a record that the member does not know how it compares, and no fact', async ({
    assert,
  }) => {
    const { page, doubt } = await aDoubt()
    assert.equal(doubt.other_name, '')
    const { visitor } = await atCounter('Maëlle Le Goff')
    const { text } = await visitor.get(page)
    assert.include(text, 'une fiche d’une autre collectivité')
    assert.equal(text.split('12/04/1985').length - 1, 1)
    assert.include(text, 'gardé par une autre collectivité')
    await tenancy.run(kervalan, () => meet(doubt.other_id, 'counter'))
    const both = (await visitor.get(page)).text
    assert.equal(both.split('12/04/1985').length - 1, 2)
    assert.notInclude(both, 'gardé par une autre collectivité')
  })

  test('become one at the word of two agents, whose names are both in the journal', async ({
    assert,
  }) => {
    const { record, page, doubt } = await aDoubt()
    const [first, second] = [await atCounter('Maëlle Le Goff'), await atCounter('Erwan Tanguy')]
    await says(first, page, 'meme')
    assert.lengthOf(await livingRecords(), 2)
    await says(first, page, 'meme')
    assert.lengthOf(await livingRecords(), 2)
    await says(second, page, 'meme')
    const [one, ...others] = await livingRecords()
    assert.deepEqual([one.id, others.length], [record.id, 0])
    const { rows } = await master().rawQuery(
      `select type, actor_id, data->>'proposedBy' as by from kernel.journal_entries
       where tenant_id = ? and subject_id = ? order by position`,
      [kervalan, doubt.id]
    )
    assert.deepEqual(
      rows.map((row: { type: string; actor_id: string; by: string }) => Object.values(row)),
      [
        ['outsiders.likeness_proposed', first.id, first.id],
        ['outsiders.likeness_joined', second.id, first.id],
      ]
    )
    await runOurs()
    await comesByFranceConnect(world.provider, 'nolwenn')
    assert.equal((await recordsOf(world.provider.issuer))[0].id, record.id)
  })

  test('whose joining is over for whoever had the other one open', async ({ assert }) => {
    const { visitor, page } = await aDoubt()
    await says(await atCounter('Maëlle Le Goff'), page, 'meme')
    await says(await atCounter('Erwan Tanguy'), page, 'meme')
    await runOurs()
    assert.equal((await visitor.get('/moi')).location, '/moi/connexion')
  })

  test('stay two at the word of one agent, and are not asked about again', async ({ assert }) => {
    const { record, page } = await aDoubt()
    const her = await atCounter('Maëlle Le Goff')
    await says(her, page, 'autres')
    await tenancy.run((await place('landreval')).id, () => meet(record.id, 'counter'))
    await runOurs()
    assert.lengthOf(await livingRecords(), 2)
    assert.notInclude((await her.visitor.get(BASKET)).text, 'Nolwenn')
    assert.equal((await her.visitor.get(page)).status, 404)
  })

  test('are found when a counter opens the second, and told to no other member', async ({
    assert,
  }) => {
    await somebody(NOLWENN)
    const her = await atCounter('Maëlle Le Goff')
    await her.visitor.get('/c/kervalan/accueil/ouverture')
    await her.visitor.submit('/c/kervalan/accueil/ouverture', {
      birth_name: 'Le Gof',
      given_names: 'Nolwenn',
      birthdate: '12/04/1985',
    })
    await runOurs()
    assert.include((await her.visitor.get(BASKET)).text, 'Nolwenn Le Gof')
    const other = await atCounter('Nolwenn Riou', 'landreval')
    assert.notInclude(
      (await other.visitor.get('/c/landreval/accueil/ressemblances')).text,
      'Le Gof'
    )
  })
})
