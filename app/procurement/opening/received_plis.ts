import { pageOf } from '#lib/page_of'
import { tenancy } from '#kernel/tenancy'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import PliFile from './pli_file.js'

/** A pli that was received, with what it holds once it is opened. */
export interface ReceivedPli {
  pli: Pli
  files: PliFile[]
}

/** The most of one page of them; their files are read for all of it at once. */
const PAGE = 50

/** Those of a consultation, the first received first. */
const received = ({ id }: Consultation) =>
  Pli.query()
    .where('consultationId', id)
    .whereNotNull('receivedAt')
    .orderBy('receivedAt')
    .orderBy('id')

/** Every pli that was received, with what it holds once it is opened. */
export const plisOf = async (consultation: Consultation): Promise<ReceivedPli[]> =>
  withFiles(await received(consultation))

/** One page of them, after a pli of the same consultation; `next` is its last where others follow. */
export async function pageOfPlis(
  consultation: Consultation,
  after: string | null
): Promise<{ plis: ReceivedPli[]; next: string | null }> {
  const found = await received(consultation)
    .if(after, (query) =>
      query.whereRaw(
        `(received_at, id) > (select received_at, id from procurement.plis
           where tenant_id = ? and consultation_id = ? and id = ?)`,
        [tenancy.tenantId(), consultation.id, after!]
      )
    )
    .limit(PAGE + 1)
  const { shown, next } = pageOf(found, PAGE)
  return { plis: await withFiles(shown), next }
}

/** Plis with their files: one question for those of all, and not one a pli. */
export async function withFiles(plis: Pli[]): Promise<ReceivedPli[]> {
  const files = Map.groupBy(await PliFile.among(plis.map(({ id }) => id)), ({ pliId }) => pliId)
  return plis.map((pli) => ({ pli, files: files.get(pli.id) ?? [] }))
}
