import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { shareSpace } from '#app/ged/sharing/share_space'
import { commonSpace, openService } from '#app/ged/spaces/usual_spaces'
import { linkPath } from '#app/ged/links/addresses'
import { openLink } from '#app/ged/links/open_link'
import Node from '#app/ged/nodes/node'
import Version from '#app/ged/nodes/version'
import { beginDeposit } from '#app/ged/links/link_deposit'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { readNow } from '#web/search'
import { drawnPdf, SENTENCE } from '#tests/lib/pdf/drawn_pdf'
import { addVersion } from '#app/ged/nodes/file_document'
import SavedSearch from '#app/ged/searches/saved_search'
import { follow } from '#app/ged/searches/follow'
import { noteTold } from '#app/ged/searches/told'
import Comment from '#app/ged/comments/comment'
import Relation from '#app/ged/relations/relation'
import { placeHold } from '#app/ged/holds/place_hold'
import { aDocument, aFolder, aPdf } from '#tests/ged/support/documents'
import { aFiledActe } from '#tests/ged/support/filed'
import { closedSpace } from '#app/ged/filing/closed_space'
import { discard } from '#app/ged/nodes/trash'
import { person, place } from '#tests/world/world'
import type { VisitedPage } from '../pages.js'
import { answeredFor } from '../shown/ged_answers.js'
import { cutScan, inletShown, proposed } from '../shown/ged_arrivals.js'

export const notPages = [
  'ged.files.show',
  // It leads to the address of a day
  'ged.past_folders.index',
  'ged.registers.file',
  'ged.eliminations.file',
  'ged.person_exports.show',
  'ged.space_exports.show',
  'ged.public.link_files.show',
  'ged.public.link_deposits.receipt',
  'ged.space_lists.file',
  'ged.trash_lists.file',
  'ged.space_activities.file',
  'ged.document_activities.file',
  'ged.folder_lists.file',
  // They say what was done once: tests/ged/several_documents_at_once
  'ged.space_lists.show',
  'ged.folder_lists.show',
  'ged.trash_lists.show',
  // What was dropped, told once: tests/browser/a_box_of_papers
  'ged.deposits.show',
]

/** Gives a PDF another version, of one word changed, and has both read. */
async function twice(tenantId: string, { id, name }: Node) {
  const said = SENTENCE.replace('Kerdoncuff', 'Kerdoncuf ')
  await tenancy.run(tenantId, async () => {
    const file = await documents.store(drawnPdf(said), { name })
    await addVersion(id, file, { by: SYSTEM, comment: 'Le nom corrigé' })
  })
  const versions = await tenancy.run(tenantId, () => Version.of(id))
  for (const { digest } of versions) await readNow(tenantId, digest)
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
  await twice(tenantId, pdf)
  await tenancy.run(tenantId, () => aPdf('Nomination, double.pdf'))
  await tenancy.run(tenantId, () => aPdf('Nomination, triple.pdf', folder))
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
    const { id: versionId } = await Version.lastOf(pdf.id)
    const laid = { ...said, nodeId: pdf.id, authorId: as.id, versionId, page: 1 }
    const area = JSON.stringify({ left: 0.28, top: 0.14, width: 0.16, height: 0.04 }) as never
    const note = await Comment.create({ ...laid, area, body: 'Est-ce bien son nom d’usage ?' })
    await Comment.create({
      ...said,
      nodeId: pdf.id,
      authorId: as.id,
      body: 'Oui.',
      answersId: note.id,
    })
    await Comment.create({
      ...{ ...laid, body: 'Le grade manque.', resolvedAt: clock.now(), resolvedBy: as.id },
    })
    await Relation.create({
      ...{ fromId: document.id, toId: held.id, kind: 'annex', createdAt: clock.now() },
    })
    return { search: kept, frozen: held }
  })
  const answered = await tenancy.run(tenantId, () => answeredFor(as.id))
  const scan = await tenancy.run(tenantId, () => proposed(inlet))
  const cut = await tenancy.run(tenantId, () => cutScan(inlet))
  const filed = await tenancy.run(tenantId, () => aFiledActe('Délibération relative au lavoir'))
  const { id: emptyId } = await place('saint-orven')
  const empty = await tenancy.run(emptyId, () => closedSpace())
  const reader = await person('Erwan Tanguy', { 'saint-orven': ['reader'] })
  const today = clock.today().toString()
  const base = '/c/kervalan/ged'
  return [
    { name: 'ged-spaces', path: base, as },
    { name: 'ged-space', path: `${base}/espaces/commun`, as },
    { name: 'ged-closed-space', path: `${base}/espaces/${filed.slug}`, as },
    { name: 'ged-closed-empty', path: `/c/saint-orven/ged/espaces/${empty.slug}`, as: reader },
    { name: 'ged-closed-folder', path: `${base}/dossiers/${filed.folder.id}`, as },
    { name: 'ged-closed-document', path: `${base}/documents/${filed.node.id}`, as },
    { name: 'ged-folder', path: `${base}/dossiers/${folder.id}`, as },
    { name: 'ged-folder-past', path: `${base}/dossiers/${folder.id}/au/${today}`, as },
    { name: 'ged-closing', path: `${base}/dossiers/${folder.id}/cloture`, as },
    { name: 'ged-document', path: `${base}/documents/${document.id}`, as },
    { name: 'ged-document-noted', path: `${base}/documents/${pdf.id}`, as },
    { name: 'ged-twins', path: `${base}/doublons`, as },
    { name: 'ged-activity', path: `${base}/espaces/commun/activite`, as },
    { name: 'ged-document-activity', path: `${base}/documents/${pdf.id}/activite`, as },
    { name: 'ged-comparison', path: `${base}/documents/${pdf.id}/comparaison`, as },
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
