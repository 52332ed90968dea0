import { test } from '@japa/runner'
import { addressOf, headsOf, queryOf } from '#web/list/address'
import type { ListDeclaration } from '#web/list/declaration'
import { readQuery } from '#web/list/state'
import { chipsOf, countWords } from '#web/list/words'

const ID = '01990005-0000-7000-8000-000000000001'
const list = {
  name: 'mairie.plis',
  caption: 'Plis',
  words: ['pli', 'plis'],
  id: 'plis.id',
  from: () => null as never,
  columns: [
    {
      name: 'titre',
      label: 'Titre',
      sort: { sql: 'titre', kind: 'text' },
      cell: () => ({ text: '' }),
    },
    {
      name: 'jour',
      label: 'Jour',
      sort: { sql: 'jour', kind: 'date', first: 'desc' },
      cell: () => ({ day: null }),
    },
    { name: 'par', label: 'Par', cell: () => ({ text: '' }) },
  ],
  filters: [
    { kind: 'words', name: 'q', label: 'Mots', columns: ['titre'] },
    {
      kind: 'choice',
      name: 'etat',
      label: 'État',
      empty: 'Tous',
      options: [{ value: 'open', label: 'Ouvert' }],
      narrow: () => undefined,
    },
    { kind: 'dates', name: 'jour', label: 'Jour', sql: 'jour', of: 'day' },
    { kind: 'person', name: 'par', label: 'Par', sql: 'created_by' },
  ],
} as ListDeclaration

const read = (query: string) => readQuery(list, query)

test.group('A list and its address', () => {
  test('what the list does not know is as if nobody had said it', ({ assert }) => {
    const state = read('q=cantine&etat=inventé&jour_du=2026-02-31&tri=par&apres=nulle-part')
    assert.deepEqual(state, { values: { q: 'cantine' }, sort: null, after: null })
  })

  test('an address is read and written the same', ({ assert }) => {
    const query = 'q=cantine&etat=open&jour_du=2026-01-01&jour_au=2026-01-31&par=Yann&tri=-jour'
    assert.equal(queryOf(list, read(query)), query)
  })

  test('each chip takes off its own filter, both ends of its dates, and goes to the first page', ({
    assert,
  }) => {
    const state = read(`q=cantine&jour_du=2026-01-01&jour_au=2026-01-31&apres=${ID}`)
    assert.deepEqual(chipsOf('/plis', list, state), [
      { label: '« cantine »', href: '/plis?jour_du=2026-01-01&jour_au=2026-01-31' },
      { label: 'Jour : du 1er janvier 2026 au 31 janvier 2026', href: '/plis?q=cantine' },
    ])
  })

  test('a head orders, and turns the order that it already gives', ({ assert }) => {
    const hrefs = (query: string) => headsOf('/plis', list, read(query)).map(({ href }) => href)
    assert.deepEqual(hrefs(''), ['/plis?tri=titre', '/plis?tri=-jour', null])
    assert.deepEqual(hrefs('tri=titre'), ['/plis?tri=-titre', '/plis?tri=-jour', null])
    const [titre] = headsOf('/plis', list, read('tri=-titre'))
    assert.equal(titre.sorted, 'descending')
  })

  test('a page is found again by what ordered its last line and which it was', ({ assert }) => {
    const state = read('tri=titre')
    const after = { key: 'élagage ; 2ᵉ "lot"', id: ID }
    const next = new URL(addressOf('/plis', list, state, { after }), 'http://halle')
    assert.deepEqual(read(next.search).after, after)
    assert.deepEqual(read(`apres=${ID}`).after, { key: null, id: ID })
  })

  test('a place in another order is no place: the list begins', ({ assert }) => {
    assert.isNull(read(`tri=titre&apres=${ID}`).after)
  })

  test('a count is exact, then honest', ({ assert }) => {
    assert.equal(countWords(list.words, 1), '1 pli')
    assert.match(countWords(list.words, 10_000), /^10\s000\splis$/)
    assert.match(countWords(list.words, 10_001), /^plus de 10\s000 plis$/)
  })
})
