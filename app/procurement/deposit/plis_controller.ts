import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { establishmentsClaimedBy } from '#rooms/outsiders'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { cursorOf } from '#web/cursor'
import { holderOfPli } from '../answers/colleagues.js'
import Consultation from '../drafting/consultation.js'
import { PliMissing } from '../errors.js'
import { beginPli, chosenCompany } from './begin_pli.js'
import { depositScreen } from './deposit_screen.js'
import { buyerOf } from './buyer.js'
import { piecesOf } from './pieces.js'
import Pli from './pli.js'
import { readPiece, receivePiece } from './receive_piece.js'
import { sealPli } from './seal_pli.js'
import { servedNow } from '../sealer/sealer.js'
import { withdrawPli } from './withdraw_pli.js'

const begun = vine.create({
  establishment: vine.string().uuid().optional(),
  // One that was sealed offline keeps the number under which it was
  pli: vine.string().uuid().optional(),
})
const sealed = vine.create({ manifest: vine.string().maxLength(2_000_000) })

/** What a company does of its plis: begin, send its pieces, deposit, keep its receipt. */
export default class PlisController {
  async index(ctx: HttpContext) {
    const tenant = await buyerOf(ctx)
    const claimed = await establishmentsClaimedBy(ctx.door.personId)
    const screen = await tenancy.run(tenant.id, () =>
      depositScreen({ tenant, claimed, door: ctx.door }, ctx.params.id, cursorOf(ctx.request))
    )
    return ctx.view.render('procurement/deposit', screen)
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it begins a pli of hers
    const { establishment, pli } = await ctx.request.validateUsing(begun)
    const tenant = await buyerOf(ctx)
    const claimed = await establishmentsClaimedBy(ctx.door.personId)
    const company = chosenCompany(claimed, ctx.door, establishment)
    const { id } = await tenancy.run(tenant.id, () =>
      beginPli(ctx.params.id, ctx.door, company, { id: pli })
    )
    return ctx.response.status(201).json({ id, siret: company.siret, company: company.name })
  }

  /** How far a pli is: what came needs not come again. */
  async show(ctx: HttpContext) {
    const tenant = await buyerOf(ctx)
    return tenancy.run(tenant.id, async () => {
      const pli = await Pli.ofPerson(ctx.door.personId, ctx.params.pli, false)
      const pieces = (await piecesOf(pli.id)).map(({ sha256 }) => sha256)
      const { id, state, receipt, establishmentId: establishment } = pli
      return ctx.response.json({ id, state, establishment, pieces, receipt })
    })
  }

  async piece(ctx: HttpContext) {
    // Compared with nothing: a piece that has come already is refused unless it is the same
    const { pli: pliId, sha256 } = ctx.params
    const bytes = await readPiece(ctx.request.request)
    const { id: tenantId } = await buyerOf(ctx)
    const { personId } = ctx.door
    const isNew = await receivePiece({ tenantId, personId, pliId }, sha256, bytes)
    return ctx.response.status(isNew ? 201 : 200).json({ sha256 })
  }

  async seal(ctx: HttpContext) {
    // Compared with nothing: a second deposit of the same gives the same receipt
    const { manifest } = await ctx.request.validateUsing(sealed)
    const { id: tenantId } = await buyerOf(ctx)
    const deposit = { tenantId, personId: ctx.door.personId, pliId: ctx.params.pli }
    const { receipt, isNew } = await sealPli(deposit, manifest, await servedNow())
    return ctx.response.status(isNew ? 201 : 200).json(receipt)
  }

  /** She no longer answers: what she deposited is kept, and never opened. */
  async withdraw(ctx: HttpContext) {
    // Compared with nothing: her own pli, which is withdrawn or is not
    const tenant = await buyerOf(ctx)
    const holder = await holderOfPli(ctx.door.personId, ctx.params.pli)
    await tenancy.run(tenant.id, () => withdrawPli(holder, ctx.params.pli))
    ctx.session.flash('success', 'Votre pli est retiré : il ne sera pas ouvert.')
    return ctx.response.redirect(`/moi/marches/${tenant.slug}/${ctx.params.id}`)
  }

  async receipt(ctx: HttpContext) {
    const { receipt } = await hers(ctx)
    if (!receipt) throw new PliMissing()
    return ctx.response.json(receipt)
  }

  /** The token that dates her manifest, once the authority has answered. */
  async token(ctx: HttpContext) {
    const { token } = await hers(ctx)
    if (!token) throw new PliMissing()
    return ctx.response.header('content-type', 'application/timestamp-reply').send(token)
  }

  /** The letter that says what became of it. */
  async letter(ctx: HttpContext) {
    const { id } = await buyerOf(ctx)
    const pli = await hers(ctx)
    const bytes = await tenancy.run(id, () => letterOf(pli))
    return ctx.response.header('content-type', 'application/pdf').send(bytes)
  }
}

/** Her own, or a colleague's for the company that both act for. */
async function hers(ctx: HttpContext): Promise<Pli> {
  const { id } = await buyerOf(ctx)
  const holder = await holderOfPli(ctx.door.personId, ctx.params.pli)
  return tenancy.run(id, () => Pli.ofPerson(holder, ctx.params.pli, false))
}

/** Written before it is signed, it is hers once it is notified. */
async function letterOf({ letterDocumentId, consultationId }: Pli): Promise<Buffer> {
  const { notifiedOn } = await Consultation.get(consultationId)
  if (!letterDocumentId || !notifiedOn) throw new PliMissing()
  return documents.read(letterDocumentId)
}
