import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { folded } from '#lib/pdf/redact/folded'
import { wholeText } from '#lib/pdf/hidden/whole_text'
import { redactPdf } from '#lib/pdf/redact/redact'
import { textLayer } from '#lib/pdf/text_layer'
import { sharedData } from '#tests/helpers/shared_data'
import { hasTool, run } from '#tests/helpers/tools'

const ROOTS = ['actes', 'einvoicing', 'parapheur']

/** Official PDFs, one a folder: they come from different programs. */
function samples(): string[] {
  const paths = ROOTS.flatMap((root) => {
    const folder = sharedData(root)
    if (!folder) return []
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.pdf') && !name.includes('-protege-'))
      .map((name) => join(folder, name))
  })
  const light = paths.filter((path) => statSync(path).size < 400_000)
  const each = [...new Map(light.map((path) => [dirname(path), path])).values()].toSorted()
  return each.filter((_, rank) => rank % 5 === 0)
}

/** Its longest word, which nothing else of it is. */
async function longestWord(bytes: Buffer): Promise<string | null> {
  const pages = (await wholeText(bytes))?.pages ?? []
  const words = pages
    .flatMap((page) => page.words.map(({ text }) => text))
    .filter((text) => /^[\p{L}\p{N}]{6,}$/u.test(text))
  return words.toSorted((one, other) => other.length - one.length)[0] ?? null
}

test.group('Redacting PDFs of other programs', () => {
  test('takes away their longest word, and leaves nearly all of the others', async ({ assert }) => {
    const files = samples()
    let done = 0
    for (const file of files) {
      const bytes = readFileSync(file)
      const word = await longestWord(bytes)
      if (!word) continue
      const order = { words: [word], pages: null, areas: [] }
      const { bytes: out } = await redactPdf({ bytes, order })
      const [before, after] = [await wordsOf(bytes), await wordsOf(out)]
      assert.isFalse(
        after.some((one) => folded(one) === folded(word)),
        `${file} still says ${word}`
      )
      assert.isAbove(after.length, 0.8 * before.length - 3, file)
      done++
    }
    if (files.length > 0) assert.isAbove(done, 3)
  })
})

/** By a tool that is not ours when it is there. */
async function wordsOf(bytes: Buffer): Promise<string[]> {
  const text = hasTool('pdftotext')
    ? run('pdftotext', ['-', '-'], bytes).output
    : (await textLayer(Buffer.from(bytes))).pages.join(' ')
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}
