/** What a server answered, once its redirections are followed. */
export interface Page {
  url: string
  status: number
  html: string
}

/** The page answered otherwise than it should; `message` quotes what it says. */
export class PageRefused extends Error {}

const decode = (text: string) =>
  text
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** The text of a page, to quote it. */
export const textOf = (html: string): string =>
  decode(html.replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')).replace(
    /\s+/g,
    ' '
  )

interface Form {
  action: string
  enctype: string
  fields: [string, string][]
}

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return decode(found?.[1] ?? found?.[2] ?? '')
}

/** The forms of a page with the values that they would send untouched. */
export function formsOf(page: Page): Form[] {
  return [...page.html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([html]) => {
    const open = html.slice(0, html.indexOf('>') + 1)
    const fields: [string, string][] = []
    for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
      const type = attribute(tag, 'type')
      if (['file', 'submit', 'button'].includes(type)) continue
      if (['checkbox', 'radio'].includes(type) && !/\schecked\b/.test(tag)) continue
      if (attribute(tag, 'name')) fields.push([attribute(tag, 'name'), attribute(tag, 'value')])
    }
    for (const [tag, inner] of html.matchAll(/<select\b[^>]*>([\s\S]*?)<\/select>/g)) {
      const chosen = [...inner.matchAll(/<option\b[^>]*>/g)].find(([option]) =>
        /\sselected\b/.test(option)
      )
      if (chosen) fields.push([attribute(tag, 'name'), attribute(chosen[0], 'value')])
    }
    for (const [tag, inner] of html.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) {
      fields.push([attribute(tag, 'name'), decode(inner)])
    }
    return {
      action: attribute(open, 'action') || page.url,
      enctype: attribute(open, 'enctype'),
      fields,
    }
  })
}

/** The CSRF token of a page, as its forms carry it. */
export function tokenOf(page: Page): string {
  const found = /name=["']_csrf["'] value=["']([^"']+)["']/.exec(page.html)
  if (!found) throw new PageRefused(`Aucun jeton sur ${page.url}`)
  return decode(found[1])
}
