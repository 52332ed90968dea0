import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import type { ListDeclaration } from '#web/list/index'
import { desksFor } from '../desk_screen.js'
import { choicesOfDesk } from './folder_choices.js'
import { folderList } from './folder_list_screen.js'

/** The list of folders of the person who asks, and the address where it stands. */
export async function deskOf({ tenant, actor }: HttpContext): Promise<[ListDeclaration, string]> {
  const base = here('parapheur.desk.index', { tenant })
  const userId = actor.id!
  const [desks, choices] = [await desksFor(userId), await choicesOfDesk()]
  return [folderList({ base, userId, desks, choices }), base]
}
