import { defineLifecycle } from '#kernel/lifecycle'
import { ACTE_LIFECYCLE } from '../rules/lifecycle.js'

/** The life of an acte (rules/lifecycle), with its lock, its history and its proof. */
export const acteLifecycle = defineLifecycle(ACTE_LIFECYCLE, { of: 'actes.actes' })
