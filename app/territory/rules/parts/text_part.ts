import { FICHE_SECTIONS, SECTION_MAX_LENGTH, type SectionCode } from '../fiche_sections.js'
import type { SheetPart } from './part.js'

const blank = { text: '' }

/** One text of a sheet, edited alone: two people write two texts without meeting. */
export function textPart(code: SectionCode): SheetPart<typeof blank> {
  return {
    code,
    title: FICHE_SECTIONS[code].title,
    blank,
    typed: ({ sections }) => ({ text: sections[code] ?? '' }),
    read: ({ text }, reader, { sections }) => ({
      sections: { ...sections, [code]: reader.text('text', text, 0, SECTION_MAX_LENGTH) },
    }),
    told: ({ sections }) => sections[code] ?? '',
  }
}
