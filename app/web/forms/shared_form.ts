import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { defineError } from '#lib/errors'
import { tenancy } from '#kernel/tenancy'
import { fingerprint, toldBy } from './fingerprint.js'

/** A form on something that several people, or several tabs, may change (decision 0040). */
export interface SharedForm {
  /** « acte:018f… »: who saved it last is remembered under it. */
  key: string
  /** « ce brouillon », after « a modifié ». */
  what: string
  /** What the form replaces, as it is recorded. */
  stored: Record<string, unknown>
  /** How each field is called on the screen. */
  labels: Record<string, string>
  /** Who saved it last, for what belongs to no tenant and remembers it itself; null: nobody yet. */
  last?: Saving | null
}

interface Saving {
  personId: string
  name: string
  at: Date
}

export const Overtaken = defineError(
  'E_FORM_OVERTAKEN',
  '%s. Votre saisie est ci-dessous, intacte : comparez, puis enregistrez.',
  409
)

/** The fingerprint that a page puts in its form. */
export const seenIn = (form: SharedForm): string => fingerprint(form.stored)

/**
 * Throws E_FORM_OVERTAKEN when what the person saw is not what is recorded any more; the thing must
 * be locked. A program that does not say what it saw replaces it: only pages are compared.
 */
export async function mustBeCurrent(ctx: HttpContext, form: SharedForm): Promise<void> {
  const seen = ctx.request.input('seen')
  if (typeof seen !== 'string' || seen === seenIn(form)) return
  const last = form.last === undefined ? await lastSaving(form.key) : form.last
  const by = nameOf(last, ctx)
  const sentence = `${by} a modifié ${form.what} pendant que vous écriviez`
  const told = toldBy(form.stored, form.labels)
  throw new Overtaken(sentence).with({
    overtaken: { form: form.key, by, what: form.what, at: last?.at.toISOString() ?? null, told },
  })
}

/** Remembers who saved a form, for the person whom this overtakes. */
export async function nowSaved({ actor }: HttpContext, key: string): Promise<void> {
  await tenancy.trx().rawQuery(
    `insert into kernel.form_savings (tenant_id, form, person_id, saved_at) values (?, ?, ?, ?)
     on conflict (tenant_id, form) do update
     set person_id = excluded.person_id, saved_at = excluded.saved_at`,
    [tenancy.tenantId(), key, actor.id!, clock.now().toJSDate()]
  )
}

async function lastSaving(key: string): Promise<Saving | null> {
  const { rows } = await tenancy.trx().rawQuery(
    `select person_id, full_name, saved_at from kernel.form_savings
     join kernel.users on users.id = person_id where tenant_id = ? and form = ?`,
    [tenancy.tenantId(), key]
  )
  const [row] = rows
  return row ? { personId: row.person_id, name: row.full_name, at: row.saved_at } : null
}

function nameOf(last: Saving | null, { actor }: HttpContext): string {
  if (!last) return 'Une autre personne'
  return last.personId === actor.id ? 'Un autre de vos onglets' : last.name
}
