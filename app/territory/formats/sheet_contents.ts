import type { sheetPage } from './sheet_page.js'

/** Where the long page of a sheet may be entered, in the order of its sections; `edits` adds what is left to write. */
export function sheetContents(page: ReturnType<typeof sheetPage>, edits: boolean) {
  const { facts, figures, etapes, recurrence, groups, empty } = page
  return [
    { label: 'L’essentiel', href: '#section-essentiel', when: facts.length > 0 || edits },
    { label: 'Indicateurs', href: '#indicateurs', when: figures.length > 0 || edits },
    {
      label: 'Déroulé',
      href: '#section-deroule',
      when: etapes.length > 0 || recurrence.length > 0 || edits,
    },
    ...groups.map(({ id, title }) => ({ label: title, href: `#${id}`, when: true })),
    { label: 'À compléter', href: '#a-completer', when: edits && empty.length > 0 },
  ].filter(({ when }) => when)
}
