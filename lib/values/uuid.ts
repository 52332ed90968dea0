import { v7, validate } from 'uuid'

/** An identifier that sorts by the time it was made, so that indexes grow at one end. */
export const uuidv7 = (): string => v7()

/** Whether something that was sent is an identifier as we write them, with its dashes. */
export const isUuid = (text: unknown): text is string => validate(text)
