import logger from '@adonisjs/core/services/logger'
import { allRooms } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { signSealFor, type SealSignature, type SealStatement } from '#lib/proof'

/**
 * What the member's own cachet adds to a seal, where a room keeps one for it. A cachet that does not
 * open stops no seal: the platform's signature holds it, and who reads it is told that the other lacks.
 */
export async function memberSignatures(statement: SealStatement): Promise<SealSignature[]> {
  const signatures: SealSignature[] = []
  for (const { cachet } of allRooms().filter((room) => room.cachet)) {
    try {
      const signer = await tenancy.run(statement.tenantId, () => cachet!())
      if (signer) signatures.push(signSealFor(statement, signer))
    } catch (error) {
      logger.error({ err: error }, 'the cachet of a member did not sign a seal')
    }
  }
  return signatures
}
