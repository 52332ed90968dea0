import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { appUrl } from '#config/app'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type { Actor, Subject } from '#lib/proof'
import { serializeProofBundle } from '#lib/proof'
import { streamOf } from '#lib/zip/zip'
import { proofOf } from './proof_of.js'

/** Its name in the archive: `npm run verify` looks for it beside proof.json. */
const NAME = 'recepisse.txt'

interface Receipt {
  subject: Subject
  /** In French, for who received or deposited. */
  text: string
  by: Actor
}

/**
 * A receipt whose digest the journal quotes, with the proof of it: a ZIP of `recepisse.txt`,
 * `proof.json` and how to verify them without us. Asks for a time-stamp; call it outside any
 * transaction, from a job. The entry is `<room>.receipt_written`.
 */
export async function sealReceipt(tenantId: string, { subject, text, by }: Receipt) {
  const bytes = Buffer.from(text, 'utf8')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tenancy.run(tenantId, () =>
    journal.append({
      type: `${subject.capability}.receipt_written`,
      subject,
      actor: by,
      data: { receipt: sha256 },
    })
  )
  const file = { name: NAME, role: 'receipt', size: bytes.length, sha256 }
  const proof = await proofOf(tenantId, [subject], [file])
  const zip = new yazl.ZipFile()
  zip.addBuffer(bytes, NAME)
  zip.addBuffer(serializeProofBundle(proof), 'proof.json')
  zip.addBuffer(Buffer.from(README, 'utf8'), 'LISEZ-MOI.txt')
  return buffer(streamOf(zip))
}

const README = `RÉCÉPISSÉ SCELLÉ

recepisse.txt dit ce qui a été remis, à qui, quand, et l’empreinte de chaque fichier.
proof.json prouve que le journal cite ce récépissé : chaque écriture est liée à la
précédente, et un scellé signé et horodaté par un tiers (RFC 3161) les couvre.

Pour vérifier, avec le logiciel Halle :
  npm run verify -- /chemin/de/ce/dossier/proof.json --key cle-des-scelles.pem \\
    --anchors racine.pem

La clé des scellés se lit à ${appUrl}/preuves/cle ; le certificat racine, auprès de
l’autorité d’horodatage. Ni l’une ni l’autre ne doit venir de ce dossier.
Pour un fichier : sha256sum le-fichier, et comparer à recepisse.txt.
`
