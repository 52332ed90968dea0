import { nowSaved } from '#web/forms/shared_form'
import type { Call } from '#web/api/operation'
import { refuseIfAny } from '#web/api/refuse'
import { fillDraft, type Uploads } from '../draft.js'
import { NumeroTaken } from '../errors.js'
import Acte from '../models/acte.js'
import { sharedDraft } from '../shared_draft.js'
import type { ActeForm } from '../validators/acte_form.js'
import { toldAgain } from './acte_resource.js'
import { formOf } from './draft_form.js'

const NO_FILES: Uploads = { document: null, annexes: [] }

/** Writes in a draft what a program says, by the rules of the form; what is wrong refuses it all. */
export async function write({ ctx }: Call, acte: Acte, form: ActeForm, files = NO_FILES) {
  acte.mustBeDraft()
  refuseIfAny(await fillDraft(acte, form, files))
  if (await acte.isNumeroTaken()) throw new NumeroTaken(acte.numero).at('numero')
  await nowSaved(ctx, (await sharedDraft(acte)).key)
  return toldAgain(acte)
}

/** The form of the draft named by the call, with one thing changed. */
export async function change(call: Call, changes: Partial<ActeForm>, files?: Uploads) {
  const acte = await Acte.hold(call.params.id)
  return write(call, acte, { ...formOf(acte), ...changes }, files)
}
