import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { behind, establishmentsOf, type KnownOrganisation } from '#rooms/outsiders'
import { frenchMessages } from '#web/validation_messages'
import { PROOF_KINDS, type ProofKind } from '../rules/proof_kinds.js'
import { ProofNotBrought, VaultClosed } from './errors.js'
import { keepProof, MOST_PROOF_BYTES } from './keep_proof.js'
import Proof from './proof.js'
import { proofDaysOf } from './proof_days.js'

const KINDS = Object.keys(PROOF_KINDS) as ProofKind[]
const kept = vine.create({
  establishment: vine.string().uuid(),
  kind: vine.enum(KINDS),
  issuer: vine.string().trim().maxLength(200).optional(),
  issuedOn: vine.string().trim(),
  expiresOn: vine.string().trim().optional(),
})
kept.messagesProvider = frenchMessages
const PAGE = '/moi/coffre'

/** The vault of a company: what it shows to buyers, and when each ends. */
export default class VaultController {
  async index(ctx: HttpContext) {
    const held = await establishmentsOf(ctx.door.personId)
    const chosen = chosenAmong(held, ctx.request.input('entreprise') ?? ctx.door.establishment?.id)
    const proofs = chosen
      ? await behind({ establishments: [chosen.id] }, () => Proof.of(chosen.id))
      : []
    const kinds = KINDS.map((value) => ({ value, label: PROOF_KINDS[value].label }))
    return ctx.view.render('procurement/vault', { held, chosen, proofs, kinds })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: it adds one, and changes none that was seen
    const typed = await ctx.request.validateUsing(kept)
    const held = await establishmentsOf(ctx.door.personId)
    if (!held.some(({ id }) => id === typed.establishment)) throw new VaultClosed()
    const { issuedOn, expiresOn } = proofDaysOf(typed)
    const file = ctx.request.file('proof', { size: MOST_PROOF_BYTES })
    if (!file?.tmpPath || !file.isValid) throw new ProofNotBrought().at('proof')
    await keepProof({
      establishmentId: typed.establishment,
      addedBy: ctx.door.personId,
      ...{ kind: typed.kind, issuer: typed.issuer ?? '', issuedOn, expiresOn },
      name: file.clientName,
      bytes: await readFile(file.tmpPath),
      source: 'self',
    })
    ctx.session.flash('success', 'La pièce est dans le coffre.')
    return ctx.response.redirect(`${PAGE}?entreprise=${typed.establishment}`)
  }

  async show(ctx: HttpContext) {
    const { name, bytes } = await inMyVaults(ctx, () => Proof.get(ctx.params.proof))
    ctx.response.attachment(name)
    return ctx.response.header('content-type', 'application/octet-stream').send(bytes)
  }

  async destroy(ctx: HttpContext) {
    // Compared with nothing: a proof never changes, it is there or is not
    await inMyVaults(ctx, async () => (await Proof.get(ctx.params.proof)).delete())
    ctx.session.flash('success', 'La pièce n’est plus dans le coffre.')
    return ctx.response.redirect(PAGE)
  }
}

const chosenAmong = (held: KnownOrganisation[], asked: unknown) =>
  held.find(({ id }) => id === asked) ?? held[0] ?? null

/** In the name of every company for which she acts, as somebody vouched. */
async function inMyVaults<T>({ door }: HttpContext, work: () => Promise<T>): Promise<T> {
  const held = await establishmentsOf(door.personId)
  return behind({ establishments: held.map(({ id }) => id) }, work)
}
