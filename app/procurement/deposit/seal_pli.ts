import { createHash } from 'node:crypto'
import { colleaguesBeside } from '#rooms/outsiders'
import { isOf } from '../answers/colleagues.js'
import { parseManifest, SealingRefused, type Manifest } from '#lib/sealing'
import { lateness } from '#lib/tenders/deadline'
import type Consultation from '../drafting/consultation.js'
import { pliReceived } from '../events.js'
import { NotOnline, PliRefused, PliSealed } from '../errors.js'
import { keepPli } from '../jobs/keep_pli.js'
import { timestampPli } from '../jobs/timestamp_pli.js'
import { LIMITS, LIMIT_WORDS } from '../rules/choices.js'
import { holdDeposit, type Deposit, type Held } from './hold_deposit.js'
import type { PieceRow } from './pieces.js'
import type Pli from './pli.js'
import { type Receipt } from './pli.js'
import { receiptOf } from './receipt_of.js'

/**
 * Deposits a pli whose pieces have come: its manifest arrives, and the receipt leaves at once; the
 * token that dates it follows by the outbox. In a transaction of its own, or in the one in context.
 * `sealer` is the digest of what the page of deposit is served with, where a page sent it.
 * Asked twice, it gives the same receipt. A late pli is received and kept (ACH-05).
 * @throws E_PLI_MISSING, E_PLI_SEALED, E_PLI_REFUSED, E_CONSULTATION_NOT_ONLINE
 */
export function sealPli(
  deposit: Deposit,
  text: string,
  sealer: string | null = null
): Promise<{ receipt: Receipt; isNew: boolean }> {
  const digest = createHash('sha256').update(text, 'utf8').digest('hex')
  return holdDeposit(deposit, async (pli, rest) => {
    if (!pli.receipt)
      return {
        receipt: await receive({ pli, ...(await rest()) }, text, digest, sealer),
        isNew: true,
      }
    if (pli.digest !== digest) throw new PliSealed()
    return { receipt: pli.receipt, isNew: false }
  })
}

async function receive(
  held: Held,
  text: string,
  digest: string,
  sealer: string | null
): Promise<Receipt> {
  const { pli, consultation, pieces, former, receivedAt, clockNote } = held
  if (!consultation.publishedAt || consultation.state === 'abandoned') throw new NotOnline()
  const manifest = await manifestOf(consultation, text)
  mustBeWhole(pli, pieces, manifest)
  mustFitLots(consultation, manifest)
  const { late } = lateness(consultation.deadline, receivedAt)
  const receipt = await receiptOf(pli, consultation, {
    digest,
    late,
    receivedAt: receivedAt.toISO()!,
    ...(clockNote && { clock: clockNote }),
  })
  pli.merge({ digest, manifest: text, receivedAt, receipt, sealer })
  if (late) await arriveLate(pli, consultation)
  else await takeThePlace(pli, former)
  const { id: pliId } = pli
  // What was tried is forgotten: its pieces are no proof of anything
  if (!consultation.isRehearsal)
    await keepPli.enqueue({ pliId }, { dedupeKey: `procurement.keep:${pliId}` })
  await timestampPli.enqueue({ pliId }, { dedupeKey: `procurement.timestamp:${pliId}` })
  return receipt
}

async function manifestOf(consultation: Consultation, text: string): Promise<Manifest> {
  try {
    return parseManifest(new TextEncoder().encode(text), await consultation.keys())
  } catch (error) {
    if (error instanceof SealingRefused) throw new PliRefused(error.message)
    throw error
  }
}

/** How many lots one company may answer (L2113-10). */
function mustFitLots({ mostLotsAnswered: most }: Consultation, { envelopes }: Manifest): void {
  const count = envelopes.filter(({ name }) => name !== 'candidature').length
  if (most !== null && count > most)
    throw new PliRefused(`il répond à ${count} lots, et le règlement en admet ${most} au plus.`)
}

/** What FORMAT §8 asks of the bytes, which were measured one by one as they came. */
function mustBeWhole(pli: Pli, pieces: PieceRow[], manifest: Manifest): void {
  if (manifest.pli !== pli.id) throw new PliRefused('il a été scellé sous un autre numéro.')
  const files = manifest.envelopes.flatMap(({ files: all }) => all)
  const expected = manifest.envelopes.flatMap(({ list, files: all }) => [
    list,
    ...all.flatMap((one) => one.pieces),
  ])
  const known = new Map(pieces.map((piece) => [piece.sha256, piece]))
  const missing = expected.filter(({ sha256, size }) => known.get(sha256)?.size !== size)
  if (missing.length > 0)
    throw new PliRefused(`il y manque ${missing.length} morceau(x). Reprenez l’envoi.`)
  const nonces = new Set(expected.map(({ sha256 }) => known.get(sha256)!.nonce))
  if (nonces.size !== expected.length)
    throw new PliRefused('deux de ses morceaux emploient le même nombre unique.')
  const weigh = (all: { size: number }[]) => all.reduce((sum, { size }) => sum + size, 0)
  const isTooLarge =
    files.length > LIMITS.files ||
    weigh(expected) > LIMITS.pliBytes ||
    files.some((one) => weigh(one.pieces) > LIMITS.fileBytes)
  if (isTooLarge) throw new PliRefused(`les limites sont : ${LIMIT_WORDS}.`)
}

/** After the closing there is nobody left to count: it is told at once. */
async function arriveLate(pli: Pli, { id, state }: Consultation): Promise<void> {
  await pli.pass('arrive_late').save()
  if (state !== 'online') await pliReceived.emit({ consultationId: id, pliId: pli.id })
}

/**
 * Those that she deposited, or a colleague of hers, as somebody vouched of both: who merely claims a
 * company would else put a rival's pli aside. What stays beside it, the opening tells, and judges.
 */
async function ofTheCompany(pli: Pli, former: Pli[]): Promise<Pli[]> {
  const isHers = ({ personId }: Pli) => personId === pli.personId
  if (former.every(isHers)) return former
  const colleagues = await colleaguesBeside(pli.personId)
  return former.filter((one) => isHers(one) || isOf(colleagues, one))
}

/** The last one in time is the one that will be opened (R2151-6). */
async function takeThePlace(pli: Pli, former: Pli[]): Promise<void> {
  for (const one of await ofTheCompany(pli, former)) await one.pass('replace').save()
  await pli.pass('seal').save()
}
