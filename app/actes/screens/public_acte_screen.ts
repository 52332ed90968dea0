import { matiereNames } from '../register/matiere_names.js'
import { shareOf } from './share_screen.js'
import { appUrl } from '#config/app'
import { documents } from '#kernel/documents'
import type { Tenant } from '#kernel/tenant'
import { editionOf } from '../budget.js'
import { ActePrivate } from '../errors.js'
import type Acte from '../models/acte.js'
import { toDay } from '../models/days.js'
import { signatoryOf } from '../models/signatory.js'
import { publicActes } from '../models/public_actes.js'

/** An acte that everybody may read; throws E_ACTE_PRIVATE for any other, as if it did not exist. */
export async function publicActe(id: string): Promise<Acte> {
  const acte = await publicActes().where('id', id).first()
  if (!acte) throw new ActePrivate()
  return acte
}

/** The only files of a public acte that everybody may read. */
export async function publicFiles(acte: Acte) {
  if (acte.publicForm === 'redacted') {
    return { main: acte.redactedDocumentId, signed: null, annexes: [] }
  }
  const { stampedDocumentId, signedDocumentId } = acte
  // The signed edition of a budget in XML stands for the one that was deposited
  const edition = await editionOf(acte)
  const annexes = await acte.annexes()
  return {
    main: stampedDocumentId ?? signedDocumentId,
    signed: signedDocumentId,
    annexes: annexes.filter(({ id }) => id !== edition?.id),
  }
}

/** The page of one acte, with what machines read of it. */
export async function publicPage(acte: Acte, tenant: Tenant) {
  const base = `/p/${tenant.slug}/actes`
  const here = `${base}/${acte.id}`
  const shown = await publicFiles(acte)
  const ids = [shown.main, shown.signed, ...shown.annexes.map(({ documentId }) => documentId)]
  const found = await documents.findMany(ids.filter((id) => id !== null))
  const matiere = (await matiereNames())(acte.matiere).join(', ')
  const files = new Map(found.map((file) => [file.id, file]))
  return {
    base,
    here,
    acte,
    objet: acte.shownObjet,
    share: await shareOf(here),
    isRedacted: acte.publicForm === 'redacted',
    document: files.get(shown.main ?? ''),
    signed: files.get(shown.signed ?? ''),
    isCancelled: acte.state === 'cancelled',
    annexes: shown.annexes.map(({ documentId, position }) => {
      const [file, href] = [files.get(documentId), `${here}/annexes/${position}`]
      return { ...file, href, preview: file?.mediaType === 'application/pdf' ? href : undefined }
    }),
    facts: [
      { name: 'Matière', value: matiere },
      { name: 'Signé par', value: await signatoryOf(acte) },
      {
        name: acte.natureCode === 1 ? 'Séance du' : 'Décision du',
        value: toDay(acte.decisionDate)!.toFrench(),
      },
      { name: 'Reçu en préfecture le', value: toDay(acte.receivedOn)!.toFrench() },
      { name: 'Publié le', value: toDay(acte.publishedOn)!.toFrench() },
      { name: 'Identifiant', value: acte.identifier, mono: true },
    ],
    jsonLd: jsonLdOf(acte, tenant, here),
  }
}

function jsonLdOf(acte: Acte, tenant: Tenant, here: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    'name': acte.shownObjet,
    'identifier': acte.identifier,
    'legislationIdentifier': acte.identifier,
    'legislationType': acte.nature!.label,
    'legislationDate': toDay(acte.decisionDate)!.toString(),
    'datePublished': toDay(acte.publishedOn)!.toString(),
    'inLanguage': 'fr',
    'url': `${appUrl}${here}`,
    'legislationPassedBy': { '@type': 'GovernmentOrganization', 'name': tenant.name },
    'encoding': {
      '@type': 'MediaObject',
      'encodingFormat': 'application/pdf',
      'contentUrl': `${appUrl}${here}/acte.pdf`,
    },
  }
}
