import type { HttpContext } from '@adonisjs/core/http'
import { pageOf } from '#lib/page_of'
import { cursorOf, pageAfter } from '#web/cursor'
import { NotFound } from '#web/errors'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { AnswerDecided, AnswerUnmatched, PlaceUnknown } from '../errors.js'
import { inboxStore, type InboxMail } from '../gateways/inbox_store.js'
import { mailboxTrouble } from '../gateways/mailbox_marks.js'
import { applyMail, processMail } from '../jobs/process_mail.js'
import { readMailApart } from '../jobs/read_mail_apart.js'
import Acte from '../models/acte.js'
import { attachmentValidator } from '../validators/acte_form.js'

const PAGE = '/exploitation/actes/reponses'
const SHOWN = 25

/** The answers that nobody could handle alone: an operator reads, replays, attaches or files them. */
export default class AnswersController {
  async index({ view, request }: HttpContext) {
    const places = await tenants.all()
    const known = new Map(places.map((place) => [place.id, place]))
    const after = cursorOf(request)
    const found = await inboxStore.toHandle(after, SHOWN + 1)
    const { shown: mails, next } = pageOf(found, SHOWN)
    return view.render('actes/answers', {
      page: PAGE,
      trouble: await mailboxTrouble.current(),
      next: pageAfter(next, PAGE),
      first: after ? PAGE : null,
      mails: mails.map((mail) => ({ ...mail, place: known.get(mail.routedTo ?? '') ?? null })),
    })
  }

  /** The mail as it came over the wire. */
  async show({ params, response }: HttpContext) {
    const mail = await get(params.id)
    response.header('content-type', 'message/rfc822')
    response.header('content-disposition', `attachment; filename="${mail.id}.eml"`)
    return response.send(mail.raw)
  }

  /** Reads it again: after a correction of ours, or once its collectivite exists. */
  async replay({ params, response, session }: HttpContext) {
    // Compared with nothing: read twice, a mail has one effect
    const mail = await get(params.id)
    await processMail.enqueueForPlatform({ mailId: mail.id })
    session.flash('success', 'La réponse est relue ; elle disparaît de la liste si tout va bien.')
    return response.redirect(PAGE)
  }

  /** Applies it to the acte that the operator names. */
  async attach({ params, request, response, session }: HttpContext) {
    // Compared with nothing: a mail is attached once: its state refuses the second operator
    const mail = await get(params.id)
    const { tenant: place, acte: words } = await request.validateUsing(attachmentValidator)
    const { mails, subject, authentication } = await readMailApart(mail.raw)
    const readings = mails.filter((reading) => reading.state === 'understood')
    if (readings.length === 0) throw new AnswerUnmatched(words).at('acte')
    const tenant = await placeNamed(place)
    const acteId = await tenancy.run(tenant.id, () => acteNamed(words))
    let told: string | null = null
    const isDone = await inboxStore.decide(mail.id, async () => {
      const ends = []
      for (const reading of readings) {
        ends.push(await applyMail(mail.id, reading, tenant, { authentication, forActeId: acteId }))
      }
      const { state, error } = ends.find((end) => end.state !== 'understood') ?? ends[0]
      told = error
      return { state, subject, error, routedTo: tenant.id }
    })
    if (!isDone) throw new AnswerDecided()
    session.flash('success', told ?? 'La réponse est rattachée.')
    return response.redirect(PAGE)
  }

  /** Files it: the bytes stay, nobody is asked any more. */
  async destroy({ params, response, session }: HttpContext) {
    const mail = await get(params.id)
    const { error, routedTo } = mail
    const isFiled = await inboxStore.decide(mail.id, async () => ({
      state: 'discarded',
      error,
      routedTo: routedTo ?? undefined,
    }))
    if (!isFiled && mail.state !== 'discarded') throw new AnswerDecided()
    session.flash('success', 'La réponse est classée sans suite.')
    return response.redirect(PAGE)
  }
}

async function get(id: string): Promise<InboxMail> {
  const mail = await inboxStore.find(id)
  if (!mail) throw new NotFound()
  return mail
}

/** A name as it is compared: no accent, no capital, plain blanks. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim()

/** The member that a SIREN, a name or a short name means; throws E_PLACE_UNKNOWN. */
async function placeNamed(words: string): Promise<Tenant> {
  const named = (await tenants.all()).filter(
    ({ siren, slug, name }) =>
      siren === words.replaceAll(' ', '') || slug === words || plain(name) === plain(words)
  )
  if (named.length !== 1) throw new PlaceUnknown(words).at('tenant')
  return named[0]
}

async function acteNamed(words: string): Promise<string> {
  const acte = await Acte.query()
    .whereNot('state', 'draft')
    .where((either) => either.where('identifier', words).orWhere('numero', words))
    .first()
  if (!acte) throw new AnswerUnmatched(words).at('acte')
  return acte.id
}
