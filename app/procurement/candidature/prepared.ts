import { behind, establishmentsOf, type Door } from '#rooms/outsiders'
import type Consultation from '../drafting/consultation.js'
import Proof from '../vault/proof.js'
import { candidaturesOf } from './candidature_screen.js'

/**
 * What the page of a deposit offers to join: the dossiers that are prepared, and the vaults of whom
 * she acts for. The page takes a vault whole and keeps what she ticked: which proof leaves in a pli,
 * nobody here learns before the hour.
 */
export async function preparedFor({ personId }: Door, { id, isRehearsal }: Consultation) {
  if (isRehearsal) return { dossiers: [], vaults: [] }
  const dossiers = (await candidaturesOf(id, personId)).map(({ candidature, own, lacks }) => ({
    ...{ id: candidature.id, establishmentId: candidature.establishmentId },
    ...{ company: own.company, lacks },
  }))
  const vaults = []
  for (const { id: establishmentId, name } of await establishmentsOf(personId)) {
    const proofs = await behind({ establishments: [establishmentId] }, () =>
      Proof.of(establishmentId)
    )
    if (proofs.length > 0) vaults.push({ establishmentId, name, proofs })
  }
  return { dossiers, vaults }
}
