import { BoxSchema } from '#database/schema/exchange'
import { TenantModel } from '#kernel/tenancy'
import { openDropBox } from '#web/uploads/drops/drop_boxes'
import type Exchange from '../models/exchange.js'
import { FILES, LIMITS } from './limits.js'

/** Whose files come by a drop box: the member's, or those of a recipient. */
export class Box extends TenantModel(BoxSchema) {
  static table = 'exchange.boxes'
}

/** Opens a drop box of an exchange. Returns its token, which is kept nowhere here. */
export async function openBox(exchange: Exchange, recipientId: string | null): Promise<string> {
  const { id, token } = await openDropBox({
    ...LIMITS,
    purpose: exchange.isSealed ? FILES.sealed : FILES.plain,
    subject: exchange.boxSubject,
    closesAt: exchange.expiresAt.toJSDate(),
  })
  await Box.create({ id, exchangeId: exchange.id, recipientId })
  return token
}
