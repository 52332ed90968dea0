import RefusedAnnexe from './models/refused_annexe.js'
import type { ActeProblem } from './rules/check_acte.js'

interface Holder {
  id: string
  $isPersisted: boolean
}

/** The files that could not be kept, which must be replaced or given up before the acte leaves. */
export async function refusedAnnexes({ id, $isPersisted }: Holder): Promise<RefusedAnnexe[]> {
  if (!$isPersisted) return []
  return RefusedAnnexe.query().where('acteId', id).orderBy('id').exec()
}

/** Keeps the name of a refused file with its reason, and names it in what the form says. */
export async function refuseAnnexe(
  acte: Holder,
  name: string,
  problem: ActeProblem
): Promise<void> {
  const reason = problem.message
  if (!reason.includes(`« ${name} »`)) problem.message = `« ${name} » : ${reason}`
  await acceptAnnexe(acte, name)
  await RefusedAnnexe.create({ acteId: acte.id, name, reason })
}

/** A file of that name was kept: it replaces the one that was refused. */
export async function acceptAnnexe({ id }: Holder, name: string): Promise<void> {
  await RefusedAnnexe.query().where({ acteId: id, name }).delete()
}

/** The agent goes on without these files, and says so. */
export async function giveUpRefused({ id }: Holder, lines: string[]): Promise<void> {
  if (lines.length === 0) return
  await RefusedAnnexe.query().where('acteId', id).whereIn('id', lines).delete()
}

/** Why the acte does not leave while a file that was given with it is missing. */
export async function refusedProblems(acte: Holder): Promise<ActeProblem[]> {
  return (await refusedAnnexes(acte)).map(({ name }) => ({
    field: 'annexes',
    message: `L’annexe « ${name} » a été refusée : déposez-la corrigée, ou cochez « Continuer sans ce fichier ».`,
  }))
}
