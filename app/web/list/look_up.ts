import { wordsCondition } from '#web/search'
import type { ListDeclaration } from './declaration.js'
import type { ListState } from './state.js'

/** The words that a list looks for in the index of its room, asked before its rows are. */
export async function lookUp(list: ListDeclaration, state: ListState): Promise<ListState> {
  const found: ListState['found'] = {}
  for (const filter of list.filters) {
    const typed = state.values[filter.name]
    if (filter.kind !== 'words' || !('indexed' in filter) || !typed) continue
    found[filter.name] = await wordsCondition(filter.indexed, list.id, typed)
  }
  return { ...state, found }
}
