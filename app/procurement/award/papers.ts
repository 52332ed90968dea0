import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenants } from '#kernel/tenant'
import { awardPdf, letterPdf, type AwardFacts } from '../formats/award_pdf.js'

/** The decision, then the letters in the order of the ranking; returns their documents. */
export async function keepAwardPapers(award: AwardFacts): Promise<string[]> {
  const tenant = await tenants.current()
  const day = clock.today().toString()
  const letterhead = { buyer: tenant.name, accent: tenant.accent, day }
  const name = award.reference.replaceAll('/', '-')
  const decision = await documents.store(await awardPdf(award, letterhead), {
    name: `attribution-${name}.pdf`,
  })
  const letters = []
  for (const offer of award.offers) {
    const pdf = await letterPdf(award, offer, letterhead)
    letters.push((await documents.store(pdf, { name: `lettre-${offer.siret}.pdf` })).id)
  }
  return [decision.id, ...letters]
}
