import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { documents } from '#kernel/documents'
import { sendDocument } from '#web/documents/send'
import { told } from '#web/api/shapes'
import { changesOf } from '../drafting/changes.js'
import type Consultation from '../drafting/consultation.js'
import { ConsultationMissing } from '../errors.js'
import { currentVersion, filesNow, versionsOf } from '../changing/dossier_version.js'
import { noteTaken, WHOLE } from '../changing/withdrawal.js'
import { sendDce } from '../publication/dce_zip.js'
import { withPublished } from './find_published.js'
import { listPublished } from './list_published.js'
import { wanted } from './wanted.js'
import type { OpenOperation } from './open_operation.js'
import { consultationShape, summaryOf, summaryShape, wholeOf } from './told.js'

const change = vine.create({
  kind: told.text(),
  at: told.moment(),
  words: told.text(),
  deadline: told.moment().nullable(),
})

/** What everybody reads of the consultations of all the members, without a key (OE-05). */
export const consultationOperations: OpenOperation[] = [
  {
    name: 'consultations.index',
    call: 'GET /consultations',
    title: 'Lister les consultations publiées',
    says: 'Les plus récentes d’abord. `cpv` prend un code ou son début ; `buyer`, un SIREN, un SIRET ou un nom court.',
    query: wanted,
    answer: { of: 'ConsultationEnListe', shape: summaryShape, list: true },
    async run({ query }) {
      const { closesAfter, ...rest } = query
      const after = closesAfter && DateTime.fromISO(closesAfter, { zone: 'Europe/Paris' })
      const { rows, next } = await listPublished({ ...rest, closesAfter: after })
      return { items: rows.map(summaryOf), next }
    },
  },
  {
    name: 'consultations.show',
    call: 'GET /consultations/:id',
    title: 'Lire une consultation publiée',
    answer: { of: 'ConsultationPubliee', shape: consultationShape },
    run: ({ params }) => withPublished(params.id, wholeOf),
  },
  {
    name: 'consultations.document',
    call: 'GET /consultations/:id/documents/:sha256',
    title: 'Télécharger un document par son empreinte',
    answer: { mediaType: '*/*', says: 'Le document' },
    run: ({ params, ctx }) =>
      withPublished(params.id, async (one) => {
        const { id, name } = await documentOf(one, params.sha256)
        await noteTaken(ctx, one, name)
        return sendDocument(ctx, id, { name, isPublic: true })
      }),
  },
  {
    name: 'consultations.dce',
    call: 'GET /consultations/:id/dce.zip',
    title: 'Télécharger tout le dossier',
    answer: {
      mediaType: 'application/zip',
      says: 'Le règlement et les documents, toujours les mêmes octets',
    },
    run: ({ params, ctx }) =>
      withPublished(params.id, async (one) => {
        const version = await currentVersion(one)
        await noteTaken(ctx, one, WHOLE, version.number)
        return sendDce(ctx, one, version)
      }),
  },
  {
    name: 'consultations.changes',
    call: 'GET /consultations/:id/changes',
    title: 'Lire ce qui a changé depuis la publication',
    answer: { of: 'Changement', shape: change, list: true },
    run: ({ params }) =>
      withPublished(params.id, async (one) => ({ items: await changesOf(one), next: null })),
  },
  {
    name: 'consultations.trousseau',
    call: 'GET /consultations/:id/trousseau.json',
    title: 'Lire le trousseau d’ouverture',
    says: 'Le format `halle-trousseau/1` ; son empreinte SHA-256 est celle du règlement signé.',
    answer: { mediaType: 'application/json', says: 'Les octets du trousseau' },
    run: ({ params, ctx }) =>
      withPublished(params.id, async (consultation) => {
        await consultation.keys()
        return ctx.response.header('content-type', 'application/json').send(consultation.trousseau)
      }),
  },
]

/** @throws E_CONSULTATION_MISSING */
async function documentOf(one: Consultation, sha256: string) {
  const rc = await documents.find(one.signedRcDocumentId!)
  if (rc.sha256 === sha256) return { id: rc.id, name: 'reglement-de-consultation.pdf' }
  // A digest of a former version is still found: what was published stays downloadable
  const formerly = (await versionsOf(one)).flatMap(({ files }) => files)
  const found = [...(await filesNow(one)), ...formerly].find((file) => file.sha256 === sha256)
  if (!found) throw new ConsultationMissing()
  return { id: found.documentId, name: found.name }
}
