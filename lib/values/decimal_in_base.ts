import { Decimal } from './decimal.js'

/**
 * How a `numeric` column of Lucid holds a Decimal: `@column(decimalInBase) declare amount: Decimal`.
 * It crosses as text both ways, which `pg` keeps for this type, so that no float ever stands between.
 */
export const decimalInBase = {
  prepare: (value: Decimal | null | undefined): string | null => value?.toString() ?? null,
  consume: (text: string | null): Decimal | null => (text === null ? null : Decimal.parse(text)),
}
