import { membershipOf } from '#kernel/people/memberships'
import type { Gesture } from '#web/list/index'
import { nodeFor } from './access/allowed.js'
import { NotAllowed } from './errors.js'
import { discard, restore } from './nodes/trash.js'

/** What a folder offers to do to several of its lines at once. */
export const PLACE_GESTURES: Gesture[] = [
  {
    name: 'corbeille',
    label: 'Mettre à la corbeille',
    icon: 'trash-2',
    kind: 'danger',
    permission: 'ged.write',
    confirm: 'Mettre à la corbeille ce que vous avez choisi ? Elle le garde trente jours.',
    done: ['élément à la corbeille', 'éléments à la corbeille'],
    async run(id, by) {
      const membership = await membershipOf(by.id!)
      if (!membership) throw new NotAllowed()
      const { node } = await nodeFor({ membership }, id, 'editor', { hold: true })
      await discard(node, by)
    },
  },
]

/** What the trash offers to do to several of its lines at once. */
export const TRASH_GESTURES: Gesture[] = [
  {
    name: 'retablir',
    label: 'Rétablir',
    icon: 'undo-2',
    permission: 'ged.write',
    done: ['élément rétabli', 'éléments rétablis'],
    async run(id, by) {
      const membership = await membershipOf(by.id!)
      if (!membership) throw new NotAllowed()
      const { node } = await nodeFor({ membership }, id, 'editor', { hold: true, inTrash: true })
      await restore(node, by)
    },
  },
]
