import type { Gesture } from '#web/list/index'
import { resumeMember, suspendMember } from './member_state.js'

/** What the operator may do to several members at once; a member that is so already refuses it. */
export const MEMBER_GESTURES: Gesture[] = [
  {
    name: 'suspendre',
    label: 'Suspendre',
    icon: 'pause',
    permission: 'console',
    kind: 'danger',
    confirm:
      'Suspendre ces membres ? Leurs pages ne s’ouvriront plus dans les cinq secondes ; leurs données restent.',
    done: ['membre suspendu', 'membres suspendus'],
    undo: 'rouvrir',
    run: suspendMember,
  },
  {
    name: 'rouvrir',
    label: 'Rouvrir',
    icon: 'play',
    permission: 'console',
    done: ['membre rouvert', 'membres rouverts'],
    undo: 'suspendre',
    run: resumeMember,
  },
]
