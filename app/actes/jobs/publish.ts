import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { GiveUp } from '#kernel/jobs'
import { DomainError } from '#lib/errors'
import { isPublicSideOpen } from '#web/public_side'
import { announce } from '../announce.js'
import { acteStamped } from '../events.js'
import Acte from '../models/acte.js'
import { askToOpenPublicSide } from '../public_side.js'
import { fromDay, toDay } from '../models/days.js'
import { askToVerify, waitsForVerification } from '../receipt_trust.js'
import { PDF } from '../rules/documents.js'
import { stampApart } from '../stamping/stamp_apart.js'

/** The document will never bear its mark: trying again would not help. */
export class MarkRefused extends GiveUp {
  constructor(options: ErrorOptions) {
    super(
      'ce document n’accepte pas la mention de réception : son auteur l’a fermé à tout ajout, ou il ne se lirait plus comme il a été déposé. Reprenez : la suite se fera sans elle, et l’accusé de réception reste joint à l’acte.',
      options
    )
  }
}

/**
 * Gives an acknowledged acte its mark, then puts it on the public register, unless a person withheld
 * it or the law keeps acts of its kind from publication: whatever the form said. `withoutMark` when
 * an agent goes on with a document that refuses it; throws MarkRefused when none has decided so.
 * While the public side of the member is closed it waits: nobody could read it. In the transaction in
 * context; a second time changes nothing.
 */
export async function publish(acteId: string, withoutMark = false): Promise<void> {
  const acte = await Acte.get(acteId)
  if (acte.state !== 'acknowledged') return
  if (await waitsForVerification(acte)) return askToVerify(acte)
  const isPublic = !acte.withheld && acte.publicationRule.verdict === 'published'
  if (isPublic && !(await isPublicSideOpen())) return askToOpenPublicSide()
  acte.withheld = !isPublic
  if (isPublic) acte.publishedOn ??= fromDay(clock.today())
  if (!withoutMark) acte.stampedDocumentId ??= await stampedCopy(acte)
  if (!isPublic) await acte.save()
  else {
    const data = { publishedOn: toDay(acte.publishedOn)!.toString() }
    await acte.step('publish', SYSTEM, { data })
    await announce(acte)
  }
  await acteStamped.emit({ acteId })
}

/** The stamped rendition; a budget in XML has none. */
async function stampedCopy(acte: Acte): Promise<string | null> {
  const [source] = await documents.openable([acte.signedDocumentId ?? acte.documentId!])
  if (source.mediaType !== PDF) return null
  const text = {
    identifier: acte.identifier!,
    receivedOn: toDay(acte.receivedOn)!.toFrench(),
    publishedOn: toDay(acte.publishedOn)?.toFrench(),
  }
  const bytes = await source.read()
  const stamped = await stampApart({ bytes, text }, { giveAway: true }).catch(markRefused)
  const kept = await documents.store(stamped, { name: `${acte.identifier}-tamponne.pdf` })
  return kept.id
}

/** What the document itself forbids stays forbidden; a machine that was too busy may be freer. */
function markRefused(error: unknown): never {
  if (error instanceof DomainError && error.code?.startsWith('E_PDF_'))
    throw new MarkRefused({ cause: error })
  throw error
}
