import type { HttpContext } from '@adonisjs/core/http'
import { workplacesOf } from '#identity'
import { plural } from '#lib/french/french'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import Deposit from '../models/deposit.js'
import { STATE_WORDS } from '../screens/deposit_words.js'
import type { DepositState } from '../models/deposit_lifecycle.js'
import { depositList, STATE_OPTIONS } from '../screens/deposit_list_screen.js'
import { depositScreen } from '../screens/deposit_screen.js'

export default class DepositsController {
  async index({ request, tenant, view, membership }: HttpContext) {
    const base = here('archiving.deposits.index', { tenant })
    const [state, words] = ['etat', 'q'].map((name) => text(request.input(name)))
    const before = cursorOf(request, 'avant')
    const filters = { state, words, before }
    const { deposits, next } = await depositList(filters)
    return view.render('archiving/index', {
      base,
      deposits,
      elsewhere: deposits.length > 0 ? null : await fundsElsewhere(membership, tenant.id),
      next: next && `${base}?${query({ etat: state, q: words, avant: next })}`,
      pageWords: before || next ? plural(deposits.length, 'versement') + ' sur cette page' : '',
      states: STATE_OPTIONS,
      filters,
      active: [
        state && {
          label: `État : ${STATE_WORDS[state as DepositState]?.label ?? state}`,
          href: `${base}?${query({ q: words })}`,
        },
        words && { label: `Mots : ${words}`, href: `${base}?${query({ etat: state })}` },
      ].filter(Boolean),
    })
  }

  async show({ params, tenant, view }: HttpContext) {
    const deposit = await Deposit.get(params.id)
    const base = here('archiving.deposits.show', { tenant, id: deposit.id })
    return view.render('archiving/show', await depositScreen(deposit, base))
  }
}

/** The other collectivites whose archives this archivist keeps; null for anybody else. */
async function fundsElsewhere({ userId, roles }: HttpContext['membership'], hereId: string) {
  if (!roles.includes('archivist')) return null
  const places = await workplacesOf(userId)
  return places.filter(
    ({ tenantId, roles: held }) => tenantId !== hereId && held.includes('archivist')
  )
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 100) : ''
}

function query(parts: Record<string, string>): string {
  return new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString()
}
