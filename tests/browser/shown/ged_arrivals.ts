import Node from '#app/ged/nodes/node'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import DocumentType from '#app/ged/types/document_type'
import Relation from '#app/ged/relations/relation'
import { aDocument, aPdf } from '#tests/ged/support/documents'
import { inletOf } from '#tests/ged/support/inlets'
import Arrival from '#app/ged/inlets/arrival'
import Inlet from '#app/ged/inlets/inlet'
import Cut from '#app/ged/separators/cut'
import { NO_PLACE } from '#app/ged/separators/placed_by_sheet'
import type { Tenant } from '#kernel/tenant'

/** A mailbox of which something came, something was refused, and which does not answer any more. */
export async function inletShown(tenant: Tenant, nodeId: string) {
  const access = { login: 'courrier@kervalan.test', password: 'secret' }
  const source = `imap.kervalan.test:993/${uuidv7().slice(-6)}`
  const { inlet, within } = await inletOf(tenant, { kind: 'mailbox', source, ...access })
  await within(async () => {
    await Arrival.note(inlet.id, { key: '1.1', name: 'Devis du toit.eml' }, { nodeId })
    const refusal =
      'Le fichier « Facture.eml » contient un programme malveillant (Eicar) : il n’a pas été enregistré.'
    await Arrival.note(inlet.id, { key: '1.2', name: 'Facture.eml' }, { refusal })
    await Inlet.visited(
      inlet.id,
      'La boîte ne répond pas (ETIMEDOUT) : vérifiez le serveur et le port.'
    )
  })
  return inlet
}

/** A scan that is proposed what three others became. */
export async function proposed(inlet: Inlet): Promise<string> {
  const type = await DocumentType.query().where('code', 'arrete').firstOrFail()
  const past = clock.now().minus({ days: 1 })
  const at = { created_at: past.minus({ hours: 1 }).toJSDate(), updated_at: past.toJSDate() }
  for (const number of [1, 2, 3]) {
    const { id } = await aDocument(`Stationnement_${number}.txt`)
    await Node.query()
      .where('id', id)
      .update({ ...at, type_id: type.id })
    await Arrival.note(inlet.id, { key: uuidv7(), name: 'Stationnement_1.txt' }, { nodeId: id })
  }
  const { id } = await aDocument('Stationnement_4.txt')
  await Arrival.note(inlet.id, { key: uuidv7(), name: 'Stationnement_4.txt' }, { nodeId: id })
  return id
}

/** A pile that came by an inlet, of which one document does not stand where its sheet says. */
export async function cutScan(inlet: Inlet): Promise<string> {
  const { id } = await aPdf('Pile du courrier.pdf')
  await Arrival.note(inlet.id, { key: uuidv7(), name: 'Pile du courrier.pdf' }, { nodeId: id })
  for (const [rank, leftBecause] of [null, NO_PLACE].entries()) {
    const pages = rank === 0 ? 'pages 2 à 4' : 'page 6'
    const part = await aDocument(`Pile du courrier (${pages}).pdf`)
    await Relation.create({
      ...{ fromId: part.id, toId: id, kind: 'extracts', pages, leftBecause },
      createdAt: clock.now(),
    })
  }
  await Cut.made(id, 2)
  return id
}
