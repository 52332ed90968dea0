import { test } from '@japa/runner'
import type { Tenant } from '#kernel/tenant'
import { importInto, memberApart, searchIn } from './support/commands.js'
import { folderOf } from './support/folders.js'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
/** A run of letters, longer than any word that another is righted by. */
const LONG = `Compte${'rendu'.repeat(8)}`
/** More words that begin alike than a query is opened on. */
const MANY = [...LETTERS, ...LETTERS.slice(0, 14).map((letter) => `z${letter}`)]

const NAMES = [
  ...['Budget communal', 'Plan des communes', 'PL 12', LONG, 'Commande'],
  ...MANY.map((end) => `Tre${end} 4`),
]

test.group('A word opens on those that begin like it', (group) => {
  let member: Tenant
  group.setup(async () => {
    member = await memberApart()
    const files = NAMES.map((name, rank) => [`${name}.bin`, Buffer.from([0, rank])])
    await importInto(member, await folderOf(Object.fromEntries(files)), '--wait')
  })

  for (const [typed, wanted] of Object.entries({
    'commun': ['Budget communal', 'Plan des communes'],
    'commun budget': ['Budget communal'],
    'pla commun': ['Plan des communes'],
    'comm -commun': ['Commande'],
    'pl': ['PL 12', 'Plan des communes'],
    'comp': [LONG],
    'trez': MANY.filter((end) => end.startsWith('z')).map((end) => `Tre${end} 4`),
    'commun nom:budget': ['Budget communal'],
  })) {
    test(`« ${typed} »`, async ({ assert }) => {
      const answer = await searchIn(member, typed, '--limit', '50')
      assert.sameMembers(
        answer.hits.map(({ title }: { title: string }) => title),
        wanted
      )
    })
  }

  test('on more than a query is opened on, and none is missed', async ({ assert }) => {
    assert.equal((await searchIn(member, 'tre 4')).total, MANY.length)
  })

  test('and a misspelt one is not righted by a short one', async ({ assert }) => {
    assert.containsSubset(await searchIn(member, 'plv 12'), { total: 0, corrected: [] })
  })
})
