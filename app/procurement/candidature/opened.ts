import { documents, type StoredDocument } from '#kernel/documents'
import {
  MOST_TOLD_BYTES,
  readTold,
  TOLD_NAME,
  type ToldCandidature,
} from '../rules/told_candidature.js'

/** What an opened pli says of who answers; or why that is not believed. */
export type OpenedCandidature = ToldCandidature | { problem: string }

interface OpenedFile {
  envelope: string
  name: string
  document: StoredDocument
}

/** What the opened files say of the candidature; null where no dossier was prepared here. */
export async function candidatureIn(
  files: OpenedFile[],
  consultationId: string
): Promise<OpenedCandidature | null> {
  const file = files.find(({ envelope, name }) => envelope === 'candidature' && name === TOLD_NAME)
  if (!file) return null
  const isShort = file.document.size <= MOST_TOLD_BYTES
  const bytes = isShort
    ? await documents.read(file.document.id)
    : new Uint8Array(MOST_TOLD_BYTES + 1)
  const told = readTold(bytes, consultationId)
  return typeof told === 'string' ? { problem: told } : told
}

/** The same, where it is believed. */
export const toldOf = (opened: OpenedCandidature | null): ToldCandidature | null =>
  opened && 'members' in opened ? opened : null
