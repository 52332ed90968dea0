import { loadPdf } from '../document.js'
import { openDrawings } from '../hidden/drawings.js'
import { chosenGlyphs } from './choose_glyphs.js'
import { boxesOn, wordsOn } from './cuts.js'
import { RedactionLeftWords } from './errors.js'
import type { RedactionOrder } from './order.js'
import { runsOf } from './shown_runs.js'

/**
 * Follows each page of a redacted PDF as it would be drawn: nothing that was asked to go is written
 * there, and all the rest still is. `letters`: how many each page is to write. @throws E_REDACTION_LEFT
 */
export async function judgePages(
  bytes: Buffer,
  order: RedactionOrder,
  letters: number[]
): Promise<void> {
  const [pdf, document] = [await loadPdf(bytes), await openDrawings(bytes)]
  if (document?.numPages !== letters.length) throw new RedactionLeftWords('', 'relecture arrêtée')
  try {
    for (const [index, expected] of letters.entries()) {
      const number = index + 1
      const page = await document.getPage(number)
      const runs = await runsOf(document, page)
      const asked = { words: wordsOn(number, order), boxes: boxesOn(pdf, number, order) }
      const { chosen, found } = chosenGlyphs(runs, asked)
      if (chosen.length > 0) throw new RedactionLeftWords([...found].join(' '), `page ${number}`)
      const written = runs.reduce((sum, { glyphs }) => sum + glyphs.length, 0)
      if (written !== expected) throw new RedactionLeftWords('', `page ${number}, mal recopiée`)
      page.cleanup()
    }
  } finally {
    await document.loadingTask.destroy()
  }
}
