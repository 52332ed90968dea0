import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { shareSpace } from '#app/ged/sharing/share_space'
import { commonSpace, openService } from '#app/ged/spaces/usual_spaces'
import { linkPath } from '#app/ged/links/addresses'
import { openLink } from '#app/ged/links/open_link'
import Node from '#app/ged/nodes/node'
import { beginDeposit } from '#app/ged/links/link_deposit'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import SavedSearch from '#app/ged/searches/saved_search'
import { follow } from '#app/ged/searches/follow'
import { noteTold } from '#app/ged/searches/told'
import Elimination, { EliminationLine } from '#app/ged/eliminations/elimination'
import PersonSearch from '#app/ged/privacy/person_search'
import { tellProcessing } from '#app/ged/privacy/tell_processing'
import DocumentType from '#app/ged/types/document_type'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import Comment from '#app/ged/comments/comment'
import Relation from '#app/ged/relations/relation'
import { placeHold } from '#app/ged/holds/place_hold'
import { aDocument, aFolder, aPdf } from '#tests/ged/support/documents'
import { discard } from '#app/ged/nodes/trash'
import { inletOf } from '#tests/ged/support/inlets'
import Arrival from '#app/ged/inlets/arrival'
import Inlet from '#app/ged/inlets/inlet'
import Cut from '#app/ged/separators/cut'
import { NO_PLACE } from '#app/ged/separators/placed_by_sheet'
import type { Tenant } from '#kernel/tenant'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'

export const notPages = [
  'ged.files.show',
  // It leads to the address of a day
  'ged.past_folders.index',
  'ged.registers.file',
  'ged.eliminations.file',
  'ged.person_exports.show',
  'ged.public.link_files.show',
  'ged.public.link_deposits.receipt',
  'ged.space_lists.file',
  'ged.trash_lists.file',
  'ged.folder_lists.file',
  // They say what was done once: tests/ged/several_documents_at_once
  'ged.space_lists.show',
  'ged.folder_lists.show',
  'ged.trash_lists.show',
  // What was dropped, told once: tests/browser/a_box_of_papers
  'ged.deposits.show',
]

/** A mailbox of which something came, something was refused, and which does not answer any more. */
async function inletShown(tenant: Tenant, nodeId: string) {
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
async function proposed(inlet: Inlet): Promise<string> {
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
async function cutScan(inlet: Inlet): Promise<string> {
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

/** What is said of a type of documents, looked for of a person, and proposed for destruction. */
async function answeredFor(ownerId: string) {
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

/** The documents of a member, as its administrator opens them. */
export default async function gedPages(): Promise<VisitedPage[]> {
  const tenant = await place('kervalan')
  const { id: tenantId } = tenant
  const as = await person('Maëlle Le Goff', { kervalan: ['administrator'] })
  const { folder, document } = await tenancy.run(tenantId, async () => {
    await commonSpace()
    const opened = await aFolder('Voirie')
    await discard(await aDocument('Brouillon.txt', opened), SYSTEM)
    return { folder: opened, document: await aDocument('Arrêté 2026-117.txt', opened) }
  })
  const pdf = await tenancy.run(tenantId, () => aPdf('Nomination.pdf', folder))
  const inlet = await inletShown(tenant, document.id)
  const guest = await person('Gaël Riou', { landreval: ['agent'] })
  const guestId = (await place('landreval')).id
  const slug = `eaux-${uuidv7().slice(-12)}`
  await tenancy.run(tenantId, async () => {
    await openService(slug, 'Service des eaux')
    await shareSpace({ slug, guestId, level: 'editor' })
  })
  const until = clock.now().plus({ days: 9 }).toISODate()!
  const { read, drop, box, below } = await tenancy.run(tenantId, async () => {
    const takes = await openLink(folder, { kind: 'drop', until }, SYSTEM)
    return {
      below: await Node.openFolder(folder.within, 'Travaux', SYSTEM),
      read: await openLink(folder, { kind: 'read', until }, SYSTEM),
      drop: takes,
      box: await beginDeposit(takes, { depositor: 'SARL Bâti Breizh' }),
    }
  })
  const { search, frozen } = await tenancy.run(tenantId, async () => {
    const kept = await SavedSearch.create({
      ...{ ownerId: as.id, spaceId: null, name: 'Arrêtés de voirie', words: 'type:arrêté voirie' },
      createdAt: clock.now(),
    })
    await follow(kept.id, as.id)
    await noteTold({ searchId: kept.id, personId: as.id }, [document.id])
    const held = await aDocument('Marché contesté.txt')
    await placeHold(held, 'Recours devant le tribunal administratif de Rennes', SYSTEM)
    const said = { nodeId: document.id, at: clock.now() }
    await Comment.create({ ...said, authorId: as.id, body: 'À relire avant le conseil.' })
    await Comment.create({ ...said, authorId: as.id, body: null, withdrawnAt: clock.now() })
    await Relation.create({
      ...{ fromId: document.id, toId: held.id, kind: 'annex', createdAt: clock.now() },
    })
    return { search: kept, frozen: held }
  })
  const answered = await tenancy.run(tenantId, () => answeredFor(as.id))
  const scan = await tenancy.run(tenantId, () => proposed(inlet))
  const cut = await tenancy.run(tenantId, () => cutScan(inlet))
  const today = clock.today().toString()
  const base = '/c/kervalan/ged'
  return [
    { name: 'ged-spaces', path: base, as },
    { name: 'ged-space', path: `${base}/espaces/commun`, as },
    { name: 'ged-folder', path: `${base}/dossiers/${folder.id}`, as },
    { name: 'ged-folder-past', path: `${base}/dossiers/${folder.id}/au/${today}`, as },
    { name: 'ged-closing', path: `${base}/dossiers/${folder.id}/cloture`, as },
    { name: 'ged-document', path: `${base}/documents/${document.id}`, as },
    { name: 'ged-redaction', path: `${base}/documents/${pdf.id}/occultation`, as },
    { name: 'ged-shares', path: `${base}/espaces/${slug}/partage`, as },
    { name: 'ged-links', path: `${base}/elements/${folder.id}/liens`, as },
    { name: 'ged-link-read', path: linkPath(tenant, read.id) },
    { name: 'ged-link-below', path: `${linkPath(tenant, read.id)}/dossiers/${below.id}` },
    { name: 'ged-link-drop', path: linkPath(tenant, drop.id) },
    { name: 'ged-link-deposit', path: `${linkPath(tenant, drop.id)}/depots/${box}` },
    { name: 'ged-search', path: `${base}/recherche?q=arrete+117`, as },
    { name: 'ged-guest', path: `${base}/espaces/${slug}`, as: guest },
    { name: 'ged-trash', path: `${base}/corbeille`, as },
    { name: 'ged-saved-search', path: `${base}/recherches/${search.id}`, as },
    { name: 'ged-holds', path: `${base}/gels`, as },
    { name: 'ged-document-held', path: `${base}/documents/${frozen.id}`, as },
    { name: 'ged-inlets', path: `${base}/arrivees`, as },
    { name: 'ged-inlet', path: `${base}/arrivees/${inlet.id}`, as },
    { name: 'ged-sheets', path: `${base}/feuilles`, as },
    { name: 'ged-document-cut', path: `${base}/documents/${cut}`, as },
    { name: 'ged-types', path: `${base}/types`, as },
    { name: 'ged-document-proposed', path: `${base}/documents/${scan}`, as },
    { name: 'ged-register', path: `${base}/registre`, as },
    { name: 'ged-register-type', path: `${base}/registre/${answered.type}`, as },
    { name: 'ged-persons', path: `${base}/personnes`, as },
    { name: 'ged-person', path: `${base}/personnes/${answered.person}`, as },
    { name: 'ged-eliminations', path: `${base}/eliminations`, as },
    { name: 'ged-elimination', path: `${base}/eliminations/${answered.elimination}`, as },
  ]
}
