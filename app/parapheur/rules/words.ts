import type { Meaning } from '#lib/meaning'
import type { StepKind } from './circuit_definition.js'
import type { FolderState, StepState } from './lifecycles.js'

/** What a folder's state is called, and the shape and colour that go with it. */
export const FOLDER_STATES: Record<FolderState, { label: string; meaning?: Meaning }> = {
  in_progress: { label: 'En cours', meaning: 'doing' },
  signed: { label: 'Signé', meaning: 'done' },
  refused: { label: 'Refusé', meaning: 'trouble' },
  withdrawn: { label: 'Retiré' },
}

interface StepWords {
  /** The step, as a noun. */
  noun: string
  /** What is asked of the desk, in the imperative. */
  todo: string
  /** What was done. */
  done: string
  icon: string
}

export const STEP_WORDS: Record<StepKind, StepWords> = {
  visa: { noun: 'Visa', todo: 'Viser', done: 'Visa donné', icon: 'stamp' },
  signature: { noun: 'Signature', todo: 'Signer', done: 'Signé', icon: 'pen-line' },
  seal: { noun: 'Cachet', todo: 'Cacheter', done: 'Cachet apposé', icon: 'badge-check' },
}

const EVENT_WORDS: Record<string, (step: StepWords) => string> = {
  accomplish: ({ done }) => done,
  refuse: ({ noun }) => `${noun} refusé${noun === 'Signature' ? 'e' : ''}`,
  recall: ({ noun }) => `${noun} repris${noun === 'Signature' ? 'e' : ''} par son auteur`,
}

/** A line of the fil for what happened to a step; null for what only the machine cares about. */
export function eventWords(kind: StepKind, event: string): string | null {
  return EVENT_WORDS[event]?.(STEP_WORDS[kind]) ?? null
}

const STEP_MEANINGS: Record<StepState, Meaning | undefined> = {
  waiting: undefined,
  current: 'waiting',
  done: 'done',
  refused: 'trouble',
  abandoned: undefined,
}

export const stepMeaning = (state: StepState): Meaning | undefined => STEP_MEANINGS[state]
