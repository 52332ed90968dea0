/** Something that a room leans on, as the page of health says it. */
export interface RoomCheck {
  name: string
  /** null: the platform does not use it here. */
  works: boolean | null
  says: string
  /** What an operator does about it, when it does not work. */
  gesture: string
}

const asked: (() => Promise<RoomCheck[]>)[] = []

/** Declares what a room has the operator watch, each minute and on the page of health. */
export const defineChecks = (ask: () => Promise<RoomCheck[]>): void => void asked.push(ask)

/** What the rooms say now; nothing of one whose question fails: the base itself is then told of. */
export async function roomChecks(): Promise<RoomCheck[]> {
  const told = await Promise.all(asked.map((ask) => ask().catch(() => [])))
  return told.flat()
}
