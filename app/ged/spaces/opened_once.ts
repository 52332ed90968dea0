import { holdBeginnings } from './hold_beginnings.js'
import Space from './space.js'

/** A space that is there, or that is opened, once however many ask for it at a time. */
export async function openedOnce(key: object, open: () => Promise<Space>): Promise<Space> {
  const found = () => Space.query().where(key).first()
  const there = await found()
  if (there) return there
  await holdBeginnings()
  return (await found()) ?? (await open())
}
