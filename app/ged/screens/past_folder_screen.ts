import type { HttpContext } from '@adonisjs/core/http'
import type { LocalDate } from '#lib/values'
import { cursorOf } from '#web/cursor'
import { day as dayWords } from '#web/dates'
import { here } from '#web/here'
import { crumbsTo } from '../nodes/crumbs.js'
import type Node from '../nodes/node.js'
import { waysTo } from '../nodes/paths.js'
import { folderAs } from '../past/folder_as.js'
import type { Stood } from '../past/folder_on.js'
import Space from '../spaces/space.js'

/** What a folder held at the end of a day, and what one cannot tell of it. */
export async function pastFolderScreen(ctx: HttpContext, folder: Node, day: LocalDate) {
  const { tenant, request } = ctx
  const { lines, next } = await folderAs(ctx, folder, day, cursorOf(request))
  const space = await Space.get(folder.spaceId)
  const way = (await waysTo([folder.id])).get(folder.id)!
  const on = dayWords(day)
  return {
    title: `${folder.name}, le ${on}`,
    crumbs: crumbsTo(tenant, space, [...way, { id: folder.id, name: `Le ${on}` }]),
    today: here('ged.folders.show', { tenant, id: folder.id }),
    lines: lines.map((line) => ({
      name: line.name,
      what: line.version ? `Version ${line.version}` : 'Dossier',
      href: line.isGone ? null : addressOn(ctx, line, day),
      notes: [
        line.isGone ? 'À la corbeille depuis' : '',
        line.isUnsure ? 'Renommé ou déplacé depuis, sans que l’on sache comment c’était' : '',
      ].filter(Boolean),
    })),
    next: next && `?apres=${next}`,
  }
}

/** The folder of that day, or the file of that day. */
function addressOn({ tenant }: HttpContext, { kind, id, version }: Stood, day: LocalDate): string {
  return kind === 'folder'
    ? here('ged.past_folders.show', { tenant, id, day: day.toString() })
    : `${here('ged.files.show', { tenant, id })}?version=${version}&telecharger`
}
