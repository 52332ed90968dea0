import type { HttpContext } from '@adonisjs/core/http'
import { countLetter } from '#identity'
import { clock } from '#kernel/clock'
import { beginCode } from '#app/outsiders/doors/begin_code'
import { readAs } from '#app/outsiders/doors/sign_up'
import { hasTelephone } from '#app/outsiders/doors/telephone'
import { tellMembers } from '#app/outsiders/jobs/tell_members'
import { behind } from '#app/outsiders/wall/wall'
import { contactPointsOf, setContactPoint } from './contact_point.js'
import { identifierNamed } from './identifier.js'
import { note } from './told.js'

interface Typed {
  email?: string
  phone?: string
  address?: string
}

/**
 * Writes how a person wants to be reached; says where she goes next. A new e-mail is written once
 * the code that goes there comes back: it opens her door from then on. A telephone is written at once,
 * and opens it once its code came back. Outside any transaction.
 */
export async function changeContactPoints(ctx: HttpContext, typed: Typed): Promise<string> {
  const { personId } = ctx.door
  const at = clock.now().toJSDate()
  const email = readAs('email', typed.email, 'email')
  const phone = readAs('phone', typed.phone, 'phone')
  const given = { phone, address: typed.address || undefined }
  const changed = await behind({ person: personId }, async () => {
    const kinds: string[] = []
    for (const [kind, value] of Object.entries(given) as ['phone' | 'address', string?][]) {
      if (value && (await setContactPoint({ personId, kind, value, source: 'self', at })))
        kinds.push(kind)
    }
    if (kinds.length > 0)
      await note(personId, 'contact_changed', 'Coordonnées changées', { kind: 'self' })
    return kinds
  })
  for (const kind of changed) {
    const payload = { personId, kind, at: at.toISOString() }
    await tellMembers.enqueueForPlatform({ event: 'contactPointChanged', payload })
  }
  if (email && !(await isProven(personId, 'email', email))) {
    await countLetter(ctx, email.toLowerCase())
    const holder = await identifierNamed('email', email)
    const purpose = holder && holder.personId !== personId ? 'taken' : 'contact'
    await beginCode(ctx, { purpose, address: email, personId })
    return '/moi/code'
  }
  if (!phone || !hasTelephone() || (await isProven(personId, 'phone', phone)))
    return '/moi/coordonnees'
  await countLetter(ctx, phone)
  await beginCode(ctx, { purpose: 'contact', address: phone, personId })
  return '/moi/code'
}

const isProven = (personId: string, kind: 'email' | 'phone', value: string) =>
  behind({ person: personId }, async () =>
    (await contactPointsOf(personId)).some(
      (point) => point.kind === kind && point.value === value && point.provenAt
    )
  )
