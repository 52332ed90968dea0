import type { HttpContext } from '@adonisjs/core/http'
import { ProofNotReady } from '../errors.js'
import { buildProof } from '../jobs/build_proof.js'
import Deposit from '../models/deposit.js'

/** Gathers the proof again, with all that the journal says by now. */
export default class ProofsController {
  async store({ params, response, session }: HttpContext) {
    const deposit = await Deposit.get(params.id)
    if (deposit.state !== 'accepted') throw new ProofNotReady()
    deposit.proofDocumentId = null
    await deposit.save()
    await buildProof.enqueue(
      { depositId: deposit.id },
      { dedupeKey: `archiving.proof.${deposit.id}` }
    )
    session.flash('success', 'Le dossier de preuve se prépare.')
    return response.redirect().back()
  }
}
