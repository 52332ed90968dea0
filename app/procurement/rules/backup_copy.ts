import type { Meaning } from '#lib/meaning'

/** How a copie de sauvegarde comes (annexe 6, 1° and 2°); an electronic one comes by another tool. */
export const BACKUP_MODES = {
  media: 'Support physique (clé USB, disque)',
  paper: 'Papier',
  electronic: 'Électronique, par l’autre outil que le règlement admet',
} as const
export type BackupMode = keyof typeof BACKUP_MODES

/** Its life: what comes after the hour stays shut, and what was not opened is destroyed. */
export const BACKUP_LIFECYCLE = {
  declared: { receive: 'received', come_late: 'late' },
  received: { open: 'opened', destroy: 'destroyed' },
  late: { destroy: 'destroyed' },
  opened: {},
  destroyed: {},
} as const
export type BackupState = keyof typeof BACKUP_LIFECYCLE

export const BACKUP_STATES: Record<BackupState, { label: string; meaning: Meaning }> = {
  declared: { label: 'Annoncée, pas encore reçue', meaning: 'waiting' },
  received: { label: 'Reçue, fermée', meaning: 'done' },
  late: { label: 'Reçue hors délai, fermée', meaning: 'trouble' },
  opened: { label: 'Ouverte', meaning: 'done' },
  destroyed: { label: 'Détruite', meaning: 'done' },
}

/** When a received copy may be opened (annexe 6, II), as the end of « On l’ouvre parce que… ». */
export const OPENING_CASES = {
  virus: 'un programme malveillant a été trouvé dans le pli',
  interrupted: 'l’envoi du pli a commencé avant l’heure limite, et il est incomplet ou hors délai',
  unreadable: 'le pli ne s’ouvre pas',
} as const
export type OpeningCase = keyof typeof OPENING_CASES

/** What is known of the plis of a company, once the hour has passed. Instants are in milliseconds. */
export interface KnownPli {
  state: string
  startedAt: number
  hasVirus: boolean
}

/**
 * Which cases of annexe 6 the plis of its company open. None where one of them was read whole: the
 * copy then has nothing to save.
 */
export function openingCases(plis: KnownPli[], deadline: number): OpeningCase[] {
  const isRead = plis.some(
    ({ state, hasVirus }) => ['opened', 'retained', 'rejected'].includes(state) && !hasVirus
  )
  if (isRead) return []
  const found: OpeningCase[] = []
  if (plis.some(({ hasVirus }) => hasVirus)) found.push('virus')
  const isCut = plis.some(
    ({ state, startedAt }) => ['draft', 'late'].includes(state) && startedAt <= deadline
  )
  if (isCut) found.push('interrupted')
  if (plis.some(({ state }) => ['unreadable', 'set_aside'].includes(state)))
    found.push('unreadable')
  return found
}
