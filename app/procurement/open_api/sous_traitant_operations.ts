import { behind } from '#rooms/outsiders'
import { addSousTraitant, removeSousTraitant } from '../candidature/add_sous_traitant.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { readSousTraitant } from '../rules/sous_traitant.js'
import { sousTraitantForm } from '../candidature/forms.js'
import { candidatureShape, removedSousTraitant } from './candidature_shapes.js'
import { heldOpen, toldOf } from './held_candidature.js'
import type { OpenOperation } from './open_operation.js'

/** To whom a company's program says that it subcontracts (R2193-1). */
export const sousTraitantOperations: OpenOperation[] = [
  {
    name: 'candidatures.subcontract',
    call: 'POST /candidatures/:id/sous-traitants',
    title: 'Déclarer un sous-traitant, avec chaque fait de R2193-1',
    body: sousTraitantForm,
    answer: { of: 'Candidature', shape: candidatureShape },
    refuses: [409, 422],
    async run({ ctx, params, body }) {
      const { siret = '', priceVariation = '', capacities = '', isNotExcluded = false } = body
      const read = readSousTraitant({ ...body, siret, priceVariation, capacities, isNotExcluded })
      if ('problems' in read) return refuseProblems(read.problems)
      const { consultation, personId } = await heldOpen(ctx.door.personId, params.id)
      await behind({ person: personId }, () =>
        addSousTraitant(consultation.id, params.id, read.sousTraitant)
      )
      return toldOf(personId, params.id)
    },
  },
  {
    name: 'candidatures.take_back_subcontract',
    call: 'POST /candidatures/:id/sous-traitants/retrait',
    title: 'Ne plus déclarer le sous-traitant de ce nom',
    body: removedSousTraitant,
    answer: { of: 'Candidature', shape: candidatureShape },
    refuses: [409],
    async run({ ctx, params, body }) {
      const { consultation, personId } = await heldOpen(ctx.door.personId, params.id)
      await behind({ person: personId }, () =>
        removeSousTraitant(consultation.id, params.id, body.name)
      )
      return toldOf(personId, params.id)
    },
  },
]
