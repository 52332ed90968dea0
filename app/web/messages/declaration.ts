import type { Task } from '#kernel/tasks'

/** A task as a mail tells it. */
export type ToldTask = Pick<Task, 'id' | 'title' | 'subjectId'>

/**
 * How a room's tasks are said in a mail, which goes through machines that are not ours. A room that
 * says nothing is told without a word of what waits: « Quelque chose vous attend ».
 */
export interface RoomMessages {
  /**
   * `titles`: its titles name nobody and quote no objet. A function: what is said in place of the
   * titles, by the id of the task, asked once for several in the tenant in context.
   */
  words: 'titles' | ((tasks: ToldTask[]) => Promise<Map<string, string>>)
  /**
   * What a mail may call things of the room that others work on, by their id: the number of an
   * acte, « un acte individuel », never an objet.
   */
  names?: (ids: string[]) => Promise<Map<string, string>>
  /** The persons of the tenant in context who are replaced today: told only what is theirs alone. */
  absent?: () => Promise<Set<string>>
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** How what waits in it is told by mail. */
    messages?: RoomMessages
  }
}
