import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { LocalDate, uuidv7 } from '#lib/values'
import Acte from '#app/actes/models/acte'
import { fromDay } from '#app/actes/models/days'
import { commune } from '#tests/actes/room'
import { closeBrowser, screenshot, windowOn } from '#tests/helpers/browser'

// An A4 sheet less its margins of 16 mm, in CSS pixels
const SHEET = { width: 672, height: 1000 }

interface OnPaper {
  left: number
  width: number
  beyond: string[]
  hidden: number
  cells: number
}

const ON_PAPER = `(() => {
  const cells = [...document.querySelectorAll('.table :is(th, td)')]
  return {
    left: document.querySelector('.public-main').getBoundingClientRect().left,
    width: document.documentElement.scrollWidth,
    beyond: cells
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
      .map((one) => one.textContent),
    hidden: cells.filter((one) => one.scrollWidth > one.clientWidth + 1).length,
    cells: cells.length,
  }
})()`

const day = (text: string) => fromDay(LocalDate.parse(text))

test.group('The public register on paper', (group) => {
  group.teardown(closeBrowser)

  for (const theme of ['light', 'dark'] as const) {
    test(`nothing is cut nor pushed aside, ${theme}`, async ({ assert }) => {
      const tenant = await commune()
      await tenancy.run(tenant.id, async () => {
        for (let rank = 0; rank < 3; rank++) {
          await Acte.create({
            state: 'archived',
            natureCode: 5,
            matiere: '7.1',
            numero: `PAPIER_${uuidv7().slice(-8)}`.toUpperCase(),
            objet:
              'Attribution de subventions aux associations sportives et culturelles pour l’exercice 2026, et conventions d’objectifs',
            decisionDate: day('2026-11-20'),
            receivedOn: day('2026-11-22'),
            publishedOn: day('2026-11-22'),
          } as never)
        }
      })
      const context = await windowOn(theme)
      const page = await context.newPage()
      await page.setViewportSize(SHEET)
      await page.goto('/p/kervalan/actes?nature=5')
      await page.emulateMedia({ media: 'print' })
      const found = (await page.evaluate(ON_PAPER)) as OnPaper
      await screenshot(page, `registre-imprime-${theme}`)
      await context.close()
      assert.isAtLeast(found.cells, 20)
      assert.deepEqual(found.beyond, [])
      assert.equal(found.hidden, 0)
      assert.isAtMost(found.left, 1)
      assert.isAtMost(found.width, SHEET.width)
    })
  }
})
