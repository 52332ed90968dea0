import { test } from '@japa/runner'
import { folderLifecycle } from '#app/parapheur/models/folder'
import { stepLifecycle } from '#app/parapheur/models/folder_step'
import { ceremonyLifecycle } from '#app/parapheur/models/ceremony'

/** Every legal move, written apart from the table: state, event, where it leads. */
const FOLDER = [
  ['in_progress', 'finish', 'signed'],
  ['in_progress', 'refuse', 'refused'],
  ['in_progress', 'withdraw', 'withdrawn'],
]
const STEP = [
  ['waiting', 'reach', 'current'],
  ['waiting', 'abandon', 'abandoned'],
  ['current', 'accomplish', 'done'],
  ['current', 'refuse', 'refused'],
  ['current', 'retreat', 'waiting'],
  ['current', 'abandon', 'abandoned'],
  ['done', 'recall', 'current'],
]
const CEREMONY = [
  ['open', 'accept', 'signed'],
  ['open', 'expire', 'dead'],
  ['open', 'supersede', 'dead'],
  ['signed', 'embed', 'done'],
  ['signed', 'fail', 'dead'],
]

/** Every state with every event: where it leads, when it leads anywhere. */
function moves(
  states: readonly string[],
  events: readonly string[],
  next: (state: string, event: string) => string | null
) {
  const all = states.flatMap((state) => events.map((event) => [state, event, next(state, event)]))
  return all.filter(([, , to]) => to !== null)
}

test.group('The lives of the parapheur', () => {
  test('a folder knows these moves and no other', ({ assert }) => {
    const { next } = folderLifecycle
    assert.sameDeepMembers(moves(folderLifecycle.states, folderLifecycle.events, next), FOLDER)
  })

  test('a step knows these moves and no other', ({ assert }) => {
    const { next } = stepLifecycle
    assert.sameDeepMembers(moves(stepLifecycle.states, stepLifecycle.events, next), STEP)
  })

  test('a ceremony knows these moves and no other', ({ assert }) => {
    const { next } = ceremonyLifecycle
    assert.sameDeepMembers(
      moves(ceremonyLifecycle.states, ceremonyLifecycle.events, next),
      CEREMONY
    )
  })
})
