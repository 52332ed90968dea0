import { askBehind } from '#rooms/outsiders'
import { tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { beginPli } from '../deposit/begin_pli.js'
import { piecesOf } from '../deposit/pieces.js'
import Pli from '../deposit/pli.js'
import { readPiece, receivePiece } from '../deposit/receive_piece.js'
import { sealPli } from '../deposit/seal_pli.js'
import { withdrawPli } from '../deposit/withdraw_pli.js'
import { NotYourCompany, PliMissing } from '../errors.js'
import { TOLD } from '../rules/pli_lifecycle.js'
import { buyerPublishing } from './find_published.js'
import { begun, piece, pli, receipt, sealed } from './company_shapes.js'
import { madeOnce } from './made_once.js'
import type { OpenOperation } from './open_operation.js'

/** What a company's program does of its plis, by the token of whom it acts for. */
export const companyOperations: OpenOperation[] = [
  {
    name: 'plis.store',
    call: 'POST /plis',
    title: 'Commencer un pli',
    says: 'Sous la même clé `Idempotency-Key`, le même pli est rendu. `pli` : le numéro d’un pli scellé hors ligne.',
    body: begun,
    answer: { of: 'Pli', shape: pli, status: 201 },
    refuses: [400, 403, 409],
    async run({ ctx, body }) {
      const { company, door } = ctx
      const { consultation, pli: id } = body
      if (!company.siret) throw new NotYourCompany()
      const known = { ...company, siret: company.siret }
      const { id: tenantId } = await buyerPublishing(consultation)
      return tenancy.run(tenantId, async () => {
        const { one, isNew } = await madeOnce<Pli>(ctx, {
          find: (requestKey) => Pli.query().where({ personId: door.personId, requestKey }).first(),
          isSame: (former) => former.consultationId === consultation && (!id || former.id === id),
          make: (requestKey) => beginPli(consultation, door, known, { requestKey, id }),
        })
        return { isNew, told: await toldOf(one) }
      })
    },
  },
  {
    name: 'plis.piece',
    call: 'PUT /plis/:id/pieces/:sha256',
    title: 'Envoyer un morceau chiffré',
    says: 'Les mêmes octets encore : 200. D’autres octets sous la même empreinte : 409.',
    isPiece: true,
    answer: { of: 'Morceau', shape: piece, status: 201 },
    refuses: [400, 409],
    async run({ ctx, params: { id: pliId, sha256 } }) {
      const bytes = await readPiece(ctx.request.request)
      const { personId } = ctx.door
      const tenantId = await memberOf(personId, pliId)
      const isNew = await receivePiece({ tenantId, personId, pliId }, sha256, bytes)
      return { isNew, told: { sha256 } }
    },
  },
  {
    name: 'plis.show',
    call: 'GET /plis/:id',
    title: 'Lire où en est un pli, et les morceaux reçus',
    answer: { of: 'Pli', shape: pli },
    run: ({ ctx, params }) => inHerName(ctx.door.personId, params.id, toldOf),
  },
  {
    name: 'plis.seal',
    call: 'POST /plis/:id/scellement',
    title: 'Déposer un pli par son manifeste',
    says: 'Le récépissé part aussitôt, pli hors délai compris ; la même demande le rend encore.',
    body: sealed,
    answer: { of: 'Recepisse', shape: receipt, status: 201 },
    refuses: [409, 422],
    async run({ ctx, params: { id: pliId }, body }) {
      const { personId } = ctx.door
      const tenantId = await memberOf(personId, pliId)
      const { receipt: told, isNew } = await sealPli({ tenantId, personId, pliId }, body.manifest)
      return { isNew, told }
    },
  },
  {
    name: 'plis.withdraw',
    call: 'POST /plis/:id/retrait',
    title: 'Retirer un pli déposé, avant l’heure limite',
    answer: { of: 'Pli', shape: pli },
    refuses: [403, 409],
    run: ({ ctx, params }) =>
      inHerName(ctx.door.personId, params.id, async () =>
        toldOf(await withdrawPli(ctx.door.personId, params.id))
      ),
  },
]

async function toldOf(one: Pli) {
  return {
    id: one.id,
    consultation: one.consultationId,
    siret: one.siret,
    state: TOLD[one.state],
    startedAt: one.startedAt.toUTC().toISO(),
    receivedAt: one.receivedAt?.toUTC().toISO() ?? null,
    pieces: (await piecesOf(one.id)).map(({ sha256 }) => sha256),
  }
}

const MEMBER = `select tenant_id from procurement.plis where id = :pli and person_id = :person`

/** The member to which a pli of hers goes. @throws E_PLI_MISSING */
async function memberOf(personId: string, pliId: string): Promise<string> {
  if (!isUuid(pliId)) throw new PliMissing()
  const [row] = await askBehind({ person: personId }, MEMBER, { pli: pliId, person: personId })
  if (!row) throw new PliMissing()
  return row.tenant_id
}

async function inHerName<T>(
  personId: string,
  pliId: string,
  work: (one: Pli) => Promise<T>
): Promise<T> {
  const tenantId = await memberOf(personId, pliId)
  return tenancy.run(tenantId, async () => work(await Pli.ofPerson(personId, pliId, false)))
}
