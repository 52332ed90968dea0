import { clock } from '#kernel/clock'
import { isSigned, type SignedCallback } from '#lib/einvoice/flows'
import { isUuid } from '#lib/values'
import { CallbackDoorMissing } from '../errors.js'
import Callback from '../models/callback.js'
import CallbackDoor from '../models/callback_door.js'
import { lookAtFlow } from './look_at_flow.js'

/** What became of a call. */
export type Heard = 'heard' | 'unsigned' | 'forged'

/**
 * A call of the approved platform, at the door of that id in the tenant in context: believed when its
 * signature is good and its hour is now, written down once, and followed by a reading of its flow.
 * Of a call that is not believed nothing is written down. @throws E_INVOICING_CALLBACK_DOOR_MISSING
 */
export async function hearCallback(doorId: string, call: SignedCallback): Promise<Heard> {
  const door = isUuid(doorId) ? await CallbackDoor.find(doorId) : null
  if (!door) throw new CallbackDoorMissing()
  if (!call.signature || !call.timestamp) return 'unsigned'
  const { key } = door
  if (!key || !isSigned(call, key, clock.now().toUnixInteger())) return 'forged'
  const flowId = flowIn(call.payload)
  if (flowId !== null && (await Callback.note(flowId, call.signature)))
    await lookAtFlow.enqueue({ flowId }, { dedupeKey: `invoicing.look_at_flow:${flowId}` })
  return 'heard'
}

/** The flow that a call is about; null for a call about something else, which is no concern of ours. */
function flowIn(payload: string): string | null {
  try {
    const { flowId } = JSON.parse(payload)
    return typeof flowId === 'string' && flowId !== '' && flowId.length <= 200 ? flowId : null
  } catch {
    return null
  }
}
