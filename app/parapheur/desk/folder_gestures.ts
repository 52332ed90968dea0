import type { Actor } from '#kernel/actor'
import type { Gesture } from '#web/list/index'
import { giveVisa, recall, stepFor, type Annotation } from '../circuit/act.js'
import { nudgeFolder } from '../circuit/nudges.js'
import { NobodyToldOfNudge, ReadFirst, SignatureNotVisa } from '../errors.js'
import Folder from '../models/folder.js'
import { readingWords, unreadIn } from './folder_lines.js'

/**
 * Gives a visa to a folder of which this person has read every document as it stands: a visa
 * without a reading is none (decision 0081). Throws E_READ_FIRST, E_SIGNATURE_NOT_VISA, and what
 * giveVisa throws.
 */
export async function visaWhatIsRead(
  folderId: string,
  userId: string,
  annotation: Annotation = { text: null, visibility: 'public' }
): Promise<void> {
  const folder = await Folder.hold(folderId)
  const { step } = await stepFor(folder, userId)
  if (step.kind !== 'visa') throw new SignatureNotVisa()
  const unread = (await unreadIn([folderId], userId)).get(folderId)
  if (unread) throw new ReadFirst(readingWords(unread))
  await giveVisa(folderId, userId, annotation)
}

async function nudgeOne(id: string, by: Actor): Promise<void> {
  if ((await nudgeFolder(id, by)) === 0) throw new NobodyToldOfNudge()
}

/** What the desk offers to do to several folders at once: what the page of each one offers. */
export const FOLDER_GESTURES: Gesture[] = [
  {
    name: 'visa',
    label: 'Viser les dossiers lus',
    icon: 'stamp',
    permission: 'parapheur.act',
    confirm:
      'Donner votre visa aux dossiers choisis ? Ceux que vous n’avez pas lus seront refusés.',
    done: ['visa donné', 'visas donnés'],
    undo: 'remords',
    run: (id, by) => visaWhatIsRead(id, by.id!),
  },
  {
    name: 'relance',
    label: 'Relancer',
    icon: 'bell',
    permission: 'parapheur.act',
    done: ['relance faite', 'relances faites'],
    run: nudgeOne,
  },
  {
    name: 'remords',
    label: 'Retirer tous ces visas',
    icon: 'undo-2',
    permission: 'parapheur.act',
    offered: false,
    done: ['visa retiré', 'visas retirés'],
    run: (id, by) => recall(id, by.id!),
  },
]
