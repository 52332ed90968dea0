import { allRooms } from '#kernel/room'
import { DROP, FORM, type UploadPurpose } from '#lib/uploads/purpose'

/** The purpose of the files of ordinary forms. */
export const FORM_PURPOSE = 'kernel.form'

/** That of a drop box of which no room needs to know more. */
export const DROP_PURPOSE = 'kernel.drop'

const OWN: Record<string, UploadPurpose> = { [FORM_PURPOSE]: FORM, [DROP_PURPOSE]: DROP }

/** The purpose of that name, `room.key`; throws on one that no room declares: a bug, or a room that is gone. */
export function purposeNamed(name: string): UploadPurpose {
  const own = OWN[name]
  if (own) return own
  const [room, key] = name.split('.')
  const purpose = allRooms().find((one) => one.name === room)?.uploads?.[key]
  if (!purpose) throw new Error(`No room declares the purpose of uploads ${name}`)
  return purpose
}
