import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { discard } from '#app/ged/nodes/trash'
import SavedSearch from '#app/ged/searches/saved_search'
import { placeHold } from '#app/ged/holds/place_hold'
import Comment from '#app/ged/comments/comment'
import Relation from '#app/ged/relations/relation'
import Elimination, { EliminationLine } from '#app/ged/eliminations/elimination'
import PersonSearch from '#app/ged/privacy/person_search'
import { tellProcessing } from '#app/ged/privacy/tell_processing'
import DocumentType from '#app/ged/types/document_type'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import Arrival from '#app/ged/inlets/arrival'
import Inlet from '#app/ged/inlets/inlet'
import { sealed } from '#app/ged/inlets/secrets'
import { commonSpace, openService, personalSpace } from '#app/ged/spaces/usual_spaces'
import { openLink } from '#app/ged/links/open_link'
import { signedKey } from '#web/signed_key'
import { uuidv7 } from '#lib/values'
import { aDocument, aFolder } from '#tests/ged/support/documents'
import { aFiledActe } from '#tests/ged/support/filed'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

/** To the service of names that nobody has: nothing is asked of it here. */
const MAILBOX = {
  ...{
    kind: 'mailbox',
    host: 'imap.exemple.test',
    port: 993,
    box: 'INBOX',
    mailLogin: 'a@exemple.test',
  },
  ...{ password: 'secret', space: 'commun' },
}

/** What is looked for of a person, proposed for destruction, and said of a type of documents. */
async function answeredFor(personId: string, nodeId: string) {
  await giveUsualTypes()
  const type = (await DocumentType.query().where('code', 'permis').firstOrFail()).id
  const told = {
    purpose: 'Instruire chez la voisine',
    legalBasis: 'e',
    persons: 'Demandeurs',
  } as const
  const rest = { data: 'Identité', disclosedTo: 'Service' }
  await tellProcessing(await DocumentType.get(type), { ...told, ...rest }, SYSTEM)
  const said = {
    family: 'Personne-de-la-voisine',
    given: null,
    others: [],
    email: null,
    phone: null,
  }
  const search = await PersonSearch.create({
    ...{ ownerId: personId, reference: null, at: clock.now() },
    said: JSON.stringify(said) as never,
  })
  const elimination = await Elimination.create({ openedAt: clock.now() })
  const line = await EliminationLine.create({
    ...{ eliminationId: elimination.id, nodeId, title: 'Ligne de la voisine', path: 'Pli.txt' },
    ...{ retentionRule: 'P1Y', until: clock.now(), outcome: null },
  })
  return { type, person: search.id, elimination: elimination.id, line: line.id }
}

export default defineWorld(async (_tenantId, personId) => {
  const { slug, id: space } = await openService(
    `secret-${uuidv7().slice(-12)}`,
    'Espace de la voisine'
  )
  const own = await personalSpace(personId)
  const folder = await aFolder('Dossier de la voisine')
  const { id } = await aDocument('Secret de la voisine.txt', folder)
  const gone = await aDocument('Brouillon de la voisine.txt')
  await discard(gone, SYSTEM)
  const inlet = await Inlet.create({
    ...{
      kind: 'mailbox',
      source: `imap.exemple.test:993/${uuidv7()}`,
      login: 'voisine@exemple.test',
    },
    ...{ password: sealed('secret'), spaceId: (await commonSpace()).id, openedAt: clock.now() },
  })
  await Arrival.note(inlet.id, { key: '1.1', name: 'Courrier de la voisine.eml' }, { nodeId: id })
  const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const link = await openLink(folder, { kind: 'read', until }, SYSTEM)
  const search = await SavedSearch.create({
    ...{ ownerId: personId, spaceId: space, name: 'Recherche de la voisine', words: 'voisine' },
    createdAt: clock.now(),
  })
  const frozen = await aDocument('Pièce gelée de la voisine.txt')
  const hold = await placeHold(frozen, 'Contentieux de la voisine', SYSTEM)
  const comment = await Comment.create({
    ...{ nodeId: id, authorId: personId, body: 'Avis de la voisine', at: clock.now() },
  })
  const relation = await Relation.create({
    ...{ fromId: id, toId: frozen.id, kind: 'see', createdAt: clock.now() },
  })
  const keep = (list: string) =>
    put('kernel.saved_views', {
      ...{ list, name: `Vue de la voisine ${uuidv7()}`, query: 'nom=plan', person_id: personId },
      ...{ shared: false, created_at: new Date() },
    })
  const [view, viewOfTrash] = [await keep('ged.place'), await keep('ged.trash')]
  await aFiledActe('Acte clos de la voisine')
  const { type, person, elimination, line } = await answeredFor(personId, id)
  return {
    routes: {
      'ged.registers.': { type },
      'ged.person': { person },
      'ged.elimination': { elimination },
      'ged.elimination_lines.': { line },
      'ged.proposals.destroy': { id, document: id, key: 'a'.repeat(32) },
      'ged.': { id, link: link.id, slug, space, folder: folder.id, document: id, element: id },
      'ged.space_exports.': { slug: own.slug },
      'ged.saved_searches.': { search: search.id },
      'ged.search_follows.': { search: search.id },
      'ged.past_folders.': { id: folder.id, day: clock.today().toString() },
      'ged.holds.destroy': { hold: hold.id },
      'ged.comments.destroy': { comment: comment.id },
      'ged.comment_resolutions.': { comment: comment.id },
      'ged.relations.destroy': { relation: relation.id },
      'ged.inlet': { inlet: inlet.id },
      'ged.folders.show': { id: folder.id },
      'ged.folder_lists.': { id: folder.id, view },
      'ged.space_lists.': { slug, view },
      'ged.trash_lists.': { view: viewOfTrash },
      'ged.rights.': { id: folder.id },
      'ged.closings.': { id: folder.id },
      'ged.shares.destroy': { guest: uuidv7() },
      // To the neighbour, the public links of this one: each is named by what only this one can make
      'ged.public.': { link: signedKey('ged.link', link.id), node: id, box: 'personne' },
      'ged.public.links.below': { node: folder.id },
      'ged.trash.destroy': { id: gone.id },
    },
    bodies: {
      'ged.space_lists.store': { geste: 'corbeille', ids: [folder.id] },
      'ged.folder_lists.store': { geste: 'corbeille', ids: [id] },
      'ged.trash_lists.store': { geste: 'retablir', ids: [gone.id] },
      'ged.space_lists.keep': { nom: 'Vue' },
      'ged.folder_lists.keep': { nom: 'Vue' },
      'ged.trash_lists.keep': { nom: 'Vue' },
      'ged.closings.store': { from: '31/12/2025' },
      'ged.folders.store': { name: 'Dossier' },
      'ged.names.update': { name: 'Autre nom' },
      'ged.documents.update': { title: 'Autre titre' },
      'ged.deposits.update': { lines: { [id]: { date: '01/01/2026' } } },
      'ged.spaces.store': { name: 'Espace neuf' },
      'ged.sheets.store': { count: '2' },
      'ged.proposals.store': { key: 'a'.repeat(32) },
      'ged.proposals.destroy': { key: 'a'.repeat(32) },
      'ged.registers.update': {
        ...{ purpose: 'Autre finalité', legalBasis: 'c', persons: 'Habitants' },
        ...{ data: 'Identité', disclosedTo: 'Service' },
      },
      'ged.person_searches.store': { family: 'Caradec' },
      'ged.elimination_visas.store': { reference: 'AD 1', visaDay: clock.today().toString() },
      'ged.types.store': { label: 'Type neuf' },
      'ged.saved_searches.store': { name: 'Recherche neuve', q: 'voirie' },
      'ged.comments.store': { body: 'Un avis' },
      'ged.relations.store': { kind: 'see', to: frozen.id },
      'ged.holds.store': { reason: 'Un contentieux' },
      'ged.inlets.store': MAILBOX,
      'ged.links.store': { kind: 'read', until },
      'ged.shares.store': { guest: 'Landreval', level: 'reader' },
    },
    granted: ['ged.public.link_'],
    secrets: [
      'Instruire chez la voisine',
      'Personne-de-la-voisine',
      'Ligne de la voisine',
      'Recherche de la voisine',
      'Contentieux de la voisine',
      'Avis de la voisine',
      'Courrier de la voisine',
      'voisine@exemple.test',
      'Espace de la voisine',
      'Dossier de la voisine',
      'Secret de la voisine',
      'Acte clos de la voisine',
    ],
  }
})
