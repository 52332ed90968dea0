import type { BordereauContents } from './contents.js'
import { INK, MUTED, MARGIN, WIDTH, type Page, heading, keepTogether } from './layout.js'

/** The documents of the folder, each with its digests before and after it was signed. */
export function drawDocuments(page: Page, documents: BordereauContents['documents']): void {
  heading(page, 'Documents')
  for (const { name, role, sha256, signedSha256 } of documents) {
    keepTogether(page, 60)
    page.font('strong').fontSize(10.5).fillColor(INK).text(name, MARGIN, page.y, { width: WIDTH })
    page.font('regular').fontSize(8.5).fillColor(MUTED).text(role)
    page.text(`Empreinte SHA-256 à l’ouverture : ${sha256}`)
    if (signedSha256) page.text(`Empreinte SHA-256 une fois signé : ${signedSha256}`)
    page.moveDown(0.6)
  }
  page.moveDown(0.4)
}
