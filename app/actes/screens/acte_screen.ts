import type { HttpContext } from '@adonisjs/core/http'
import { folderSummary, nudgingOfFolder } from '#rooms/parapheur'
import type Acte from '../models/acte.js'
import { isStaleClassification } from '../rules/anomaly_advice.js'
import { shownState } from '../rules/shown_state.js'
import { isUnchangedSince } from '../setbacks.js'
import { openLetters } from '../models/open_letters.js'
import { publicationScreen } from './publication_screen.js'
import { verificationStep } from './receipt_screen.js'
import { troubleStep } from './trouble_screen.js'
import { nextStepOf } from './next_step_screen.js'
import { threadOf } from './thread_screen.js'
import { filesOf } from './acte_files_screen.js'
import { factsOf } from './acte_facts_screen.js'

/** Everything that the page of an acte shows. */
export async function acteScreen(acte: Acte, ctx: HttpContext) {
  const { tenant, allows, session, actor } = ctx
  const base = `/c/${tenant.slug}/actes`
  const folder = acte.folderId ? await folderSummary(acte.folderId) : null
  const mayWrite = allows('actes.write')
  const letter = (await openLetters([acte.id])).get(acte.id) ?? null
  const isUnchanged = acte.state === 'anomaly' && (await isUnchangedSince(acte))
  return {
    base,
    here: `${base}/${acte.id}`,
    acte,
    title: acte.numero ? acte.title : 'Nouvel acte',
    badge: shownState(acte.state, letter?.kind ?? null),
    facts: await factsOf(acte, ctx),
    files: await filesOf(acte, `${base}/${acte.id}`),
    watched: [acte.id, ...(folder?.subjectIds ?? [])],
    circuit: folder?.steps ?? [],
    next:
      troubleStep(acte, `${base}/${acte.id}`, mayWrite) ??
      (await verificationStep(acte, `${base}/${acte.id}`, mayWrite)) ??
      nextStepOf(acte, base, mayWrite, {
        folder,
        letter,
        isUnchanged,
        isPublicSideOpen: tenant.publicSince !== null,
      }),
    nudging:
      mayWrite && acte.state === 'in_circuit' && acte.folderId
        ? await nudgingOfFolder(acte.folderId, actor.id!)
        : null,
    advice: adviceLink(acte, base),
    thread: await threadOf(acte, base),
    mayDuplicate: mayWrite,
    mayEdit: mayWrite && acte.state === 'draft',
    mayWithdraw: mayWrite && acte.allows('withdraw'),
    mayReopen: mayWrite && acte.allows('reopen') && acte.state !== 'refused',
    mayCancel: allows('actes.transmit') && acte.allows('cancel'),
    failed: failedForms(session),
    publication: publicationScreen(acte, tenant.slug, allows('actes.transmit')),
  }
}

/** The page where the advice is followed, when there is one. */
function adviceLink({ state, anomalyCode, anomalyDetail }: Acte, base: string) {
  if (state !== 'anomaly' || !isStaleClassification(anomalyCode ?? '', anomalyDetail ?? ''))
    return null
  return { label: 'Vérifier la classification', href: `${base}/classification` }
}

/** Which form of the page was sent back: its fold stays open on what must be mended. */
function failedForms({ flashMessages }: HttpContext['session']) {
  const typed = flashMessages.get('overtaken') ? Object.keys(flashMessages.all()) : []
  const fields = [...Object.keys(flashMessages.get('inputErrorsBag', {})), ...typed]
  return {
    cancellation: fields.includes('reason'),
    copy: fields.some((field) => ['copy', 'publicObjet', 'reread', 'looked'].includes(field)),
    removal: fields.includes('unpublishReason'),
  }
}
