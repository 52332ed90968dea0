import type { HttpContext } from '@adonisjs/core/http'
import { excerptOf } from '#lib/french/search/excerpt'
import { marked } from '#lib/french/search/mark'
import { markedHtml, MOST_COUNTED } from '#web/search'
import { tenancy } from '#kernel/tenancy'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import { searchDocuments } from '../search/search_documents.js'
import { ownersHere } from '../sharing/shares.js'
import { keepingOf } from './saved_search_screen.js'

const SHOWN = 50

/** What answers here, and where else one may ask: each member keeps its own documents. */
export async function searchScreen(ctx: HttpContext, words: string) {
  const { tenant } = ctx
  const lists = [...(await levelsFor(ctx)).keys()]
  const owner = { tenantId: tenancy.tenantId(), lists }
  const found = words.trim() ? await searchDocuments([owner], words, SHOWN) : null
  const { terms = [] } = found ?? {}
  const owners = ctx.isGuest ? [] : await ownersHere()
  return {
    words,
    home: here('ged.spaces.index', { tenant }),
    isTooCommon: found?.isTooCommon ?? false,
    keeps: found && !found.isTooCommon ? await keepingOf(ctx) : null,
    total: found?.total ?? 0,
    isCounted: (found?.total ?? 0) < MOST_COUNTED,
    corrected: found?.corrected ?? [],
    items: (found?.hits ?? []).map(({ id, title, path, space, snippet }) => ({
      title,
      html: markedHtml(marked(title, terms)),
      href: here('ged.documents.show', { tenant, id }),
      icon: 'file-text',
      facts: [`${space} / ${path}`],
      // What the title shows already is not said twice
      excerpt: snippet === title ? null : excerptFrom(snippet, terms),
    })),
    elsewhere: owners.map(({ name, slug }) => ({
      label: `Chercher dans ce que ${name} vous ouvre`,
      href: `${here('ged.searches.index', { tenant: { slug } })}?q=${encodeURIComponent(words)}`,
    })),
  }
}

function excerptFrom(snippet: string, terms: string[]) {
  const pieces = excerptOf([snippet], terms)?.pieces
  return pieces && { where: 'Dans le document', html: markedHtml(pieces) }
}
