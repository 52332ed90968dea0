import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import { reaches } from '../rules/levels.js'
import { MOST_SHEETS } from '../separators/new_sheets.js'
import { MOST_PAGES } from '../separators/read_sheets.js'
import { readableSpaces } from '../spaces/readable.js'
import DocumentType from '../types/document_type.js'
import { nameOf } from './folder_screen.js'

/** What a separator sheet may say: a type, a place where she files, a day. */
export async function sheetsScreen(ctx: HttpContext) {
  const { tenant } = ctx
  const spaces = await readableSpaces(await levelsFor(ctx))
  return {
    crumbs: [
      { label: 'Documents', href: here('ged.spaces.index', { tenant }) },
      { label: 'Feuilles de séparation' },
    ],
    prints: here('ged.sheets.store', { tenant }),
    types: (await DocumentType.inOrder()).map(({ id: value, label }) => ({ value, label })),
    spaces: spaces
      .filter(({ level }) => reaches(level, 'contributor'))
      .map(({ space }) => ({ value: space.slug, label: nameOf(space) })),
    ...{ most: MOST_SHEETS, mostPages: MOST_PAGES },
  }
}
