import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { uploads } from '#kernel/uploads'
import { pieceKept, piecesOf } from '../deposit/pieces.js'
import Pli from '../deposit/pli.js'
import { depositor } from '../deposit/purpose.js'

/** The pieces of a deposited pli become documents where they rest: nothing sweeps them any more. */
export const keepPli = defineJob<{ pliId: string }>({
  name: 'procurement.keep_pli',
  title: 'Garder les morceaux d’un pli déposé',
  queue: 'heavy',
  onGiveUp: { nobodyNeeds: 'the opening keeps what is left, and the pieces wait there meanwhile' },
  handle: ({ pliId }, { tenantId }) => keepPieces(tenantId, pliId),
})

/** Keeps what is not yet kept; a second time does no harm. Outside any transaction. */
export async function keepPieces(tenantId: string, pliId: string): Promise<void> {
  const { owner, pieces } = await tenancy.run(tenantId, async () => ({
    owner: depositor((await Pli.get(pliId)).personId),
    pieces: await piecesOf(pliId),
  }))
  for (const { sha256, uploadId } of pieces.filter(({ documentId }) => documentId === null)) {
    await uploads.keep(tenantId, owner, uploadId, {
      onKept: ({ id }) => pieceKept(pliId, sha256, id),
    })
  }
}
