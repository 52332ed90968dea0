import { DateTime } from 'luxon'
import PDFDocument from 'pdfkit'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { LocalDate, uuidv7 } from '#lib/values'
import { openFolder, provisionParapheur } from '#rooms/parapheur'
import Circuit from '#app/parapheur/models/circuit'
import Delegation from '#app/parapheur/models/delegation'
import Desk from '#app/parapheur/models/desk'
import CertificateLink from '#app/parapheur/models/certificate_link'
import { person, place } from '#tests/world/world'
import commune from '../../../tenants/blueprints/commune.js'
import type { VisitedPage } from '../pages.js'

/** A one-page PDF that could be signed. */
function pdf(text: string): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4' })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  document.text(text)
  document.end()
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
}

export const notPages = [
  'parapheur.documents.show',
  'parapheur.bordereaux.show',
  'parapheur.lists.show',
  'parapheur.seals.certificate',
  // It says what was done once: looked at where something is (tests/browser/visas_by_keys)
  'parapheur.batches.show',
]

/** A folder that waits for a visa and one for a signature, with those whom they wait for. */
export default async function parapheurPages(): Promise<VisitedPage[]> {
  const { id: tenantId } = await place('saint-orven')
  const secretary = await person(
    'Yann Kerbrat',
    { 'saint-orven': ['administrator'] },
    'Secrétaire général'
  )
  const mayor = await person('Soizic Madec', { 'saint-orven': ['signatory'] }, 'Maire')
  const by = { kind: 'person' as const, id: secretary.id }
  const origin = () => ({ capability: 'portal', id: uuidv7() })
  const [visa, signature] = await tenancy.run(tenantId, async () => {
    await provisionParapheur(commune.parapheur)
    const open = async (title: string, circuit: string) => {
      const bytes = await pdf(title)
      const { id } = await documents.store(bytes, { name: 'deliberation-2026-041.pdf' })
      const contents = [{ documentId: id, toSign: true }]
      const dueOn = LocalDate.parse('2027-01-31')
      return openFolder({ title, documents: contents, origin: origin(), by, circuit, dueOn })
    }
    return [
      await open('Tarifs de la cantine pour 2027', 'visa-signature'),
      await open('Convention d’instruction des autorisations d’urbanisme', 'signature'),
    ]
  })
  await tenancy.run(tenantId, async () => {
    for (const granted of [false, true]) {
      await CertificateLink.create({
        userId: mayor.id,
        fingerprint: uuidv7().replace(/-/g, '').padEnd(64, '0'),
        holderName: 'Soizic Le Gall',
        organization: 'Commune de Saint-Orven',
        issuerName: 'AC des signataires',
        expiresAt: DateTime.fromISO('2028-01-01'),
        ...(granted && {
          reason: 'Nom de naissance',
          grantedBy: secretary.id,
          grantedAt: DateTime.now(),
        }),
      })
    }
  })
  await tenancy.run(tenantId, () =>
    Circuit.firstOrCreate(
      { key: 'ancien', version: 1 },
      { name: 'Ancien circuit', steps: '[{"kind":"seal"}]' as never, putAwayAt: DateTime.now() }
    )
  )
  const [circuit, desk] = await tenancy.run(tenantId, async () => [
    await Circuit.named('visa-signature'),
    await Desk.findByOrFail('key', 'maire'),
  ])
  // The page of absences shows one, whatever other specs planned or ended
  await tenancy.run(tenantId, async () => {
    const substitute = await Desk.query().whereNot('id', desk.id).orderBy('key').firstOrFail()
    const days = {
      startsOn: DateTime.fromISO('2031-08-01'),
      endsOn: DateTime.fromISO('2031-08-21'),
    }
    const between = { deskId: desk.id, substituteId: substitute.id, ...days }
    await Delegation.firstOrCreate(between, { ...between, createdBy: mayor.id })
  })
  const base = '/c/saint-orven/parapheur'
  return [
    { name: 'parapheur-desk', path: base, as: secretary },
    { name: 'parapheur-desk-late', path: `${base}?vue=late`, as: secretary },
    { name: 'parapheur-desk-all', path: `${base}?vue=all`, as: mayor },
    { name: 'parapheur-folder-visa', path: `${base}/dossiers/${visa.folderId}`, as: secretary },
    { name: 'parapheur-folder-sign', path: `${base}/dossiers/${signature.folderId}`, as: mayor },
    {
      name: 'parapheur-ceremony',
      path: `${base}/dossiers/${signature.folderId}/signature`,
      as: mayor,
    },
    { name: 'parapheur-absences', path: `${base}/absences`, as: mayor },
    { name: 'parapheur-certificates', path: `${base}/certificats`, as: secretary },
    { name: 'parapheur-circuits', path: `${base}/circuits`, as: secretary },
    { name: 'parapheur-circuit', path: `${base}/circuits/${circuit.id}/modifier`, as: secretary },
    { name: 'parapheur-circuit-new', path: `${base}/circuits/nouveau`, as: secretary },
    { name: 'parapheur-desk-form', path: `${base}/bureaux/${desk.id}/modifier`, as: secretary },
    { name: 'parapheur-seal', path: `${base}/cachet`, as: secretary },
  ]
}
