import { AgentLoginSchema } from '#database/schema/kernel'

/** A provider's name for somebody who works for a member: with it she comes in by that provider. */
export default class AgentLogin extends AgentLoginSchema {
  static table = 'kernel.agent_logins'
  static connection = 'app'
  static selfAssignPrimaryKey = true

  /** Whose account that provider opens under that name; null when nobody tied it. */
  static named(providerId: string, subject: string): Promise<AgentLogin | null> {
    return this.query().where({ providerId, subject }).first()
  }
}
