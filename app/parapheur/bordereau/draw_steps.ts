import type { BordereauContents } from './contents.js'
import { INK, MUTED, RULE, MARGIN, WIDTH, type Page, heading, keepTogether } from './layout.js'

/** The steps that were taken: what and at which desk on the left, who and when on the right. */
export function drawSteps(page: Page, steps: BordereauContents['steps']): void {
  heading(page, 'Étapes')
  for (const { what, desk, who, when, details } of steps) {
    keepTogether(page, 48 + details.length * 12)
    const top = page.y
    page
      .moveTo(MARGIN, top)
      .lineTo(MARGIN + WIDTH, top)
      .lineWidth(0.5)
      .stroke(RULE)
    page
      .font('strong')
      .fontSize(10.5)
      .fillColor(INK)
      .text(what, MARGIN, top + 6, { width: 150 })
    page.font('regular').fontSize(9).fillColor(MUTED).text(desk, { width: 150 })
    const left = page.y
    page
      .font('regular')
      .fontSize(10)
      .fillColor(INK)
      .text(who, MARGIN + 165, top + 6)
    page
      .fontSize(9)
      .fillColor(MUTED)
      .text(when, { width: WIDTH - 165 })
    for (const detail of details) page.text(detail, { width: WIDTH - 165 })
    page.y = Math.max(left, page.y) + 8
  }
}
