import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import Membership from '#kernel/people/membership'
import { saveSettings } from '#kernel/settings'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { searchedBy } from '#app/ged/search/contexts'
import { type Found, searchDocuments } from '#app/ged/search/search_documents'
import { exchangesOf } from '#tests/helpers/exchanges'
import { sharedData } from '#tests/helpers/shared_data'
import { person } from '#tests/world/world'
import { importInto, memberApart, search, searchIn, share } from './support/commands.js'
import { folderOf } from './support/folders.js'

const CASES = sharedData('ged', 'cases', 'cases.json')

interface FrenchCase {
  id: string
  given: { documents: { id: string; text: string }[] }
  right: ({ query: string; first: string[] } | string)[]
}

const FRENCH: FrenchCase | undefined =
  CASES &&
  JSON.parse(readFileSync(CASES, 'utf8')).find(({ id }: FrenchCase) => id === 'search-french')

/** A member whose common space holds some texts, each in a file. */
async function memberWith(files: Record<string, string | Buffer>): Promise<Tenant> {
  const member = await memberApart()
  await importInto(member, await folderOf(files), '--wait')
  return member
}

const titles = (answer: { hits: { title: string }[] }) => answer.hits.map(({ title }) => title)

/** Somebody who works for a member, with a role there. */
async function agentOf(member: Tenant, role: string): Promise<string> {
  const someone = await person('Maëlle Le Goff', {})
  await tenancy.run(member.id, () =>
    Membership.create({ userId: someone.id, roles: [role], title: null, state: 'active' })
  )
  return someone.email
}

test.group('The searches that were decided by hand', (group) => {
  group.tap((one) => one.skip(!FRENCH, 'the shared cases are not on this machine'))

  test('find first what they must, by the text of the files', async ({ assert }) => {
    const { documents } = FRENCH!.given
    const files = Object.fromEntries(documents.map(({ id, text }) => [`${id}.txt`, text]))
    const member = await memberWith(files)
    for (const one of FRENCH!.right) {
      if (typeof one === 'string') continue
      const answer = await searchIn(member, one.query)
      assert.deepEqual(titles(answer).slice(0, one.first.length), one.first, one.query)
      if (one.first.length === 0) assert.equal(answer.total, 0, one.query)
    }
    const spelled = await searchIn(member, 'voierie')
    assert.deepEqual(spelled.corrected, [{ from: 'voierie', to: 'voirie' }])
    assert.include(spelled.hits[0].snippet, 'voirie')
    assert.deepEqual(spelled.hits[0].matched, ['voirie'])
    assert.include((await searchIn(member, 'où')).message, 'trop courants')
  })

  test('find first what they must, by the names of the files', async ({ assert }) => {
    const { documents } = FRENCH!.given
    const files = Object.fromEntries(
      documents.map(({ id, text }) => [
        `${text.replaceAll('/', ' ')}.bin`,
        Buffer.from([0, id.length]),
      ])
    )
    const member = await memberWith(files)
    for (const one of FRENCH!.right) {
      if (typeof one === 'string') continue
      const wanted = one.first.map((id) => documents.find((each) => each.id === id)!.text)
      const found = (await searchIn(member, one.query)).hits.map(({ path }: any) => path)
      assert.deepEqual(
        found.slice(0, wanted.length),
        wanted.map((text) => `${text}.bin`),
        one.query
      )
    }
  })
})

test.group('Who finds what', () => {
  test('a person finds what her role reads, somebody who left finds nothing', async ({
    assert,
  }) => {
    const member = await memberWith({ 'voirie/Arrêté 117.txt': 'circulation' })
    const reader = await agentOf(member, 'reader')
    const stranger = (await person('Gaël Riou', {})).email
    const answer = await searchIn(member, 'circulation', '--as', reader)
    assert.containsSubset(answer.hits[0], { path: 'voirie/Arrêté 117.txt', space: 'commun' })
    for (const email of [stranger, 'personne@exemple.test']) {
      assert.containsSubset(await searchIn(member, 'circulation', '--as', email), {
        total: 0,
        hits: [],
      })
    }
    await tenancy.run(member.id, () =>
      Membership.query({ client: tenancy.trx() }).update({ state: 'suspended' })
    )
    assert.equal((await searchIn(member, 'circulation', '--as', reader)).total, 0)
  })

  test('a shared space is found by the guest, in place, until it is taken back', async ({
    assert,
  }) => {
    const [owner, guest] = [await memberApart(), await memberApart()]
    await importInto(
      owner,
      await folderOf({ 'plan.txt': 'assainissement' }),
      '--wait',
      '--space',
      'eaux'
    )
    await importInto(owner, await folderOf({ 'secret.txt': 'assainissement' }), '--wait')
    const agent = await agentOf(guest, 'agent')
    assert.equal((await searchIn(guest, 'assainissement', '--as', agent)).total, 0)
    const words = ['eaux', '--with', guest.siren, '--tenant', owner.siren]
    assert.equal((await share(...words, '--role', 'reader')).status, 0)
    for (const as of [[], ['--as', agent]]) {
      assert.deepEqual(titles(await searchIn(guest, 'assainissement', ...as)), ['plan'])
    }
    assert.deepEqual(titles(await searchIn(owner, 'assainissement', '--as', agent)), ['plan'])
    await share(...words, '--role', 'none')
    assert.equal((await searchIn(guest, 'assainissement', '--as', agent)).total, 0)
    assert.equal((await searchIn(owner, 'assainissement')).total, 2)
  })

  test('a word that only others may read rights nothing', async ({ assert }) => {
    const member = await memberWith({ 'a.txt': 'cimetière' })
    const stranger = (await person('Gaël Riou', {})).email
    const answer = await searchIn(member, 'cimetiere', '--as', stranger)
    assert.containsSubset(answer, { total: 0, corrected: [] })
    const misspelt = await searchIn(member, 'cimetierre', '--as', stranger)
    assert.containsSubset(misspelt, { total: 0, corrected: [] })
  })

  test('many queries give one line each, and wrong calls give none', async ({ assert }) => {
    const { siren } = await memberWith({ 'a.txt': 'budget' })
    const list = join(await folderOf({ 'q.txt': 'budget\nrien\n' }), 'q.txt')
    const { lines, status } = await search('--queries', list, '--tenant', siren, '--json')
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).total),
      [1, 0]
    )
    assert.equal(status, 0)
    for (const words of [[], ['a', '--limit', '0'], ['a', '--tenant'], ['a', 'b']]) {
      const wrong = await search(
        ...words,
        '--json',
        ...(words.includes('--tenant') ? [] : ['--tenant', siren])
      )
      assert.deepEqual([wrong.status, wrong.lines], [2, []], words.join(' '))
    }
  })
})

test.group('The signs of a search', () => {
  const FILES = {
    'arretes/Arrêté 117.txt': 'Circulation rue de l’École',
    'arretes/Arrêté 118.txt': 'Stationnement place du Marché',
    'Bilan.txt': 'Révision du PLU de la commune',
    'Note.txt': 'Le plan local d’urbanisme est approuvé',
  }
  const SHEET = [
    'chemin;type;date;titre;regle;sort;point_de_depart',
    'arretes/Arrêté 117.txt;arrete;12/03/2026;;;;',
    'arretes/Arrêté 118.txt;arrete;02/04/2025;;;;',
    'Note.txt;note;15/03/2026;;;;',
  ].join('\n')

  async function described(): Promise<Tenant> {
    const member = await memberApart()
    const sheet = join(await folderOf({ 'm.csv': SHEET }), 'm.csv')
    await importInto(member, await folderOf(FILES), '--metadata', sheet, '--wait')
    return member
  }

  test('name fields: the type, the day, the title, the space, or none of them', async ({
    assert,
  }) => {
    const member = await described()
    for (const [query, wanted] of Object.entries({
      'type:arrêté': ['Arrêté 118', 'Arrêté 117'],
      'type:Arrete date:2026': ['Arrêté 117'],
      'date:2026-03': ['Note', 'Arrêté 117'],
      'date:2025-01..31/12/2025': ['Arrêté 118'],
      'titre:arrete -type:note circulation': ['Arrêté 117'],
      'nom:118': ['Arrêté 118'],
      'espace:commun -type:arrete': ['Note', 'Bilan'],
      'espace:autre': [],
      'type:inconnu': [],
      'espace:commun -arrete': ['Note', 'Bilan'],
      'objet:circulation rue': [],
    })) {
      const answer = await searchIn(member, query)
      assert.sameMembers(titles(answer), wanted, query)
      assert.equal(answer.total, wanted.length, query)
    }
  })

  test('a short name answers for the whole, and the whole for it, but between quotes', async ({
    assert,
  }) => {
    const member = await described()
    assert.sameMembers(titles(await searchIn(member, 'PLU')), ['Bilan', 'Note'])
    assert.sameMembers(titles(await searchIn(member, 'plan local d’urbanisme')), ['Bilan', 'Note'])
    assert.deepEqual(titles(await searchIn(member, '"plan local"')), ['Note'])
    const { hits } = await searchIn(member, 'PLU approuvé')
    assert.deepEqual(hits[0].matched, ['plan', 'local', 'urbanisme', 'approuvé'])
  })

  test('a member has names of its own', async ({ assert }) => {
    const member = await described()
    assert.deepEqual(titles(await searchIn(member, 'zygomatique')), [])
    await tenancy.run(member.id, () =>
      saveSettings('ged', { synonyms: ['Zygomatique = circulation'] })
    )
    assert.deepEqual(titles(await searchIn(member, 'zygomatique')), ['Arrêté 117'])
  })
})

test.group('What a search asks of the base', () => {
  test('a search is one exchange with the base, and a misspelt one two', async ({ assert }) => {
    const bytes = Buffer.from([0, 1])
    // Where a text is shown, the keys of its member are asked for besides
    const member = await memberWith({ 'Arrêté 117.bin': bytes, 'Voirie.bin': bytes })
    const owners = await searchedBy({ tenantId: member.id, userId: null })
    const asked = async (words: string) => {
      let found: Found | undefined
      const look = async () => (found = await searchDocuments(owners, words, 10))
      // The member is remembered from the first time
      await look()
      const exchanges = await exchangesOf(look)
      return [exchanges.length, found!.total]
    }
    assert.deepEqual(await asked('arrêté 117'), [1, 1])
    assert.deepEqual(await asked('voierie'), [2, 1])
    assert.deepEqual(await asked('introuvable'), [2, 0])
  })
})
