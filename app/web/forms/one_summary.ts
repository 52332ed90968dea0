/** Forms hold no form, and what people wrote is escaped. */
const FORM = /<form\b[^]*?<\/form\s*>/g
const SUMMARY = /<section class="errors"[^]*?<\/section>/

/**
 * On a page of several forms, what must be mended is said in that which was sent: the one that holds a
 * field of it. Of what no field holds, the first form says it, once.
 */
export function oneSummary(html: string): string {
  if (html.split('data-errors').length < 3) return html
  const forms = (html.match(FORM) ?? []).filter((form) => SUMMARY.test(form))
  const sent = forms.filter(holdsFault)
  const says = new Set(sent.length > 0 ? sent : forms.slice(0, 1))
  return html.replace(FORM, (form) => (says.has(form) ? form : form.replace(SUMMARY, '')))
}

function holdsFault(form: string): boolean {
  const [summary] = SUMMARY.exec(form)!
  const fields = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  return fields.some((id) => form.includes(`id="${id}"`))
}
