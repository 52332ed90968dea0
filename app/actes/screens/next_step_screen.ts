import type Acte from '../models/acte.js'
import type { OpenLetter } from '../models/open_letters.js'
import { awaitsPaper } from '../paper.js'
import { followsItsLetters, waitingLetter } from '../rules/open_letters.js'
import type { NextStep, Around } from '../next_step.js'
import { STEPS } from './steps_by_state_screen.js'

/** What comes next for an acte, for somebody who may write or only read. */
export function nextStepOf(acte: Acte, base: string, mayWrite: boolean, around: Around): NextStep {
  const here = `${base}/${acte.id}`
  if (around.letter && followsItsLetters(acte.state)) return letterStep(around.letter, here)
  if (awaitsPaper(acte)) return forWhom(mayWrite, paperStep(here))
  return forWhom(mayWrite, STEPS[acte.state](acte, here, around))
}

const forWhom = (mayWrite: boolean, step: NextStep): NextStep =>
  mayWrite ? step : { ...step, action: undefined, href: undefined }

/** Whoever may read the acte may read its letters. */
function letterStep({ id, kind }: OpenLetter, here: string): NextStep {
  const { meaning, step } = waitingLetter(kind)
  return { ...step, meaning, href: `${here}/courriers/${id}`, icon: 'mail-open' }
}

const paperStep = (here: string): NextStep => ({
  title: 'Poster les documents papier',
  text: 'Ils ont été annoncés à la préfecture, qui les attend avant de clore son examen.',
  meaning: 'waiting',
  action: `${here}/papier`,
  label: 'Noter qu’ils sont postés',
  icon: 'mailbox',
})
