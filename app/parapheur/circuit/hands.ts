import { dayAndHour } from '#web/dates'
import type FolderStep from '../models/folder_step.js'
import { STEP_WORDS } from '../rules/words.js'
import { ownersOf, peopleWaitedFor, type Mandate } from './people.js'

/** What a person must know of her own place in a circuit before she acts; null when nothing. */
export async function placeInWords(
  steps: FolderStep[],
  step: FolderStep,
  mandate: Mandate,
  userId: string
): Promise<string | null> {
  const todo = STEP_WORDS[step.kind].todo.toLowerCase()
  if (mandate.onBehalfOf) {
    const given = steps.find(({ state, actedBy }) => state === 'done' && actedBy === userId)
    if (!given) return null
    const visa = `Vous avez déjà donné le vôtre (${STEP_WORDS[given.kind].noun.toLowerCase()}) le ${dayAndHour(given.actedAt!)}.`
    return `${visa} Vous pouvez aussi ${todo} en l’absence de ${mandate.onBehalfOf} : une seule personne tiendrait alors deux étapes du circuit, et l’historique le dira.`
  }
  const owners = new Set((await ownersOf(step.deskId!)).map(({ id }) => id))
  const others = (await peopleWaitedFor(step.deskId!)).filter(({ id }) => !owners.has(id))
  if (others.length === 0) return null
  const names = others.map(({ fullName }) => fullName).join(' ou ')
  return `Une absence est enregistrée pour ce bureau : ${names} peut ${todo} à votre place. Vous pouvez toujours ${todo} vous-même ; le premier geste compte.`
}
