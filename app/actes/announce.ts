import { tenants } from '#kernel/tenant'
import { publications } from '#web/verification/publications'
import type Acte from './models/acte.js'
import { toDay } from './models/days.js'

/**
 * Lets whoever holds a file of a public acte learn what it is, on the verification page, and no
 * other file. Said again after each change of what is public, it tells that too.
 */
export async function announce(acte: Acte): Promise<void> {
  const { slug } = await tenants.current()
  const url = `/p/${slug}/actes/${acte.id}`
  await publications.withdraw(url)
  await publications.announce(
    renditionsOf(acte).map(([documentId, value]) => ({
      documentId,
      title: `${acte.title} : ${acte.shownObjet}`,
      url,
      facts: [{ name: 'Exemplaire', value }, ...factsOf(acte)],
    }))
  )
}

function renditionsOf(acte: Acte): [string, string][] {
  const known: Record<Acte['publicForm'], [string | null, string][]> = {
    none: [],
    redacted: [[acte.redactedDocumentId, 'Copie expurgée']],
    whole: [
      [acte.signedDocumentId, 'Original signé'],
      [acte.stampedDocumentId, 'Exemplaire tamponné'],
    ],
  }
  return known[acte.publicForm].flatMap(([id, value]) => (id ? [[id, value]] : []))
}

function factsOf(acte: Acte) {
  const facts = [
    { name: 'Identifiant', value: acte.identifier! },
    { name: 'Reçu en préfecture le', value: toDay(acte.receivedOn)!.toFrench() },
    { name: 'Publié le', value: toDay(acte.publishedOn)!.toFrench() },
  ]
  if (acte.state === 'cancelled') facts.push({ name: 'Transmission', value: 'Annulée' })
  return facts
}
