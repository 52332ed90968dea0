import { defineEvent } from '#kernel/events'
import { allRooms } from '#kernel/room'

/** A document of a closed dossier; its bytes stay where they are. */
export interface DossierPaper {
  /** What it is in its dossier, the same each time that this is read. */
  key: string
  documentId: string
  title: string
  fileName: string
  /** What kind of paper it is, in French words (« Délibération »), when that is known. */
  type?: string
}

/** A dossier as its room left it; days are `AAAA-MM-JJ`. */
export interface ClosedDossier {
  title: string
  /** How the room names it: the number of an acte, of an invoice. */
  reference: string | null
  closedOn: string
  /** How long it is kept and what then becomes of it, when its room has decided so. */
  retention: { rule: string; from: string; finalAction: 'keep' | 'destroy' } | null
  papers: DossierPaper[]
}

/** What a room says of the dossiers that it closes, to whoever keeps papers. */
export interface Dossiers {
  /** What they are called together: « Actes ». */
  label: string
  /** One of them in the tenant in context; null when it is not closed, or is no more. */
  read(id: string): Promise<ClosedDossier | null>
  /** Those that are closed, in the order of their identifiers, after one of them. */
  closedAfter(id: string | null, most: number): Promise<string[]>
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** The dossiers that it closes; `things` says who reads them, and where. */
    dossiers?: Dossiers
  }
}

/**
 * A dossier of a room is closed. Told again when it was completed or erased since: whoever keeps its
 * papers then makes them what the room says of them.
 */
export const dossierClosed = defineEvent<{ room: string; dossierId: string }>(
  'kernel.dossier_closed',
  1
)

/** A room whose dossiers are closed: what they are, who reads them, and where. */
export function roomOfDossiers(name: string) {
  return roomsOfDossiers().find((room) => room.name === name) ?? null
}

/** The rooms that close dossiers, in the order of `start/rooms.ts`. */
export const roomsOfDossiers = () =>
  allRooms().flatMap(({ name, dossiers, things }) =>
    dossiers && things ? [{ name, dossiers, permission: things.permission }] : []
  )
