import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'
import {
  FORMS,
  MEMBER_STATES,
  type CandidatureForm,
  type MemberState,
} from '../rules/candidature.js'

const FORM_NAMES = Object.keys(FORMS) as CandidatureForm[]
const STATE_NAMES = Object.keys(MEMBER_STATES) as MemberState[]
const text = (most: number) => vine.string().trim().maxLength(most)

/** What a company's program sends of its candidature, and what it is told of it. */
export const begunCandidature = vine.create({
  consultation: vine.string().uuid(),
  form: vine.enum(FORM_NAMES).optional(),
})
export const invitedMember = vine.create({
  siret: text(20),
  company: text(200).minLength(2),
  email: text(300).email(),
  part: text(10).optional(),
  work: text(1_000).optional(),
})
export const sharedPart = vine.create({ part: text(10).optional(), work: text(1_000).optional() })
export const givenPieces = vine.create({ pieces: vine.array(vine.string().uuid()).maxLength(100) })
export const removedSousTraitant = vine.create({ name: text(200).minLength(2) })
/** One among others. */
export const candidatureLine = vine.create({
  id: told.id(),
  consultation: told.id(),
  form: told.oneOf(FORM_NAMES),
  begunAt: told.moment(),
})
export const candidatureShape = vine.create({
  id: told.id(),
  consultation: told.id(),
  form: told.oneOf(FORM_NAMES),
  members: vine.array(
    vine.object({
      id: told.id(),
      siret: told.text(),
      company: told.text(),
      role: told.oneOf(['alone', 'mandataire', 'cotraitant']),
      state: told.oneOf(STATE_NAMES),
      part: told.text().nullable(),
      work: told.text(),
    })
  ),
  sousTraitants: vine.array(vine.object({ name: told.text(), amount: told.text() })),
  /** What it still lacks, in sentences. */
  lacks: vine.array(told.text()),
})
export const dossierShape = vine.create({
  files: vine.array(vine.object({ name: told.text(), url: told.text() })),
})
