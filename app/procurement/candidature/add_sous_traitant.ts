import type { SousTraitant } from '../rules/sous_traitant.js'
import Candidature from './candidature.js'
import { SousTraitantsFull } from './errors.js'

const MOST = 30

/** Declares one more, in the name of the person in context. @throws E_CANDIDATURE_MISSING, E_SOUS_TRAITANTS_FULL */
export async function addSousTraitant(
  consultationId: string,
  candidatureId: string,
  declared: SousTraitant
): Promise<void> {
  const candidature = await Candidature.hold(consultationId, candidatureId)
  if (candidature.sousTraitants.length >= MOST) throw new SousTraitantsFull(MOST)
  await candidature.merge({ sousTraitants: [...candidature.sousTraitants, declared] }).save()
}

/** Takes out the one of that name; there is none, and nothing changes. @throws E_CANDIDATURE_MISSING */
export async function removeSousTraitant(
  consultationId: string,
  candidatureId: string,
  name: unknown
): Promise<void> {
  const candidature = await Candidature.hold(consultationId, candidatureId)
  const sousTraitants = candidature.sousTraitants.filter((one) => one.name !== name)
  await candidature.merge({ sousTraitants }).save()
}
