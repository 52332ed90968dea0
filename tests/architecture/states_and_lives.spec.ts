import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { plantedInBase } from './support/catalogue.js'
import { rule } from './support/rule.js'
import {
  statesByHand,
  statesWithoutLife,
  strangeFreeStates,
  tablesWithLifecycle,
} from './support/states.js'
import { house, planted } from './support/tree.js'

const owner = () => db.connection('owner')

const BREACHES = `
  create schema planted;
  create table planted.votes (id uuid primary key, state text not null);
  create table planted.counts (id uuid primary key, status text not null);
`

const LIFE = `export const life = defineLifecycle({ open: {} }, { of: 'mairie.votes' })`
const BY_HAND = {
  'app/mairie/a.ts': `vote.state = 'open'`,
  'app/mairie/b.ts': `await vote.merge({ by: 1, state: 'open' }).save()`,
  'app/mairie/c.ts': `await trx.from('x').update({\n  at: 1,\n  state,\n})`,
  'app/mairie/d.ts': 'update mairie.votes set state = ?',
  'app/mairie/e.ts': `columns: () => ({ state: 'open' })`,
  'app/mairie/f.ts': `await query.update('state', 'open')`,
  'app/mairie/right.ts': `new Vote().merge({ state: 'open' })\nrow.update({ state: life.after(a, 'b') })`,
}

test.group('States and lives', () => {
  test('the lifecycles are found', ({ assert }) => {
    assert.includeMembers(tablesWithLifecycle(house), ['kernel.tenants', 'kernel.memberships'])
    assert.isAbove(tablesWithLifecycle(house).length, 8)
  })

  rule('every state of the base has a lifecycle, or its reason', {
    house: () => statesWithoutLife(owner(), house),
    planted: () => plantedInBase(BREACHES, (client) => statesWithoutLife(client, house)),
    catches: [/^planted\.votes: /, /^planted\.counts: /],
  })

  rule('a room says why a state of its own is free', {
    house: () => strangeFreeStates(house),
    planted: () =>
      planted({ 'app/mairie/life.ts': LIFE }, (tree) =>
        strangeFreeStates(tree, [
          { name: 'mairie', freeStates: { 'ecole.pupils': 'they come and go as they like' } },
          { name: 'ecole', freeStates: { 'ecole.terms': '' } },
          { name: 'mairie', freeStates: { 'mairie.votes': 'nobody knows what they do' } },
        ])
      ),
    catches: [/ecole\.pupils is not/, /ecole\.terms says no/, /mairie\.votes has a/],
  })

  rule('no state is written by hand', {
    house: () => statesByHand(house),
    planted: () => planted(BY_HAND, (tree) => statesByHand(tree)),
    catches: ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (name) => new RegExp(`^app/mairie/${name}\\.ts:1: `)
    ),
  })

  test('what a lifecycle gives, and the state of a new row, are not by hand', async ({
    assert,
  }) => {
    const said = await planted(BY_HAND, (tree) => statesByHand(tree))
    assert.isEmpty(said.filter((line) => line.includes('right')))
  })
})
