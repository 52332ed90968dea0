import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { zipSip } from '#app/archiving/formats/sip_zip'
import type { ArchiveObject, ArchiveUnit, Transfer } from '#app/archiving/formats/transfer'
import { buildTransferManifest } from '#app/archiving/formats/transfer_manifest'
import { accessRuleOfActe, appraisalRuleOfActe } from '#app/archiving/rules/actes_profile'

export const CONTENTS = new Map([
  ['deliberation.pdf', Buffer.from('%PDF-1.7 délibération signée')],
  ['accuse.xml', Buffer.from('<ARActe/>')],
  ['annexe du budget (été).PDF', Buffer.from('%PDF-1.7 annexe')],
])

function objectOf(fileName: string, mediaType: string): ArchiveObject {
  const bytes = CONTENTS.get(fileName)!
  const value = createHash('sha512').update(bytes).digest('hex')
  const digest = { algorithm: 'SHA-512' as const, value }
  return { fileName, mediaType, size: bytes.length, digest, lastModified: '2026-11-20T17:00:00Z' }
}

/** A deliberation of Kervalan with its acknowledgement and one annex. */
export function sampleTransfer(change: Partial<Transfer> = {}): Transfer {
  const signed: ArchiveUnit = {
    level: 'Item',
    title: 'Délibération signée',
    transactedDate: '2026-11-19',
    object: objectOf('deliberation.pdf', 'application/pdf'),
    signing: {
      roles: ['SignedDocument', 'Signature', 'Timestamp'],
      signers: [{ fullName: 'Soizic Madec', at: '2026-11-19T17:58:00Z', function: 'Maire' }],
      timestamp: '2026-11-19T17:58:01Z',
    },
  }
  const receipt: ArchiveUnit = {
    level: 'Item',
    title: 'Accusé de réception de la préfecture',
    receivedDate: '2026-11-20',
    object: objectOf('accuse.xml', 'application/xml'),
    signing: { roles: ['AdditionalProof'], signs: signed, proof: ['Accusé @CTES'] },
  }
  const annex: ArchiveUnit = {
    level: 'Item',
    title: 'Annexe : <budget> & tableaux',
    object: objectOf('annexe du budget (été).PDF', 'application/pdf'),
  }
  return {
    version: '2.2',
    style: 'vitam',
    identifier: 'HALLE-kervalan-000042',
    at: '2026-11-22T08:00:00Z',
    comment: 'Délibération 2026-042',
    agreement: 'ACCORD-ACTES',
    archivalProfile: 'PROFIL-ACTES',
    archivalAgency: { identifier: 'halle' },
    transferringAgency: { identifier: '213501230' },
    originatingAgency: { identifier: '213501230' },
    unit: {
      level: 'RecordGrp',
      title: 'Délibération 2026-042 : budget supplémentaire',
      filePlanPosition: '7.1',
      originatingSystemId: '035-213501230-20261119-2026_042-DE',
      description: 'Acte transmis au contrôle de légalité',
      custodialHistory: ['Acte télétransmis par la plateforme Halle.'],
      documentType: 'Délibération',
      keywords: [
        { content: 'Finances locales', reference: '7.1', type: 'subject' },
        { content: 'Kervalan', type: 'geogname' },
      ],
      startDate: '2026-11-19',
      endDate: '2026-11-20',
      appraisal: appraisalRuleOfActe('2026-11-19'),
      access: accessRuleOfActe({ nature: 1, matiere: '7.1' }, '2026-11-19'),
      units: [signed, receipt, annex],
    },
    ...change,
  }
}

/** The bytes of the package of a transfer. */
export function sipOf(transfer: Transfer): Promise<Buffer> {
  const { manifest, plan } = buildTransferManifest(transfer)
  const openObject = async ({ object }: { object: ArchiveObject }) =>
    Readable.from([CONTENTS.get(object.fileName)!])
  return buffer(zipSip({ manifest, plan, at: new Date(transfer.at), openObject }))
}
