import type { MinistryMessage } from '../formats/ministry_message.js'
import ClassificationVersion from '../models/classification_version.js'
import type Transmission from '../models/transmission.js'
import type { Decided } from './apply_to_acte.js'

/** A classification (7-2) replaces ours, even unasked for; 7-3 says that ours is the current one. */
export async function applyToClassification(
  message: Extract<MinistryMessage, { kind: 'classification' | 'classification_unchanged' }>,
  bytes: Buffer,
  name: string,
  request: Transmission | null
): Promise<Decided> {
  if (request && request.state !== 'answered') await request.receiveAnswer()
  if (message.kind === 'classification') {
    const { natures, matieres, date } = message.classification
    if (natures.length === 0 || matieres.length === 0 || date === '') {
      return { decision: 'set_aside', reason: 'La classification reçue est vide ou incomplète.' }
    }
    await ClassificationVersion.receive(bytes, name)
  }
  return { decision: 'noted', reason: null }
}
