import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { PLI_STATES } from '../rules/pli_lifecycle.js'
import { instant } from './instant.js'

/** The deposits of a consultation, line by line; none before the hour, when nobody counts them. */
export async function depositsOf(
  consultation: Consultation
): Promise<{ columns: string[]; rows: string[][] }> {
  const columns = [
    ...['Reçu', 'Commencé', 'Entreprise', 'SIRET', 'État', 'Fichiers'],
    ...['Octets chiffrés', 'Empreinte SHA-256 du pli'],
  ]
  if (!consultation.isPastTheHour) return { columns, rows: [] }
  const found = await Pli.query()
    .where('consultationId', consultation.id)
    .whereNotNull('receivedAt')
    .orderBy('receivedAt')
  return {
    columns,
    rows: found.map((pli) => {
      const { files, bytes } = weightOf(pli)
      return [
        ...[instant(pli.receivedAt!), instant(pli.startedAt), pli.company, pli.siret],
        ...[PLI_STATES[pli.state].label, String(files), String(bytes), pli.digest!],
      ]
    }),
  }
}

/** How many encrypted files, and what they weigh; their names are not known here. */
function weightOf({ manifest }: Pli): { files: number; bytes: number } {
  const { envelopes } = JSON.parse(manifest!) as {
    envelopes: { files: { pieces: { size: number }[] }[] }[]
  }
  const files = envelopes.flatMap((one) => one.files)
  const pieces = files.flatMap((one) => one.pieces)
  return { files: files.length, bytes: pieces.reduce((sum, { size }) => sum + size, 0) }
}
