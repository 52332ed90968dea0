import { refuseIfAny } from '#web/api/refuse'

/** What a form would flash at its fields is told to a program at theirs. @throws E_FIELDS_REFUSED */
export async function asFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error: any) {
    if (error?.code === 'E_VALIDATION_ERROR') refuseIfAny(error.messages)
    throw error
  }
}
