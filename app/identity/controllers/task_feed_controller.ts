import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { closeFeed, feedPath, openFeed } from '#web/messages/feed_secrets'

/** The secret address where a person's own programs read what waits for her. */
export default class TaskFeedController {
  /** Shown once, in this answer and nowhere else: a flash would keep it in the session. */
  async store({ auth, response, view }: HttpContext) {
    // Compared with nothing: the last address drawn is the good one, and she is the only one
    const secret = await openFeed(auth.user!.id)
    response.header('cache-control', 'private, no-store')
    return view.render('identity/account/task_feed', {
      feeds: [
        { name: 'Pour un lecteur de flux', value: `${appUrl}${feedPath(secret, 'fil.atom')}` },
        { name: 'Pour un agenda', value: `${appUrl}${feedPath(secret, 'taches.ics')}` },
      ],
    })
  }

  async destroy({ auth, response, session }: HttpContext) {
    // Compared with nothing: closed twice, it is closed
    await closeFeed(auth.user!.id)
    session.flash('success', 'L’adresse est fermée : elle n’ouvre plus rien.')
    return response.redirect('/compte/courriels')
  }
}
