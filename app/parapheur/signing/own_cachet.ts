import type { LocalSigner } from '#lib/signature'
import Seal from '../models/seal.js'
import { sealRefusal } from './holders.js'

/** What seals for the tenant in context, or null: it has none, or one that speaks for another. */
export async function ownCachet(): Promise<LocalSigner | null> {
  const seal = await Seal.inForce()
  const signer = await seal?.open()
  return signer && !(await sealRefusal(signer.certificate)) ? signer : null
}
