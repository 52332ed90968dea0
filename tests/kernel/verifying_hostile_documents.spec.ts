import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { readDocumentApart } from '#web/verification/read_apart'
import { heldWhile } from '#tests/helpers/event_loop'
import { HOSTILE } from './hostile_documents.js'
import { SHAPES } from './hostile_shapes.js'

const folder = mkdtempSync(join(tmpdir(), 'halle-hostile-'))

/** Far below what such a file took when it was read where pages are served. */
const HELD_AT_MOST_MS = 1_000
const REFUSALS = [
  'E_PDF_UNREADABLE',
  'E_PDF_EXCESSIVE',
  'E_PDF_SIGNED_AND_DAMAGED',
  'E_FILE_TOO_COMPLEX',
  'E_FILE_TOO_HEAVY',
]

test.group('A document made to hold the platform', () => {
  for (const [shape, make] of Object.entries({ ...HOSTILE, ...SHAPES })) {
    test(`${shape}: is refused, and pages are served meanwhile`, async ({ assert }) => {
      const bytes = make()
      const path = join(folder, 'hostile.pdf')
      writeFileSync(path, bytes)
      const about = { path, trustAnchors: [], at: new Date() }
      const { outcome, heldMs } = await heldWhile(() =>
        readDocumentApart(about, { by: 'visitor', bytes: bytes.length }).then(
          ({ inspection }) => inspection.status,
          (error) => error.code
        )
      )
      assert.include([...REFUSALS, 'not_signed'], outcome)
      assert.isBelow(heldMs, HELD_AT_MOST_MS)
    })
  }
})
