import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import vine from '@vinejs/vine'
import { roomsOfChoice } from '#kernel/room'
import { choosePaces } from '#web/messages/choose'
import { Choices, DEFAULT_PACE, EVERY_ROOM } from '#web/messages/choices'
import { deadSince } from '#web/messages/dead_addresses'
import { feedOpenedAt } from '#web/messages/feed_secrets'
import { PACES, PACE_WORDS, type Pace } from '#web/messages/pace'

const form = vine.create({
  pace: vine.enum(PACES),
  rooms: vine.record(vine.enum(PACES).nullable()).optional(),
})

/** What a person receives by mail of what waits for her, and when. */
export default class MailsController {
  async edit({ auth, view }: HttpContext) {
    const { id } = auth.user!
    const choices = await Choices.of(db.connection('app'), [id])
    return view.render('identity/account/mails', {
      paces: PACES.map((value) => ({ value, label: PACE_WORDS[value] })),
      deadSince: await deadSince(db.connection('app'), auth.user!.email),
      feedOpenedAt: await feedOpenedAt(id),
      pace: choices.said(id, EVERY_ROOM) ?? DEFAULT_PACE,
      rooms: roomsOfChoice().map(({ name, label }) => ({
        name: `rooms[${name}]`,
        label,
        value: choices.said(id, name) ?? '',
      })),
    })
  }

  async update({ auth, request, response, session }: HttpContext) {
    // Compared with nothing: they are hers alone
    const { pace, rooms = {} } = await request.validateUsing(form)
    const wanted = new Map<string, Pace | null>([[EVERY_ROOM, pace]])
    for (const { name } of roomsOfChoice()) {
      // What is left empty comes as null: like everywhere
      if (name in rooms) wanted.set(name, rooms[name])
    }
    await choosePaces(auth.user!.id, wanted)
    session.flash('success', 'Vos courriels suivront ce choix.')
    return response.redirect('/compte/courriels')
  }
}
