import { digest, newSecret } from '#identity'
import { behind } from '#rooms/outsiders'
import CandidatureMember from './member.js'

/** Draws the link of an invitation: its secret is told here alone. Null when it is over. */
export async function drawLink(memberId: string, mandataireId: string): Promise<string | null> {
  return behind({ person: mandataireId }, async () => {
    const row = await CandidatureMember.hold(memberId)
    if (row.state !== 'awaited') return null
    const secret = newSecret()
    await row.merge({ tokenHash: digest(secret) }).save()
    return secret
  })
}
