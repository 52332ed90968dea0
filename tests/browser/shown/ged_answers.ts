import { SYSTEM } from '#kernel/actor'
import Node from '#app/ged/nodes/node'
import { clock } from '#kernel/clock'
import Elimination, { EliminationLine } from '#app/ged/eliminations/elimination'
import PersonSearch from '#app/ged/privacy/person_search'
import { tellProcessing } from '#app/ged/privacy/tell_processing'
import DocumentType from '#app/ged/types/document_type'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import { aDocument } from '#tests/ged/support/documents'

/** What is said of a type of documents, looked for of a person, and proposed for destruction. */
export async function answeredFor(ownerId: string) {
  await giveUsualTypes()
  const type = await DocumentType.query().where('code', 'permis').firstOrFail()
  await tellProcessing(
    type,
    {
      ...{ purpose: 'Instruire les demandes de permis', legalBasis: 'e' },
      ...{ persons: 'Demandeurs, voisins', data: 'Identité, adresse, plans' },
      disclosedTo: 'Service instructeur, préfecture',
    },
    SYSTEM
  )
  await aDocument('Permis de Yann Kerbiriou.txt')
  // As machines name them: no place where a line may break
  await aDocument(`${'Arrete_municipal_circulation_'.repeat(3)}2026-117.txt`)
  const said = { family: 'Kerbiriou', given: 'Yann', others: [], email: null, phone: null }
  const search = await PersonSearch.create({
    ...{ ownerId, reference: 'DA-2026-14', at: clock.now() },
    said: JSON.stringify(said) as never,
  })
  for (const name of ['Bordereau de 2012.txt', 'Mandat de 2013.txt']) {
    const { id } = await aDocument(name)
    const kept = { retention_rule: 'P10Y', retention_from: '2013-12-31', final_action: 'destroy' }
    await Node.query().where('id', id).update(kept)
  }
  const elimination = await Elimination.create({ openedAt: clock.now(), openedBy: ownerId })
  const { id: nodeId } = await aDocument('Titres de 2011.txt')
  await EliminationLine.create({
    ...{
      eliminationId: elimination.id,
      nodeId,
      title: 'Titres de 2011',
      type: 'Titre de recettes',
    },
    ...{ path: 'Titres de 2011.txt', retentionRule: 'P10Y', until: clock.now(), outcome: null },
  })
  return { type: type.id, person: search.id, elimination: elimination.id }
}
