import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import { atomFeed } from '#lib/feed/atom'
import { calendar } from '#lib/feed/ical'
import { NotFound } from '../errors.js'
import { feedPath, personOfFeed } from './feed_secrets.js'
import { feedTasks } from './feed_tasks.js'

/** What waits for a person, for her reader of feeds and her calendar: the address is the key. */
export default class TaskFeedsController {
  async atom({ params, response }: HttpContext) {
    const tasks = await tasksOf(params.secret, 'last')
    const feed = atomFeed({
      home: `${appUrl}/mes-taches`,
      self: `${appUrl}${feedPath(params.secret, 'fil.atom')}`,
      title: 'Halle : ce qui vous attend',
      author: 'Halle',
      updated: clock.now().toISO()!,
      entries: tasks.map(({ id, words, url, createdAt, place }) => ({
        id,
        title: words,
        url: `${appUrl}${url}`,
        updated: createdAt.toISOString(),
        summary: place,
      })),
    })
    return send(response, 'application/atom+xml; charset=utf-8', feed)
  }

  async calendar({ params, response }: HttpContext) {
    const tasks = await tasksOf(params.secret, 'due')
    const text = calendar(
      'Halle : ce qui vous attend',
      tasks.map(({ id, words, url, createdAt, dueAt, place }) => ({
        id: `${id}@${new URL(appUrl).hostname}`,
        title: `${words} (${place})`,
        url: `${appUrl}${url}`,
        createdAt,
        dueAt,
      }))
    )
    return send(response, 'text/calendar; charset=utf-8', text)
  }
}

async function tasksOf(secret: string, first: 'last' | 'due') {
  const personId = await personOfFeed(secret)
  if (!personId) throw new NotFound()
  return feedTasks(personId, first)
}

/** In no cache but hers, and named to no page that it leads to. */
const send = (response: HttpContext['response'], type: string, text: string) =>
  response
    .header('content-type', type)
    .header('cache-control', 'private, no-store')
    .header('referrer-policy', 'no-referrer')
    .send(text)
