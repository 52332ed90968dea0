import type { Tenant } from '#kernel/tenant'
import type Consultation from '../drafting/consultation.js'
import { diffWords } from '../rules/dossier_diff.js'
import { versionsOf } from './dossier_version.js'

/** The versions of a dossier as everybody reads them, the newest first; none where it never changed. */
export async function publicVersions(consultation: Consultation, { slug }: Tenant) {
  const found = await versionsOf(consultation)
  return found.toReversed().map(({ number, at, reason, diff, sentences }) => ({
    ...{ number, at, reason },
    words: diffWords(diff),
    sentences: Object.entries(sentences ?? {}).map(([name, told]) => ({ name, ...told })),
    dce: `/p/${slug}/marches/${consultation.id}/versions/${number}/dce.zip`,
  }))
}
