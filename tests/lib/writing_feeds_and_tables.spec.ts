import { test } from '@japa/runner'
import { atomFeed } from '#lib/feed/atom'
import { frenchCsv, openCsv } from '#lib/sheets/csv'

const HOME = 'https://halle.example/p/kervalan/actes'
const UUID = '0198c0de-0000-7000-8000-000000000001'
const entry = { id: UUID, title: 'Eau & bois', url: `${HOME}/1`, summary: 'Décision.' }
const feed = { home: HOME, title: 'Actes', author: 'Kervalan', updated: '1970-01-01T00:00:00Z' }

test.group('Feeds and tables that anybody may take away', () => {
  test('a feed is as old as its newest entry, or as it is told when it has none', ({ assert }) => {
    const entries = ['2026-11-02', '2026-11-22'].map((day) => ({
      ...entry,
      updated: `${day}T08:00:00Z`,
    }))
    const [told] = atomFeed({ ...feed, entries }).match(/<updated>.+?<\/updated>/)!
    assert.equal(told, '<updated>2026-11-22T08:00:00Z</updated>')
    assert.include(atomFeed({ ...feed, entries: [] }), '<updated>1970-01-01T00:00:00Z</updated>')
  })

  test('an entry offers its document only when it has one', ({ assert }) => {
    const updated = '2026-11-22T08:00:00Z'
    const bare = atomFeed({ ...feed, entries: [{ ...entry, updated }] })
    assert.include(bare, '<title>Eau &amp; bois</title>')
    assert.notInclude(bare, 'enclosure')
    const pdfUrl = `${HOME}/1/acte.pdf`
    const full = atomFeed({ ...feed, entries: [{ ...entry, updated, pdfUrl }] })
    assert.include(full, `<link rel="enclosure" type="application/pdf" href="${pdfUrl}"/>`)
  })

  test('a CSV of open data has commas and texts as they are; one for an office does not', ({
    assert,
  }) => {
    assert.equal(openCsv(['a', 'b'], [['=1', 'x, y; z']]), 'a,b\r\n=1,"x, y; z"\r\n')
    const table = { name: 'T', columns: ['a', 'b', 'c'], rows: [['=1', 'x, y', 1.5]] }
    assert.equal(frenchCsv(table), "\ufeffa;b;c\r\n'=1;x, y;1,5\r\n")
  })
})
