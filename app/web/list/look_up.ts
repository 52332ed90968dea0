import { wordsCondition } from '#web/search'
import type { ListDeclaration } from './declaration.js'
import type { ListState } from './state.js'

/** What answers to the words of a list, in the index of its room or its own way, asked before its rows are. */
export async function lookUp(list: ListDeclaration, state: ListState): Promise<ListState> {
  const found: ListState['found'] = {}
  for (const filter of list.filters) {
    const typed = state.values[filter.name]
    if (filter.kind !== 'words' || 'columns' in filter || !typed) continue
    found[filter.name] =
      'find' in filter
        ? await filter.find(typed)
        : await wordsCondition(filter.indexed, list.id, typed)
  }
  return { ...state, found }
}
