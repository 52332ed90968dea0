import { actesConfig } from '#config/actes'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { ArchiveTooLarge } from '../errors.js'
import { buildArchive, type ArchiveFile } from '../formats/archive.js'
import { buildEnvelope } from '../formats/envelope.js'
import { archiveName, envelopeBase, envelopeName } from '../formats/names.js'
import type { TransmissionType } from '../models/transmission.js'
import Transmission from '../models/transmission.js'
import { LARGEST_ARCHIVE } from '../rules/documents.js'
import { actesSettings } from '../settings.js'

interface ToFreeze {
  type: TransmissionType
  acteId: string | null
  message: ArchiveFile
  documents?: ArchiveFile[]
}

/**
 * Builds the archive of a message once, with the next envelope of the day, and keeps its bytes:
 * whatever happens later, the same bytes go under the same name. In the transaction in context.
 * @throws E_ACTE_ARCHIVE_TOO_LARGE
 */
export async function freeze({ type, acteId, message, documents: files = [] }: ToFreeze) {
  const tenant = await tenants.current()
  const day = clock.today()
  const counter = await nextEnvelope(day.toString())
  const base = envelopeBase(actesConfig.appli, tenant.siren, day, counter)
  const envelope = { name: envelopeName(base), bytes: envelopeOf(tenant, message.name) }
  const bytes = await buildArchive([envelope, message, ...files])
  if (bytes.length > LARGEST_ARCHIVE) throw new ArchiveTooLarge()
  const name = archiveName(actesConfig.trigramme, base)
  const kept = await documents.store(bytes, { name })
  return Transmission.create({
    acteId,
    type,
    state: 'frozen',
    envelope: base,
    archiveName: name,
    archiveDocumentId: kept.id,
    archiveDigest: kept.sha256,
    attempts: 0,
    createdAt: clock.now(),
  })
}

/** Where the answers must come: the platform first, or they would be lost. */
function envelopeOf(tenant: Tenant, messageName: string): Buffer {
  const settings = actesSettings(tenant)
  return buildEnvelope({
    sender: {
      siren: tenant.siren,
      departement: tenant.departement,
      arrondissement: tenant.arrondissement,
      nature: tenant.natureCode,
    },
    referent: {
      name: settings.referentName || tenant.name,
      phone: settings.referentPhone || undefined,
      email: settings.referentEmail || undefined,
    },
    returnAddresses: [actesConfig.inbox.returnAddress, ...settings.extraReturnAddresses],
    messageNames: [messageName],
  })
}

/** The counter of the day, taken under the lock of its row. */
async function nextEnvelope(day: string): Promise<number> {
  const { rows } = await tenancy.trx().rawQuery(
    `insert into actes.envelope_counters (tenant_id, day, last) values (?, ?, 1)
     on conflict (tenant_id, day) do update set last = envelope_counters.last + 1 returning last`,
    [tenancy.tenantId(), day]
  )
  return rows[0].last
}
