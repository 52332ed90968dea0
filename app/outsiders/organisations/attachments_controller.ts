import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { InvalidValue } from '#lib/values'
import { whereWords } from '#lib/french/search_words'
import { NameNeeded, NumberRefused } from '#app/outsiders/errors'
import { tenants } from '#kernel/tenant'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import Attachment from './attachment.js'
import { ATTACHMENT_WORDS } from './attachment_words.js'
import { askAttachment, hasManager } from './ask.js'
import { withdraw } from './colleagues.js'
import { keepEstablishment } from './keep.js'
import { lookUp } from './look_up.js'
import { askMandate } from './mandate_check.js'
import { readNumber, type TypedNumber } from './typed_number.js'

const PAGE = 25
const typed = vine.create({ number: vine.string().trim().maxLength(80) })
const asked = vine.create({
  number: vine.string().trim().maxLength(80),
  name: vine.string().trim().maxLength(200).optional(),
  function: vine.string().trim().maxLength(80).optional(),
})
const shown = vine.create({ member: vine.string().trim().maxLength(80) })

/** @throws E_NUMBER_REFUSED in words that say what to write */
function read(text: string): TypedNumber {
  try {
    return readNumber(text)
  } catch (error) {
    if (error instanceof InvalidValue) throw new NumberRefused(error.message).at('number')
    throw error
  }
}

/** The establishments for which she acts, or asks to. */
export default class AttachmentsController {
  async index({ door, request, view }: HttpContext) {
    const words = String(request.input('q') ?? '').slice(0, 100)
    const after = String(request.input('apres') ?? '').slice(0, 200)
    const rows = await behind({ person: door.personId }, () => {
      const query = Attachment.query(walled())
        .where('personId', door.personId)
        .whereNot('state', 'ended')
        .orderBy('establishmentName')
        .orderBy('id')
        .limit(PAGE + 1)
      whereWords(query as never, ['establishment_name'], words)
      const [name, id] = after.split('~')
      if (id && /^[0-9a-f-]{36}$/.test(id))
        query.whereRaw('(establishment_name, id) > (?, ?::uuid)', [decodeURIComponent(name), id])
      return query
    })
    const last = rows.length > PAGE ? rows[PAGE - 1] : null
    return view.render('outsiders/organisations/index', {
      stateWords: ATTACHMENT_WORDS,
      attachments: rows.slice(0, PAGE),
      words,
      next: last && `${encodeURIComponent(last.establishmentName)}~${last.id}`,
      members: (await tenants.all()).filter(({ state }) => state === 'active'),
    })
  }

  async create({ view }: HttpContext) {
    return view.render('outsiders/organisations/create')
  }

  /** A typed number is read before the register is asked about it. */
  async look({ request, response }: HttpContext) {
    // Compared with nothing: it asks, and records nothing
    const { number } = await request.validateUsing(typed)
    const { value } = read(number)
    return response.redirect(`/moi/organismes/verifier?${new URLSearchParams({ numero: value })}`)
  }

  async confirm({ request, view }: HttpContext) {
    const number = read(String(request.input('numero') ?? '').slice(0, 80))
    const from = String(request.input('apres') ?? '').slice(0, 100) || null
    return view.render('outsiders/organisations/confirm', {
      number,
      looked: await lookUp(number, from),
    })
  }

  async store({ door, request, response, session }: HttpContext) {
    // Compared with nothing: it makes a demand of hers, and changes nothing of others
    const { number: text, name, function: said } = await request.validateUsing(asked)
    const number = read(text)
    const looked = await lookUp(number)
    if (looked.kind === 'no') throw new NumberRefused(looked.sentence).at('number')
    if (looked.kind === 'several')
      throw new NumberRefused('Un SIREN nomme plusieurs établissements : choisissez le vôtre.').at(
        'number'
      )
    if (looked.kind === 'unchecked' && !name) throw new NameNeeded().at('name')
    const place = await keepEstablishment(
      looked.kind === 'entry' ? { entry: looked.entry } : { number, name: name! }
    )
    const managed = await hasManager(place.id)
    await askAttachment({ personId: door.personId, name: door.name, function: said }, place)
    session.flash('success', managed ? TO_MANAGER : TO_MEMBER)
    return response.redirect('/moi/organismes')
  }

  /** She shows her demand to a member, whose agents read her mandate. */
  async mandate({ door, params, request, response, session }: HttpContext) {
    // Compared with nothing: her own demand, shown once to a member
    const { member } = await request.validateUsing(shown)
    const name = await askMandate(door.personId, params.id, member)
    session.flash('success', `Votre demande est transmise à « ${name} », qui vérifie votre mandat.`)
    return response.redirect('/moi/organismes')
  }

  async destroy({ door, params, response, session }: HttpContext) {
    // Compared with nothing: her own demand, which waits or does not
    await withdraw(door.personId, params.id)
    session.flash('success', 'Votre demande est retirée.')
    return response.redirect('/moi/organismes')
  }
}

const TO_MANAGER = 'Votre demande attend la personne qui gère cet établissement.'
const TO_MEMBER =
  'Votre demande est enregistrée. Personne ne gère encore cet établissement : choisissez la collectivité qui vérifiera votre mandat.'
