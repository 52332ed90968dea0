import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { publications } from '#kernel/verification/publications'
import type Acte from './models/acte.js'
import { toDay } from './models/days.js'

/**
 * Lets whoever holds the signed or the stamped PDF of a public acte learn what it is, on the
 * verification page. Said again after a cancellation, it tells that too.
 */
export async function announce(acte: Acte): Promise<void> {
  if (acte.withheld || acte.publishedOn === null) return
  const { slug } = (await tenants.byId(tenancy.tenantId()))!
  const facts = [
    { name: 'Identifiant', value: acte.identifier! },
    { name: 'Reçu en préfecture le', value: toDay(acte.receivedOn)!.toFrench() },
    { name: 'Publié le', value: toDay(acte.publishedOn)!.toFrench() },
  ]
  if (acte.state === 'cancelled') facts.push({ name: 'Transmission', value: 'Annulée' })
  const renditions: [string | null, string][] = [
    [acte.signedDocumentId, 'Original signé'],
    [acte.stampedDocumentId, 'Exemplaire tamponné'],
  ]
  for (const [documentId, value] of renditions) {
    if (!documentId) continue
    await publications.announce(documentId, {
      title: `${acte.title} : ${acte.objet}`,
      url: `/p/${slug}/actes/${acte.id}`,
      facts: [{ name: 'Exemplaire', value }, ...facts],
    })
  }
}
