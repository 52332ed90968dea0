/**
 * How many signs an account has in the countries of SEPA (EPC409-09) and of the French Pacific, by
 * the registry of ISO 13616. Another country is judged by its key alone.
 */
const LENGTHS: Record<number, string> = {
  15: 'NO',
  16: 'BE',
  18: 'DK FI NL',
  19: 'SI',
  20: 'AT EE LT LU',
  21: 'CH HR LI LV',
  22: 'BG DE GB IE VA',
  23: 'GI',
  24: 'AD CZ ES RO SE SK',
  25: 'PT',
  26: 'IS',
  27: 'FR GR IT MC SM BL GF GP MF MQ NC PF PM RE WF YT',
  28: 'CY HU PL',
  31: 'MT',
}

const BY_COUNTRY = new Map(
  Object.entries(LENGTHS).flatMap(([length, countries]) =>
    countries.split(' ').map((country) => [country, Number(length)] as const)
  )
)

/** Null for a country that is not listed. */
export const ibanLength = (country: string): number | null => BY_COUNTRY.get(country) ?? null
