import { PasskeySchema } from '#database/schema/kernel'

/** A key that lives in a person's device; we hold its public half. */
export default class Passkey extends PasskeySchema {
  static table = 'kernel.passkeys'
  static connection = 'app'
  static selfAssignPrimaryKey = true

  declare transports: string[] | null
}
