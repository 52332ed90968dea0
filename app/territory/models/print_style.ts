import { correctAccent } from '#lib/colour/accent'
import type { Tenant } from '#kernel/tenant'
import { pdfFont } from '#lib/pdf/font'

const SLATE = '#2f5871'

/** The collectivite's colour, corrected so that white words are read on it, and the typeface. */
export function printStyle(tenant: Tenant) {
  const chosen = /^#[0-9a-f]{6}$/i.test(tenant.accent) ? tenant.accent : SLATE
  return {
    accent: correctAccent(chosen, 'light').accentFill,
    fonts: { regular: pdfFont('regular'), bold: pdfFont('bold') },
  }
}
