import { test } from '@japa/runner'
import { folderLifecycle } from '#parapheur/models/folder'
import { stepLifecycle } from '#parapheur/models/folder_step'
import { ceremonyLifecycle } from '#parapheur/models/ceremony'

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

test.group('The lives of the parapheur', () => {
  for (const [name, lifecycle, legal] of [
    ['folder', folderLifecycle, FOLDER],
    ['step', stepLifecycle, STEP],
    ['ceremony', ceremonyLifecycle, CEREMONY],
  ] as const) {
    test(`a ${name} knows these moves and no other`, ({ assert }) => {
      const moves = lifecycle.states.flatMap((state) =>
        lifecycle.events.flatMap((event) => {
          const to = lifecycle.next(state, event)
          return to ? [[state, event, to]] : []
        })
      )
      assert.sameDeepMembers(moves, legal as unknown as string[][])
      assert.equal(lifecycle.states.length * lifecycle.events.length - moves.length > 0, true)
    })
  }
})
