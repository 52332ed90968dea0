import { v7, validate } from 'uuid'

/** An identifier that sorts by the time it was made, so that indexes grow at one end. */
export const uuidv7 = (): string => v7()

export const isUuid = (text: string): boolean => validate(text)
