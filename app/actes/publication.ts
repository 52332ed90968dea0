import { clock } from '#kernel/clock'
import type { Actor } from '#kernel/actor'
import { mustBeOpenToPublic } from '#web/public_side'
import { announce } from './announce.js'
import { KeptBack, NotPublic } from './errors.js'
import { fromDay, toDay } from './models/days.js'
import type Acte from './models/acte.js'

/** Shows everybody a redacted copy instead of an acte, in the transaction in context. */
export async function publishCopy(
  acte: Acte,
  {
    documentId,
    sha256,
    objet,
    by,
  }: { documentId: string; sha256: string; objet: string; by: Actor }
): Promise<void> {
  await mustBeOpenToPublic()
  if (acte.publicForm === 'none') acte.publishedOn = fromDay(clock.today())
  acte.merge({ redactedDocumentId: documentId, publicObjet: objet })
  const { article } = acte.publicationRule
  const publishedOn = toDay(acte.publishedOn)!.toString()
  await acte.step('publish_copy', by, { data: { publishedOn, article, sha256 } })
  await announce(acte)
}

/** Shows everybody an acte that a person had kept from the register; throws E_ACTE_KEPT_BACK. */
export async function publishWhole(acte: Acte, by: Actor): Promise<void> {
  const { verdict, why } = acte.publicationRule
  if (verdict === 'kept_back') throw new KeptBack(why)
  await mustBeOpenToPublic()
  acte.merge({ withheld: false, redactedDocumentId: null, publicObjet: null })
  acte.publishedOn ??= fromDay(clock.today())
  await acte.step('publish', by, { data: { publishedOn: toDay(acte.publishedOn)!.toString() } })
  await announce(acte)
}

/**
 * Takes an acte off the register: its page, its files and its line in the feed answer 404 from the
 * end of the transaction in context. Throws E_ACTE_NOT_PUBLIC.
 */
export async function unpublish(acte: Acte, by: Actor, reason: string): Promise<void> {
  if (!acte.publishedOn || (acte.withheld && !acte.redactedDocumentId)) throw new NotPublic()
  const { article } = acte.publicationRule
  acte.merge({ withheld: true, redactedDocumentId: null, publicObjet: null })
  await acte.step('unpublish', by, { reason, data: { article } })
  await announce(acte)
}
