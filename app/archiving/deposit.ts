import { clock } from '#kernel/clock'
import type { Actor } from '#kernel/actor'
import { DocumentMissing, documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { dossierClosed } from '#web/dossiers'
import { NothingToArchive } from './errors.js'
import type {
  DepositDescription,
  DocumentDetails,
  DocumentRole,
} from './formats/deposit_description.js'
import { insertRows } from './insert_rows.js'
import { prepareDeposit } from './jobs/prepare_deposit.js'
import Deposit from './models/deposit.js'
import EntryAgreement, { type ProfileName } from './models/entry_agreement.js'
import { archivingSettings } from './settings.js'

/** A document of the tenant to archive, and what it is. */
export interface DepositedDocument extends DocumentDetails {
  documentId: string
  role: DocumentRole
  title: string
  fileName: string
}

export interface DepositRequest extends DepositDescription {
  origin: { capability: string; id: string }
  profile: ProfileName
  documents: DepositedDocument[]
  by: Actor
}

/**
 * Asks for something to be archived, in the transaction in context; the package is built, checked
 * and settled afterwards (archiveAccepted, archiveRejected). Asking twice finds the first demand,
 * which may have been accepted: no event will come again.
 * @throws E_ARCHIVING_NOTHING, E_DOCUMENT_MISSING
 */
export async function deposit(
  request: DepositRequest
): Promise<{ depositId: string; isAccepted: boolean }> {
  const { origin, profile, documents: files, by, ...description } = request
  const known = await Deposit.query()
    .where({ originCapability: origin.capability, originId: origin.id })
    .first()
  if (known) return { depositId: known.id, isAccepted: known.state === 'accepted' }
  if (files.length === 0) throw new NothingToArchive()
  const created = await createDeposit(origin, profile, description)
  const digests = await attachFiles(created.id, files)
  await journal.append({
    type: 'archiving.deposit_prepared',
    subject: created.ref,
    actor: by,
    data: { origin, message: created.messageIdentifier, documents: digests },
  })
  await prepareDeposit.enqueue({ depositId: created.id }, { dedupeKey: `archiving.${created.id}` })
  await dossierClosed.emit({ room: origin.capability, dossierId: origin.id })
  return { depositId: created.id, isAccepted: false }
}

async function createDeposit(
  origin: DepositRequest['origin'],
  profile: ProfileName,
  description: DepositDescription
): Promise<Deposit> {
  const tenant = await tenants.current()
  const agreement = await EntryAgreement.forProfile(profile)
  const id = uuidv7()
  const day = clock.today().compact()
  const { destination, sedaVersion, archivalAgency } = archivingSettings(tenant)
  return Deposit.create({
    id,
    originCapability: origin.capability,
    originId: origin.id,
    state: 'prepared',
    destination,
    sedaVersion,
    archivalAgency,
    agreement: agreement.identifier,
    messageIdentifier: `HALLE-${tenant.siren}-${day}-${id.slice(-12)}`,
    title: description.title,
    description,
    checks: [],
  })
}

/** Writes the list of files and returns their digests, in its order. */
async function attachFiles(depositId: string, files: DepositedDocument[]): Promise<string[]> {
  const kept = await documents.findMany(files.map(({ documentId }) => documentId))
  if (kept.length < files.length) throw new DocumentMissing()
  await insertRows(
    'deposit_documents',
    files.map(({ documentId, role, title, fileName, ...details }, index) => ({
      tenant_id: tenancy.tenantId(),
      id: uuidv7(),
      deposit_id: depositId,
      position: index + 1,
      role,
      title,
      file_name: fileName,
      document_id: documentId,
      details: JSON.stringify(details),
      created_at: clock.now().toJSDate(),
    }))
  )
  return kept.map(({ sha256 }) => sha256)
}
