import type { IncomingFile } from '#web/uploads'
import type Acte from './models/acte.js'
import Annexe from './models/annexe.js'
import type { ActeProblem } from './rules/check_acte.js'
import { acceptAnnexe, refuseAnnexe } from './refused_annexes.js'
import { keepUpload } from './kept_upload.js'
import type { ActeForm } from './validators/acte_form.js'

/** Changes, removes and adds the annexes as the form says; adds what is wrong with a file. */
export async function keepAnnexes(
  acte: Acte,
  form: ActeForm,
  files: IncomingFile[],
  problems: ActeProblem[]
): Promise<void> {
  const known = form.annexes ?? []
  const annexes = await acte.annexes()
  const kept: Annexe[] = []
  for (const annexe of annexes) {
    const changes = known.find(({ id }) => id === annexe.id)
    if (changes?.remove) {
      await annexe.delete()
      continue
    }
    if (changes) annexe.typePj = changes.typePJ ?? ''
    kept.push(annexe)
  }
  for (const file of files) {
    const documentId = await keepUpload(file, 'newAnnexes', problems)
    if (!documentId) {
      await refuseAnnexe(acte, file.name, problems.at(-1)!)
      continue
    }
    await acceptAnnexe(acte, file.name)
    kept.push(new Annexe().merge({ acteId: acte.id, documentId, typePj: typeOf(file, form) }))
  }
  for (const [index, annexe] of kept.entries()) await annexe.merge({ position: index + 1 }).save()
}

/** The type that was given with a file, before anything is refused. */
function typeOf({ name }: IncomingFile, { newAnnexTypes, newAnnexesType }: ActeForm): string {
  return newAnnexTypes?.find((one) => one.name === name && one.type)?.type ?? newAnnexesType ?? ''
}
