import type { HttpContext } from '@adonisjs/core/http'
import { outside } from '#config/outside'
import { LEAST_BYTES, roomLeft } from '#web/watch/room_left'
import { fileSize, number, percent, plural } from '#lib/french/french'
import { endingsSoon, queueFigures, silentMembers } from './activity/read.js'
import { activityScreen } from './activity/screen.js'

/** What the operator decides by: activity, volumes, queue, room left, and what must be looked at. */
export default class ActivityController {
  async index({ view }: HttpContext) {
    const activity = await activityScreen()
    const members = await silentMembers()
    const queue = await queueFigures()
    const left = await roomLeft()
    const ended = queue.failed + queue.done
    return view.render('operator/activity', {
      activity,
      endings: await endingsSoon(),
      silent: members.silent,
      hasNoAntivirus: !outside.antivirus,
      isShort: left < 4 * LEAST_BYTES,
      stats: [
        {
          name: 'Gestes en 30 jours',
          value: number(activity.total.entries),
          note: activity.trends.entries,
        },
        {
          name: 'Documents en 30 jours',
          value: number(activity.total.documents),
          note: activity.trends.documents,
        },
        { name: 'Volume en 30 jours', value: activity.bytes, note: activity.trends.bytes },
        {
          name: 'Membres ouverts',
          value: number(members.open),
          note: `dont ${plural(members.silent, 'sans activité', 'sans activité')}`,
          href: '/exploitation',
        },
        {
          name: 'Tâches en attente',
          value: number(queue.waiting),
          href: '/exploitation/taches',
        },
        {
          name: 'Échecs en 24 heures',
          value: ended ? percent((queue.failed / ended) * 100) : '0',
          note: `${number(queue.failed)} sur ${plural(ended, 'tâche')}`,
          href: queue.failed ? '/exploitation/taches?etat=failed' : undefined,
        },
        { name: 'Place pour les fichiers', value: fileSize(left), note: 'libre sur le disque' },
      ],
      oldest: queue.oldest,
    })
  }
}
