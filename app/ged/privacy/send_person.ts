import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { zipOf } from '#lib/zip/zip'
import { exportPerson } from './export_person.js'
import { personReach } from './person_reach.js'
import type PersonSearch from './person_search.js'

/** Answers with all that the person of a request finds of another, as one ZIP. */
export async function sendPerson(ctx: HttpContext, search: PersonSearch): Promise<void> {
  const files = await exportPerson(search, await personReach(ctx), ctx.actor)
  const name = `documents-d-une-personne-${clock.today()}.zip`
  // What it holds, and nothing of when it was asked
  const held = files.map(({ path, size }) => `${path} ${size}`).join('\n')
  const digest = createHash('sha256').update(`${search.id}\n${held}`).digest('hex')
  ctx.response.header('etag', `"${digest.slice(0, 32)}"`)
  ctx.response.header('content-type', 'application/zip')
  ctx.response.header('content-disposition', `attachment; filename="${name}"`)
  ctx.response.stream(zipOf(files, clock.now().toJSDate()))
}
