import { documents } from '#kernel/documents'
import { textOutcomes } from '#web/search'
import { currentStep, recallable } from './circuit/act.js'
import { changesSinceLastSending, earlierHistoryOf } from './circuit/earlier.js'
import { placeInWords } from './circuit/hands.js'
import { historyOf } from './circuit/history.js'
import { nudgingOf } from './circuit/nudges.js'
import { mandateOn, peopleWaitedFor } from './circuit/people.js'
import type Folder from './models/folder.js'
import type FolderStep from './models/folder_step.js'
import { FOLDER_STATES, STEP_WORDS, stepMeaning } from './rules/words.js'
import { isSigningUnderWay } from './signing/ceremonies.js'
import { readAmong } from './signing/readings.js'

/** Everything that the page of a folder shows to one person. */
export async function folderScreen(folder: Folder, userId: string) {
  const steps = await folder.steps()
  const step = await currentStep(folder)
  const mandate = step && (await mandateOn(step, userId))
  const signing = step !== null && (await isSigningUnderWay(step))
  const isAtTheCircuit = await sitsInCircuit(steps, userId)
  return {
    folder,
    step,
    mandate,
    shownState: folder.isLate
      ? { label: 'En retard', meaning: 'trouble' }
      : FOLDER_STATES[folder.state],
    watched: [folder, ...steps].map(({ id }) => id),
    steps: steps.map(stepLine),
    words: STEP_WORDS,
    next: nextWords(folder, step, signing),
    nudging: await nudgingOf(folder, userId),
    who: step?.deskId ? await waitedForInWords(step) : null,
    /** True while the platform itself is at work: the page refreshes. */
    moves: signing || (step?.kind === 'seal' && !step.trouble),
    mayAct: mandate !== null && !signing,
    recallWords: recallWords((await recallable(folder, userId)).last?.kind),
    maySeePrivate: isAtTheCircuit,
    place: step && mandate && !signing && (await placeInWords(steps, step, mandate, userId)),
    contents: await contentsOf(folder, userId),
    entries: [
      ...(await historyOf(folder, isAtTheCircuit, await changesSinceLastSending(folder))),
      ...(await earlierHistoryOf(folder, isAtTheCircuit)),
    ],
  }
}

/** What one may still take back, named as what one did. */
function recallWords(kind: FolderStep['kind'] | undefined) {
  if (!kind) return null
  const [mine, yours] =
    kind === 'signature' ? ['ma signature', 'votre signature'] : ['mon visa', 'votre visa']
  return {
    label: `Retirer ${mine}`,
    confirm: `Retirer ${yours}\u202f? Le dossier vous attendra de nouveau.`,
  }
}

function stepLine({ kind, deskName, state }: FolderStep) {
  const current = state === 'current'
  return { label: STEP_WORDS[kind].noun, note: deskName, meaning: stepMeaning(state), current }
}

function nextWords(folder: Folder, step: FolderStep | null, signing: boolean) {
  if (folder.state === 'signed') return { title: 'Le circuit est terminé', meaning: 'done' }
  if (folder.state === 'refused') return { title: 'Le dossier a été refusé', meaning: 'trouble' }
  if (!step) return { title: 'Le dossier a été retiré du circuit' }
  if (step.trouble) {
    const title = step.kind === 'seal' ? 'Le cachet attend' : 'La signature est à refaire'
    return { title, text: step.trouble, meaning: 'trouble' }
  }
  if (signing) {
    const text = 'La signature est reçue. Elle est horodatée puis apposée dans le document.'
    return { title: 'Signature en cours', text, meaning: 'doing' }
  }
  if (step.kind === 'seal') {
    return { title: 'Cachet en cours', text: 'La plateforme appose le cachet.', meaning: 'doing' }
  }
  return { title: `${STEP_WORDS[step.kind].noun} : ${step.deskName}`, meaning: 'waiting' }
}

async function waitedForInWords(step: FolderStep): Promise<string> {
  const names = (await peopleWaitedFor(step.deskId!)).map(({ fullName }) => fullName)
  return names.join(' ou ') || 'personne ne siège à ce bureau'
}

async function sitsInCircuit(steps: FolderStep[], userId: string): Promise<boolean> {
  for (const step of steps) if (await mandateOn(step, userId)) return true
  return false
}

async function contentsOf(folder: Folder, userId: string) {
  const contents = await folder.contents()
  const read = await readAmong(contents, userId)
  const known = new Map(
    (await documents.findMany(contents.map(({ documentId }) => documentId))).map((one) => [
      one.id,
      one,
    ])
  )
  const texts = await textOutcomes([...known.values()].map(({ sha256 }) => sha256))
  return contents.map(({ id, toSign, documentId, originalDocumentId }) => {
    const text = texts.get(known.get(documentId)!.sha256)
    const facts = [toSign ? 'À signer' : 'Pièce jointe', ...(text ? [text] : [])]
    if (toSign && documentId !== originalDocumentId) facts[0] = 'Signé'
    return { id, facts, toSign, isRead: read.has(id), file: known.get(documentId)! }
  })
}
