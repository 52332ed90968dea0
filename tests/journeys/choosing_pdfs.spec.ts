import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from '@japa/runner'
import { distinct, pdfsUnder } from '../../bin/journey/pdfs.js'

test.group('The PDFs that make the journey', (group) => {
  let folder: string
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'halle-pdfs-'))
    mkdirSync(join(folder, 'séance'))
    writeFileSync(join(folder, 'a.pdf'), 'one')
    writeFileSync(join(folder, 'b.PDF'), 'two')
    writeFileSync(join(folder, 'séance', 'Délib n° 4.pdf'), 'one')
    writeFileSync(join(folder, 'notes.txt'), 'three')
    return () => rmSync(folder, { recursive: true })
  })

  test('are found in every folder, whatever the case of their ending', ({ assert }) => {
    const names = pdfsUnder(folder).map((path) => basename(path))
    assert.sameMembers(names, ['a.pdf', 'b.PDF', 'Délib n° 4.pdf'])
  })

  test('travel once when they hold the same bytes', async ({ assert }) => {
    const { pdfs, duplicates } = await distinct(pdfsUnder(folder))
    assert.lengthOf(pdfs, 2)
    assert.deepEqual(duplicates, [join(folder, 'séance', 'Délib n° 4.pdf')])
  })

  test('get a folder name without accents, of their own even under the same name', async ({
    assert,
  }) => {
    mkdirSync(join(folder, 'other'))
    writeFileSync(join(folder, 'other', 'a.pdf'), 'something else')
    const { pdfs } = await distinct([
      join(folder, 'séance', 'Délib n° 4.pdf'),
      join(folder, 'a.pdf'),
      join(folder, 'other', 'a.pdf'),
    ])
    assert.match(pdfs[0].slug, /^Delib-n-4-[0-9a-f]{8}$/)
    assert.notEqual(pdfs[0].slug, pdfs[1].slug)
  })
})
